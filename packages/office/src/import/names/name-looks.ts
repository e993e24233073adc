import { isSamePlace, plainPlace, withoutLevel } from './place-name.ts'
import { SHORTEST } from './short-name.ts'
import { says, TextForms } from '../../values/text-form.ts'
import { keyOf, ORDINAL } from '../../values/words.ts'

interface Looks {
  /** Whole names, and forms with …. */
  readonly is: readonly string[]
  readonly not?: readonly string[] | undefined
  readonly brackets?: { readonly is: readonly string[]; readonly not?: readonly string[] | undefined } | undefined
}

/** What stands for a name that is to be filled in: ×××, XX, 某某. */
const PLACEHOLDER = /^[x○〇口某_?·.]+$|[×*□]|x{2,}|某某/iu
/** How many there are, in place of a name: 3家, 共三家, 多家; none of 客家 and 百家. */
const COUNT = /\d[家个户]$|^(?:共|共有|共计|合计|总计|等)?[一二两三四五六七八九十几多数各每]+[家个户]$/u
/** No serial number stands before a name. */
const BEGINNING = /^[\p{L}\d]/u

/** Tells by what names of the records of a scope look like whether a text is one. */
export class NameLooks {
  readonly #forms: TextForms<boolean>
  /** Those that are known as a whole. */
  readonly #names: readonly string[]
  /** What names end in, the longest first. */
  readonly endings: readonly string[]
  readonly #brackets: Looks['brackets']

  constructor({ is, not = [], brackets }: Looks) {
    this.#brackets = brackets
    // What the first hole holds is read, as it has to be a name itself.
    const forms = is.map((form) => [form.replace('…', '{}'), true] as const)
    this.#forms = new TextForms<boolean>(Object.fromEntries([...forms, ...not.map((form) => [form, false] as const)]))
    this.#names = is.filter((form) => !form.includes('…'))
    this.endings = endingsOf(is)
  }

  /** Whether a text may be the name of a record. */
  fits(text: string): boolean {
    return this.#saysOf(text) ?? this.#saysOf(plainPlace(text)) ?? this.wholeName(text) !== undefined
  }

  /** Whether a text is a name, and what stands in brackets behind it is no part of it. */
  isRemarked(text: string, before: string, inside: string): boolean {
    if (!this.#brackets || !this.fits(before) || !this.fits(text)) return false
    const { is, not = [] } = this.#brackets
    return !says(is, [inside]) || says(not, [inside])
  }

  /** The only name known as a whole of which a text is another form: 章贡区 of 章贡. */
  wholeName(text: string): string | undefined {
    const key = keyOf(text)
    const [name, ...others] = this.#names.filter((one) => keyOf(one) === key || isSamePlace(one, text))
    return others.length === 0 ? name : undefined
  }

  /** A name without what such names end in: 明理 of 明理所, and 江西明理 of 江西明理律师事务所. */
  stemOf(name: string): string {
    const key = keyOf(name)
    return key.slice(0, key.length - (this.endings.find((ending) => key.endsWith(ending))?.length ?? 0))
  }

  /** What a name may be called among other words: 贡江所 for 江西贡江律师事务所. */
  shorterOf(name: string): string[] {
    const stem = this.stemOf(name)
    return stem === keyOf(name) || stem.length < SHORTEST
      ? []
      : this.endings.map((ending) => stem.slice(-SHORTEST) + ending)
  }

  /** Whether a text is a name that is known as a whole, whatever it looks like. */
  has(text: string): boolean {
    const key = keyOf(text)
    return this.#names.some((name) => keyOf(name) === key)
  }

  /** Whether letters begin with a name that is known as a whole, with its level or without: 章贡. */
  beginIn(letters: string): boolean {
    const key = keyOf(letters)
    return this.#names.some((name) => key.startsWith(withoutLevel(name)))
  }

  /** The only name known as a whole that is in a text among other words. */
  nameIn(text: string): string | undefined {
    const [name, ...others] = this.namesIn(text)
    return others.length === 0 ? name : undefined
  }

  /** The names known as a whole that are in a text among other words. */
  namesIn(text: string): string[] {
    return namesAmong(text, this.#names)
  }

  #saysOf(text: string): boolean | undefined {
    const match = this.#forms.match(text)
    const filling = match?.filling.get('')
    if (match?.meaning && filling !== undefined) return isNaming(filling)
    return match?.meaning
  }
}

/** What names of such forms end in, the longest first. */
export function endingsOf(forms: readonly string[]): string[] {
  const endings = forms.flatMap((form) => (form.lastIndexOf('…') === 0 ? [keyOf(form.slice(1))] : []))
  return endings.sort((a, b) => b.length - a.length)
}

/** Whether what stands in the hole of a form is a name itself. */
function isNaming(filling: string): boolean {
  const key = keyOf(filling)
  const isNone = ORDINAL.test(key) || COUNT.test(key) || PLACEHOLDER.test(filling)
  return /\p{L}/u.test(filling) && BEGINNING.test(filling) && !isNone
}

/** Those names that are in a text, and in no longer one that is. */
export function namesAmong(text: string, names: readonly string[]): string[] {
  const key = keyOf(text)
  const found = names.filter((one) => key.includes(keyOf(one)))
  return found.filter((one) => !found.some((other) => other !== one && other.includes(one)))
}
