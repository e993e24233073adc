import { TextForms } from '../../values/text-form.ts'

/** What stands behind a name. */
export interface NameNote {
  readonly text: string
  /** Whether the mapping has it. */
  readonly isKnown: boolean
}

/** A name, and what stands behind it and is no part of it. */
export interface NotedName {
  readonly name: string
  readonly hasNotes: boolean
  /** What stands behind it and names nothing else. */
  readonly notes: readonly NameNote[]
  /** Other names that it has or had: 江西甲律师事务所（原江西乙律师事务所）. */
  readonly others: readonly string[]
}

/** Tells names from notes behind them: 江西甲律师事务所（待核）, 江西甲律师事务所（党员3人）, 江西甲律师事务所？ */
export class NameNotes {
  readonly #forms: TextForms<true>
  readonly #isRemarked: (text: string, before: string, inside: string) => boolean

  /** Forms of what is in the brackets, in which `{}` is another name; and whether other brackets are part of no name. */
  constructor(forms: readonly string[], isRemarked: (text: string, before: string, inside: string) => boolean) {
    this.#isRemarked = isRemarked
    this.#forms = new TextForms(Object.fromEntries(forms.map((form) => [form, true as const])))
  }

  read(text: string): NotedName {
    const plain = text.normalize('NFKC').trim()
    const sure = plain.replace(/(?<=.)[?\s]+$/su, '')
    if (sure !== plain) return { ...this.read(sure), hasNotes: true }
    const cut = cutAtLastBracket(plain)
    const match = cut && this.#forms.match(cut.inside)
    if (!cut || (!match && !this.#isRemarked(plain, cut.before, cut.inside)))
      return { name: text, hasNotes: false, notes: [], others: [] }
    const { name, notes, others } = this.read(cut.before)
    const other = match?.filling.get('')
    return other === undefined
      ? { name, hasNotes: true, notes: [...notes, { text: cut.inside, isKnown: match !== undefined }], others }
      : { name, hasNotes: true, notes, others: [...others, other] }
  }
}

/** What stands in the brackets at the end of a text, and before them. */
export function cutAtLastBracket(text: string): { before: string; inside: string } | undefined {
  if (!/[)\]】]$/u.test(text)) return undefined
  let open = 0
  for (let at = text.length - 1; at > 0; at--) {
    if (/[)\]】]/u.test(text[at]!)) open++
    else if (/[([【]/u.test(text[at]!)) open -= 1
    if (open === 0) return { before: text.slice(0, at).trim(), inside: text.slice(at + 1, -1) }
  }
  return undefined
}
