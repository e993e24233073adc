import { addTo } from '@tiaoli/engine/plan'
import type { DraftRecord } from '../record/draft-record.ts'
import type { Scope } from '../../scope.ts'
import { keyOf } from '../../values/words.ts'
import type { EarlierIds } from './earlier-ids.ts'
import { namesAmong } from './name-looks.ts'
import { NameMeanings, type NameForms } from './name-meanings.ts'
import { NearNames } from './near-names.ts'
import { NewIds } from './new-ids.ts'
import { PersonIds } from './person-ids.ts'
import { isPlainPlace, isSamePlace } from './place-name.ts'
import { isShort, SHORTEST } from './short-name.ts'
import { tidyName } from './tidy-name.ts'

/** Finds records by their names, and gives ids to organizations. */
export class Names {
  readonly meanings: NameMeanings
  readonly persons: PersonIds
  readonly ids: NewIds
  /** The names of organizations, by id. */
  readonly organizations: Record<string, string> = {}
  readonly #records = new Map<Scope, { readonly key: string; readonly record: DraftRecord }[]>()
  readonly #byName = new Map<Scope, Map<string, DraftRecord[]>>()
  readonly #near = new Map<Scope, NearNames<DraftRecord>>()
  readonly #organizations = new Map<string, { readonly record: DraftRecord; readonly id: string }[]>()
  readonly #earlier: EarlierIds | undefined

  constructor(forms: NameForms, known: Readonly<Record<string, string>>, earlier?: EarlierIds) {
    this.meanings = new NameMeanings(forms)
    this.ids = new NewIds(known, earlier?.all)
    this.persons = new PersonIds(this.ids)
    this.#earlier = earlier
  }

  /** Whether any record of a scope has a name. */
  has(scope: Scope): boolean {
    return this.#records.has(scope)
  }

  /** Whether a text may be the name of a new record: it looks like one, or is known otherwise. */
  mayName(scope: Scope, text: string): boolean {
    const looks = this.meanings.looksOf(scope)
    return !looks || looks.fits(this.meanings.spelt(this.meanings.meant(text))) || this.#isKnown(scope, text)
  }

  /** The names of records of a scope that are in a text among other words: listed, known, or meant by another. */
  namesIn(scope: Scope, text: string): string[] {
    const listed = this.meanings.looksOf(scope)?.namesIn(text) ?? []
    const known = (this.#records.get(scope) ?? []).flatMap(({ record: { name = '' } }) => (name.length > 1 ? name : []))
    const found = namesAmong(text, [...new Set([...listed, ...known, ...this.meanings.aliasesOf(scope)])])
    return [...new Set(found.map((name) => this.meanings.meant(name)))]
  }

  #isKnown(scope: Scope, text: string): boolean {
    const key = this.meanings.canonicalOf(text)
    return (
      this.meanings.isAliasOf(scope, text) ||
      this.ids.isKnown(text) ||
      this.#earlier?.has(scope, (other) => keyOf(other) === key) === true
    )
  }

  /** The records of a scope that have a name, below a record if one is given. */
  find(scope: Scope, name: string, below?: DraftRecord): DraftRecord[] {
    const called = this.#byName.get(scope)?.get(this.meanings.canonicalOf(name)) ?? []
    const found = below ? called.filter(({ parent }) => parent === below) : called
    const organizations = this.#organizations.get(keyOf(name)) ?? []
    const own = organizations.flatMap(({ record }) => (record.scope === scope ? record : []))
    return [...new Set([...found, ...own])]
  }

  /** The records of a scope whose names differ from a name only in what is in brackets, or as if by a slip. */
  alike(scope: Scope, name: string): readonly DraftRecord[] {
    return this.#near.get(scope)?.near(this.meanings.canonicalOf(name)) ?? []
  }

  /** The records of a scope whose names are other forms of the name of a place: 章贡, 赣州市章贡区. */
  findPlace(scope: Scope, name: string, below?: DraftRecord): DraftRecord[] {
    return (this.#records.get(scope) ?? []).flatMap(({ record }) =>
      (!below || record.parent === below) && isSamePlace(record.name ?? '', name) ? [record] : [],
    )
  }

  /** Gives a record the whole name of its place, where it has another form of it. */
  rename(record: DraftRecord, name: string): void {
    if (isPlainPlace(record.name ?? '') || !isPlainPlace(name)) return
    record.name = tidyName(name)
    const id = record.valueOf(['id'])
    if (typeof id === 'string') this.organizations[id] = record.name
  }

  /** The name of the only record of a scope for which this may stand, or that may stand for it. */
  similar(scope: Scope, name: string): string | undefined {
    const [found, ...others] = this.allSimilar(scope, name)
    return others.length === 0 ? found?.name : undefined
  }

  /** The records of a scope for which a name may stand, or that may stand for it. */
  allSimilar(scope: Scope, name: string): DraftRecord[] {
    const key = this.meanings.canonicalOf(name)
    if (key.length < SHORTEST) return []
    return (this.#records.get(scope) ?? []).flatMap(({ key: other, record }) =>
      isShort(key, other) || isShort(other, key) ? [record] : [],
    )
  }

  /** What stands in the name of something that a record has and is the end of its own name: 甲一所 of 江西甲一律师事务所. */
  shortIn(text: string, name: string, scope: Scope): string | undefined {
    const looks = this.meanings.looksOf(scope)
    const inner = this.meanings.meant(text)
    if (!looks || inner === text || this.meanings.beginWithListed(inner)) return undefined
    const [stem, whole] = [inner, name].map((one) => looks.stemOf(keyOf(this.meanings.spelt(one))))
    return stem!.length >= SHORTEST && whole!.endsWith(stem!) ? inner : undefined
  }

  /** Whether a name is that of a record without what it begins with, whatever both end in: 明理所 of 江西明理律师事务所. */
  isEndOf({ scope, name = '' }: DraftRecord, short: string): boolean {
    const looks = this.meanings.looksOf(scope)
    if (!looks || !looks.fits(this.meanings.spelt(this.meanings.meant(short)))) return false
    const [stem, whole] = [short, name].map((one) => looks.stemOf(this.meanings.canonicalOf(one)))
    return stem!.length >= SHORTEST && whole!.endsWith(stem!)
  }

  /** The names of the records of a scope for which this may stand, being half as long at most and no name that is known. */
  longFormsOf(scope: Scope, name: string): string[] {
    const key = this.meanings.canonicalOf(name)
    if (!this.meanings.looksOf(scope) || key.length < SHORTEST || this.#isKnown(scope, name)) return []
    const long = (this.#records.get(scope) ?? []).filter(
      ({ key: other }) => key.length * 2 <= other.length + 1 && isShort(key, other),
    )
    return long.flatMap(({ record }) => record.name ?? [])
  }

  /** Makes a record that has a name, with an id where its scope has ids. */
  name(record: DraftRecord, name: string): void {
    const { scope } = record
    const key = this.meanings.canonicalOf(name)
    addTo(this.#records, scope, { key, record })
    const byName = this.#byName.get(scope) ?? new Map<string, DraftRecord[]>()
    addTo(byName, key, record)
    this.#byName.set(scope, byName)
    const near = this.#near.get(scope) ?? new NearNames()
    near.add(key, record)
    this.#near.set(scope, near)
    record.name = tidyName(this.meanings.notesOf(name).name)
    if (!scope.id) return
    const earlier = this.#earlierId(record, name)
    if (earlier !== undefined) this.ids.take(earlier)
    const id = earlier ?? this.ids.idOf(record.name, scope.name)
    record.set(scope.id.path, id, undefined)
    this.organizations[id] = record.name
  }

  /** The ids of organizations of that name in a record. */
  organizationsOf(record: DraftRecord, name: string): string[] {
    const organizations = this.#organizations.get(keyOf(name)) ?? []
    return organizations.flatMap((one) => (one.record === record ? one.id : []))
  }

  /** The id of an organization by its name. */
  organization(record: DraftRecord, name: string, kind: string): string {
    const id = this.ids.idOf(name, kind)
    addTo(this.#organizations, keyOf(name), { record, id })
    this.organizations[id] = tidyName(name)
    return id
  }

  /** The id of what is around others and has no name: that of the only such one of an earlier ledger. */
  idOfUnnamed({ scope, parent }: DraftRecord): string {
    const around = parent?.scope.id && parent.valueOf(parent.scope.id.path)
    return this.#earlier?.claimUnnamed(scope, around) ?? this.ids.mint(scope.name)
  }

  #earlierId({ scope, parent }: DraftRecord, name: string): string | undefined {
    const key = this.meanings.canonicalOf(name)
    const around = parent?.scope.id && parent.valueOf(parent.scope.id.path)
    return this.#earlier?.claim(scope, (other) => this.meanings.canonicalOf(other) === key, name, around)
  }
}
