import { cutAtLastBracket, NameNotes, type NotedName } from './name-notes.ts'
import { isPerson, isSurelyPerson } from './person-in-name.ts'
import { NameLooks } from './name-looks.ts'
import type { PersonWords } from '../../person/read-person.ts'
import { TextForm } from '../../values/text-form.ts'
import { keyOf } from '../../values/words.ts'
import type { Scope } from '../../scope.ts'

export interface NameForms extends PersonWords {
  readonly like?: Readonly<Record<string, ConstructorParameters<typeof NameLooks>[0]>> | undefined
  readonly forms?: readonly string[] | undefined
  readonly local?: readonly string[] | undefined
  readonly aliases?: Readonly<Record<string, string>> | undefined
  readonly spellings?: Readonly<Record<string, string>> | undefined
  readonly notes?: readonly string[] | undefined
  readonly with?: readonly string[] | undefined
  readonly alone?: Readonly<Record<string, string>> | undefined
}

/** What a mapping says of names: what they look like, and for which others they stand. */
export class NameMeanings {
  readonly persons: PersonWords
  readonly #forms: readonly TextForm[]
  readonly #notes: NameNotes
  readonly #with: readonly TextForm[]
  readonly #looks: ReadonlyMap<string, NameLooks>
  readonly #local: ReadonlySet<string>
  readonly #aliases: ReadonlyMap<string, string>
  /** By scope, once they were asked for. */
  readonly #aliasesOf = new Map<string, readonly string[]>()
  readonly #alone: ReadonlyMap<string, string>
  readonly #spellings: readonly { readonly form: TextForm; readonly meant: string }[]

  /** What the forms of names say alone: 党支部. */
  readonly #kinds: ReadonlySet<string>

  constructor({
    forms = [],
    aliases = {},
    like = {},
    local = [],
    spellings = {},
    notes = [],
    alone = {},
    addressed,
    noPersons,
    with: withForms = [],
  }: NameForms) {
    this.persons = { addressed, noPersons }
    this.#with = withForms.map((form) => new TextForm(form))
    this.#forms = forms.map((form) => new TextForm(form))
    this.#spellings = Object.entries(spellings).map(([form, meant]) => ({ form: new TextForm(form), meant }))
    this.#local = new Set(local)
    this.#looks = new Map(Object.entries(like).map(([scope, looks]) => [scope, new NameLooks(looks)]))
    this.#notes = new NameNotes(notes, (text, before, inside) => this.#isRemarked(text, before, inside))
    const endings = forms.flatMap((form) => form.split('{}').at(-1)!)
    this.#kinds = new Set([...endings.map(keyOf), ...[...this.#looks.values()].flatMap((looks) => looks.endings)])
    this.#aliases = new Map(Object.entries(aliases).map(([alias, name]) => [keyOf(alias), name]))
    this.#alone = new Map(Object.entries(alone).map(([text, name]) => [keyOf(text), name]))
  }

  /** What stands behind a name in a text and is no part of it. */
  notesOf(text: string): NotedName {
    if (this.isAlias(text)) return { name: text, hasNotes: false, notes: [], others: [] }
    const plain = this.withoutPerson(text)
    return plain === undefined ? this.#notes.read(text) : { ...this.#notes.read(plain), hasNotes: true }
  }

  #isRemarked(text: string, before: string, inside: string): boolean {
    if (this.#with.some((form) => form.match(inside))) return false
    return [...this.#looks.values()].some((looks) => looks.isRemarked(text, before, inside))
  }

  /** What stands in the brackets behind a name and is another beside it: 乙所 of 甲所（含乙所）. */
  namedWith(text: string): string | undefined {
    const inside = cutAtLastBracket(text.normalize('NFKC').trim())?.inside
    return inside === undefined ? undefined : this.#with.flatMap((form) => form.match(inside)?.get('') ?? [])[0]
  }

  /** A name without the person in brackets behind it, if there is one: 江西甲律师事务所党支部（孙某某）. */
  withoutPerson(text: string): string | undefined {
    const cut = cutAtLastBracket(text.normalize('NFKC').trim())
    if (!cut || this.beginWithListed(cut.inside)) return undefined
    const isBranch = this.#forms.some((form) => form.match(cut.before))
    const isNamed = isBranch ? isPerson(cut.inside, this.persons) : isSurelyPerson(cut.inside, this.persons)
    return isNamed ? cut.before : undefined
  }

  /** Whether a text says of what kind something is, and not which: 党支部, 律师事务所. */
  isKind(text: string): boolean {
    return this.#kinds.has(keyOf(text))
  }

  /** Whether a text has a form that names have here. */
  hasForm(text: string): boolean {
    return this.#forms.some((form) => form.match(text)) || [...this.#looks.values()].some((looks) => looks.fits(text))
  }

  /** What names of records end in that are not of these scopes, but for what is one letter: 律师事务所, not 县. */
  endingsBut(scopes: readonly Scope[]): string[] {
    const others = [...this.#looks].filter(([name]) => !scopes.some((scope) => scope.name === name))
    return others.flatMap(([, looks]) => looks.endings.filter((ending) => ending.length > 1))
  }

  /** What the whole of a cell stands for where it names a record: 赣州市. */
  ofCell(text: string): string | undefined {
    return this.#alone.get(keyOf(text))
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
    return this.isAlias(text) || [...this.#looks.values()].some((looks) => looks.has(text))
  }

  /** Whether letters begin with what the mapping lists as a name: they are no name of a person. */
  beginWithListed(letters: string): boolean {
    return [...this.#looks.values()].some((looks) => looks.beginIn(letters))
  }

  /** What a new record is called: as it is written, or what that means where names look otherwise. */
  nameOf(scope: Scope, text: string): string {
    if (!this.looksOf(scope)) return text
    const looks = this.looksOf(scope)!
    const isOther = (this.isAlias(text) && !looks.has(text)) || !looks.fits(text)
    return isOther ? this.wholeName(scope, text) : text
  }

  /** What a name means as a whole: in the spelling of the mapping, where it looks like none otherwise. */
  wholeName(scope: Scope, text: string): string {
    const meant = this.meant(text)
    const looks = this.looksOf(scope)
    return !looks || looks.fits(meant) ? meant : this.spelt(meant)
  }

  /** A name by which others that mean the same are found. */
  canonicalOf(name: string): string {
    return keyOf(this.spelt(this.meant(name)))
  }

  /** A name as the mapping spells it. */
  spelt(name: string): string {
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

  /** Whether the mapping says of a text that it stands for another name. */
  isAlias(text: string): boolean {
    return this.#aliases.has(keyOf(text))
  }

  /** The texts that stand for names that are listed for a scope. */
  aliasesOf(scope: Scope): readonly string[] {
    const known = this.#aliasesOf.get(scope.name)
    if (known) return known
    const looks = this.looksOf(scope)
    const aliases = [...this.#aliases].flatMap(([alias, name]) => (looks?.wholeName(name) === undefined ? [] : alias))
    this.#aliasesOf.set(scope.name, aliases)
    return aliases
  }

  /** Whether a text stands for a name, or is one for which others stand, and looks like none of another scope. */
  isAliasOf(scope: Scope, text: string): boolean {
    const key = this.canonicalOf(text)
    const isAlias = this.isAlias(text) || [...this.#aliases.values()].some((name) => keyOf(name) === key)
    return isAlias && ![...this.#looks].some(([other, looks]) => other !== scope.name && looks.fits(this.meant(text)))
  }
}
