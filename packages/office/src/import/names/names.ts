import { bareName } from './bare-name.ts'
import type { EarlierIds } from './earlier-ids.ts'
import { NameNotes, type NotedName } from './name-notes.ts'
import { NearNames } from './near-names.ts'
import { NameLooks, namesAmong } from './name-looks.ts'
import { TextForm } from '../../values/text-form.ts'
import { isPlainPlace, isSamePlace } from './place-name.ts'
import { keyOf } from '../../values/words.ts'
import { DraftRecord } from '../record/draft-record.ts'
import type { Scope } from '../../scope.ts'

export interface NameForms {
  readonly like?: Readonly<Record<string, ConstructorParameters<typeof NameLooks>[0]>> | undefined
  readonly forms?: readonly string[] | undefined
  readonly local?: readonly string[] | undefined
  readonly aliases?: Readonly<Record<string, string>> | undefined
  readonly spellings?: Readonly<Record<string, string>> | undefined
  readonly notes?: readonly string[] | undefined
  readonly alone?: Readonly<Record<string, string>> | undefined
}

/** Where a name in Chinese was spaced or broken. */
const SPACE_INSIDE = /(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu

/** The name in a cell as it is shown: without line breaks and spaces inside, in Chinese brackets. */
export function tidyName(text: string): string {
  const name = bareName(text.trim().replaceAll(/\s*[\r\n]\s*/g, '')).replaceAll(SPACE_INSIDE, '')
  return /\p{Script=Han}/u.test(name) ? name.replaceAll('(', '（').replaceAll(')', '）') : name
}

/** Finds records by their names, and gives ids to organizations and persons. */
export class Names {
  readonly #forms: readonly TextForm[]
  readonly #notes: NameNotes
  readonly #looks: ReadonlyMap<string, NameLooks>
  readonly #local: ReadonlySet<string>
  readonly #aliases: ReadonlyMap<string, string>
  readonly #alone: ReadonlyMap<string, string>
  /** Ids of organizations that were known before, by name. */
  readonly #known: ReadonlyMap<string, string>
  readonly #records = new Map<Scope, { readonly key: string; readonly record: DraftRecord }[]>()
  readonly #near = new Map<Scope, NearNames<DraftRecord>>()
  readonly #spellings: readonly { readonly form: TextForm; readonly meant: string }[]
  readonly #organizations: { readonly key: string; readonly record: DraftRecord; readonly id: string }[] = []
  readonly #persons = new Map<string, { readonly id: string; readonly records: Set<DraftRecord> }[]>()
  readonly #counts = new Map<string, number>()
  readonly organizations: Record<string, string> = {}
  readonly persons: Record<string, string> = {}

  readonly #earlier: EarlierIds | undefined

  constructor(
    { forms = [], aliases = {}, like = {}, local = [], spellings = {}, notes = [], alone = {} }: NameForms,
    known: Readonly<Record<string, string>>,
    earlier?: EarlierIds,
  ) {
    this.#earlier = earlier
    this.#forms = forms.map((form) => new TextForm(form))
    this.#notes = new NameNotes(notes)
    this.#spellings = Object.entries(spellings).map(([form, meant]) => ({ form: new TextForm(form), meant }))
    this.#local = new Set(local)
    this.#looks = new Map(Object.entries(like).map(([scope, looks]) => [scope, new NameLooks(looks)]))
    this.#aliases = new Map(Object.entries(aliases).map(([alias, name]) => [keyOf(alias), name]))
    this.#alone = new Map(Object.entries(alone).map(([text, name]) => [keyOf(text), name]))
    this.#known = new Map(Object.entries(known).map(([id, name]) => [keyOf(name), id]))
  }

  /** What stands behind a name in a text and is no part of it. */
  notesOf(text: string): NotedName {
    return this.#isAlias(text) ? { name: text, hasNotes: false, others: [] } : this.#notes.read(text)
  }

  /** What the whole of a cell stands for where it names a record: 赣州市. */
  ofCell(text: string): string | undefined {
    return this.#alone.get(keyOf(text))
  }

  /** Whether any record of a scope has a name. */
  has(scope: Scope): boolean {
    return this.#records.has(scope)
  }

  /** What names of the records of a scope look like, where the mapping says so. */
  looksOf(scope: Scope): NameLooks | undefined {
    return this.#looks.get(scope.name)
  }

  /** Whether records of a scope are told apart by their names only within what is around them. */
  isLocal(scope: Scope): boolean {
    return this.#local.has(scope.name)
  }

  /** Whether the mapping says of a text as a whole that it is a name. */
  isSaid(text: string): boolean {
    return this.#isAlias(text) || [...this.#looks.values()].some((looks) => looks.has(text))
  }

  /** Whether letters begin with what the mapping lists as a name: they are no name of a person. */
  beginWithListed(letters: string): boolean {
    return [...this.#looks.values()].some((looks) => looks.beginIn(letters))
  }

  /** Whether a text may be the name of a new record: it looks like one, or is known otherwise. */
  mayName(scope: Scope, text: string): boolean {
    const looks = this.looksOf(scope)
    return !looks || looks.fits(this.#spelt(this.meant(text))) || this.#isKnown(scope, text)
  }

  /** What a new record is called: as it is written, or what that means where names look otherwise. */
  nameOf(scope: Scope, text: string): string {
    if (!this.looksOf(scope)) return text
    const looks = this.looksOf(scope)!
    const isOther = (this.#isAlias(text) && !looks.has(text)) || !looks.fits(text)
    return isOther ? this.wholeName(scope, text) : text
  }

  /** What a name means as a whole: in the spelling of the mapping, where it looks like none otherwise. */
  wholeName(scope: Scope, text: string): string {
    const meant = this.meant(text)
    const looks = this.looksOf(scope)
    return !looks || looks.fits(meant) ? meant : this.#spelt(meant)
  }

  /** The names of records of a scope that are in a text among other words: listed, known, or meant by another. */
  namesIn(scope: Scope, text: string): string[] {
    const looks = this.looksOf(scope)
    const known = (this.#records.get(scope) ?? []).flatMap(({ record: { name = '' } }) => (name.length > 1 ? name : []))
    const aliases = [...this.#aliases].flatMap(([alias, name]) => (looks?.wholeName(name) === undefined ? [] : alias))
    const found = namesAmong(text, [...new Set([...(looks?.namesIn(text) ?? []), ...known, ...aliases])])
    return [...new Set(found.map((name) => this.meant(name)))]
  }

  #isKnown(scope: Scope, text: string): boolean {
    const key = this.#canonical(text)
    const isAlias = this.#isAlias(text) || [...this.#aliases.values()].some((name) => keyOf(name) === key)
    const isOfOther = [...this.#looks].some(([other, looks]) => other !== scope.name && looks.fits(this.meant(text)))
    return (
      (isAlias && !isOfOther) ||
      this.#known.has(keyOf(text)) ||
      this.#earlier?.has(scope, (other) => keyOf(other) === key) === true
    )
  }

  /** The records of a scope that have a name, below a record if one is given. */
  find(scope: Scope, name: string, below?: DraftRecord): DraftRecord[] {
    const key = this.#canonical(name)
    const records = this.#records.get(scope) ?? []
    const found = records.filter(({ key: other, record }) => other === key && (!below || record.parent === below))
    const own = this.#organizations.filter((one) => one.key === keyOf(name) && one.record.scope === scope)
    return [...new Set([...found, ...own].map(({ record }) => record))]
  }

  /** The records of a scope whose names differ from a name only in what is in brackets, or as if by a slip. */
  alike(scope: Scope, name: string): readonly DraftRecord[] {
    return this.#near.get(scope)?.near(this.#canonical(name)) ?? []
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
    const key = this.#canonical(name)
    if (key.length < SHORTEST) return []
    return (this.#records.get(scope) ?? []).flatMap(({ key: other, record }) =>
      isShort(key, other) || isShort(other, key) ? [record] : [],
    )
  }

  /** Whether a name is that of a record without what it begins with, whatever both end in: 明理所 of 江西明理律师事务所. */
  isEndOf({ scope, name = '' }: DraftRecord, short: string): boolean {
    const looks = this.looksOf(scope)
    if (!looks || !looks.fits(this.#spelt(this.meant(short)))) return false
    const [stem, whole] = [short, name].map((one) => looks.stemOf(this.#canonical(one)))
    return stem!.length >= SHORTEST && whole!.endsWith(stem!)
  }

  /** The names of the records of a scope for which this may stand, being half as long at most and no name that is known. */
  longFormsOf(scope: Scope, name: string): string[] {
    const key = this.#canonical(name)
    if (!this.looksOf(scope) || key.length < SHORTEST || this.#isKnown(scope, name)) return []
    const long = (this.#records.get(scope) ?? []).filter(
      ({ key: other }) => key.length * 2 <= other.length + 1 && isShort(key, other),
    )
    return long.flatMap(({ record }) => record.name ?? [])
  }

  /** Makes a record that has a name, with an id where its scope has ids. */
  name(record: DraftRecord, name: string): void {
    const { scope } = record
    const list = this.#records.get(scope) ?? []
    const key = this.#canonical(name)
    list.push({ key, record })
    this.#records.set(scope, list)
    const near = this.#near.get(scope) ?? new NearNames()
    near.add(key, record)
    this.#near.set(scope, near)
    record.name = tidyName(this.notesOf(name).name)
    if (!scope.id) return
    const id = this.#earlierId(record, name) ?? this.#idOf(record.name, scope.name)
    record.set(scope.id.path, id, undefined)
    this.organizations[id] = record.name
  }

  /** The ids of organizations of that name in a record. */
  organizationsOf(record: DraftRecord, name: string): string[] {
    return this.#organizations.filter((one) => one.record === record && one.key === keyOf(name)).map(({ id }) => id)
  }

  /** The id of an organization by its name. */
  organization(record: DraftRecord, name: string, kind: string): string {
    const id = this.#idOf(name, kind)
    this.#organizations.push({ key: keyOf(name), record, id })
    this.organizations[id] = tidyName(name)
    return id
  }

  /** The id of a person: equal names are one person in the records that are given. */
  person(name: string, records: readonly DraftRecord[]): string {
    const key = keyOf(name)
    const known = this.#persons.get(key) ?? []
    let person = known.find(({ records: others }) => records.some((record) => others.has(record)))
    if (!person) {
      person = { id: this.stranger(name), records: new Set() }
      this.#persons.set(key, [...known, person])
    }
    for (const record of records) person.records.add(record)
    return person.id
  }

  /** The id of a person whom no other mention of the name means. */
  stranger(name: string): string {
    const id = this.#mint('person')
    this.persons[id] = tidyName(name)
    return id
  }

  /** The id of what is around others and has no name: that of the only such one of an earlier ledger. */
  idOfUnnamed({ scope, parent }: DraftRecord): string {
    const around = parent?.scope.id && parent.valueOf(parent.scope.id.path)
    return this.#earlier?.claimUnnamed(scope, around) ?? this.#mint(scope.name)
  }

  /** An id for a record without a name. */
  mint(kind: string): string {
    return this.#mint(kind)
  }

  #earlierId({ scope, parent }: DraftRecord, name: string): string | undefined {
    const key = this.#canonical(name)
    const around = parent?.scope.id && parent.valueOf(parent.scope.id.path)
    return this.#earlier?.claim(scope, (other) => this.#canonical(other) === key, name, around)
  }

  #idOf(name: string, kind: string): string {
    const known = this.#known.get(keyOf(name))
    return known === undefined || Object.hasOwn(this.organizations, known) ? this.#mint(kind) : known
  }

  #mint(kind: string): string {
    const taken = new Set([...this.#known.values(), ...(this.#earlier?.all ?? [])])
    let id: string
    do {
      const count = (this.#counts.get(kind) ?? 0) + 1
      this.#counts.set(kind, count)
      id = `${kind}-${String(count)}`
    } while (taken.has(id))
    return id
  }

  #canonical(name: string): string {
    return keyOf(this.#spelt(this.meant(name)))
  }

  /** A name as the mapping spells it. */
  #spelt(name: string): string {
    let spelt = name
    for (const { form, meant } of this.#spellings) {
      const inner = form.match(spelt)?.get('')
      if (inner !== undefined) spelt = meant.replace('{}', () => inner)
    }
    return spelt
  }

  /** What a name means: another for which it stands, or what its form holds. */
  meant(name: string): string {
    const plain = this.notesOf(name).name
    const alias = this.#aliases.get(keyOf(plain))
    if (alias !== undefined) return alias
    for (const form of this.#forms) {
      const filling = form.match(plain)
      const inner = filling?.get('')
      if (inner !== undefined) return this.#aliases.get(keyOf(inner)) ?? inner
    }
    return plain
  }

  #isAlias(text: string): boolean {
    return this.#aliases.has(keyOf(text))
  }
}

/** Whether all letters of a text are in another in their order, as those of a short name are. */
function isShort(short: string, long: string): boolean {
  let at = 0
  for (const letter of long) if (letter === short[at]) at++
  return at === short.length
}

/** One character says nothing of which name it is part of. */
const SHORTEST = 2
