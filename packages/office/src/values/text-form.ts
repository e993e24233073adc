import { escapedPattern } from '../escaped-pattern.ts'
import { halfWidth } from './number-text.ts'
import { remembered } from '../remembered.ts'
import { keyOf } from './words.ts'

/** Longer texts are compared only as a whole. */
const LONGEST = 200
const HOLE = /(\{[^{}]*\}|…)/

/** What stands in the holes of a form: `''` is `{}`, and others are names of facts. */
export type Filling = ReadonlyMap<string, string>

/** A text as it is compared with a form: also with one kind of brackets. */
export const formKey = remembered((text) =>
  keyOf(text)
    .replaceAll(/[[{【〔〖]/g, '(')
    .replaceAll(/[\]}】〕〗]/g, ')'),
)

/** A text with holes: `{}（已注销）`, `…司法局`. */
export class TextForm {
  /** How many letters it has besides its holes: of two that match, the longer says more. */
  readonly size: number
  readonly #pattern: RegExp
  readonly #holes: readonly string[]
  readonly #isWhole: boolean

  constructor(form: string) {
    const parts = form.split(HOLE)
    const letters = parts.filter((_, i) => i % 2 === 0).map(formKey)
    const holes = parts.filter((_, i) => i % 2 === 1)
    this.size = holes.length === 0 ? Infinity : letters.join('').length
    this.#isWhole = holes.length === 0
    this.#holes = holes.filter((hole) => hole !== '…').map((hole) => hole.slice(1, -1))
    const source = letters.map((text, i) => escapedPattern(text) + (i < holes.length ? gap(holes[i]!) : '')).join('')
    this.#pattern = new RegExp(`^${source}$`, 'dsu')
  }

  match(text: string): Filling | undefined {
    const key = formKey(text)
    if (key.length > LONGEST && !this.#isWhole) return undefined
    const found = this.#pattern.exec(key)
    if (!found) return undefined
    const written = new AsWritten(text)
    return new Map(this.#holes.map((hole, i) => [hole, written.slice(...found.indices![i + 1]!)]))
  }
}

/** A text in which parts of its key are found as they were written, with their spaces and capitals. */
class AsWritten {
  readonly #text: string
  /** Where each letter of the key begins. */
  readonly #starts: readonly number[]

  constructor(text: string) {
    this.#text = halfWidth(text)
    const starts: number[] = []
    let at = 0
    for (const letter of this.#text) {
      for (let i = 0; i < keyOf(letter).length; i++) starts.push(at)
      at += letter.length
    }
    this.#starts = [...starts, at]
  }

  slice(from: number, to: number): string {
    return this.#text.slice(this.#starts[from], this.#starts[to]).trim()
  }
}

function gap(hole: string): string {
  return hole === '…' ? '.*?' : '(.+?)'
}

/** The same forms may come in a new list for every cell. */
const formOf = remembered((form) => new TextForm(form))

/** The forms of a list, which are made once however many texts are compared with them. */
export function formsOf(list: readonly string[]): readonly TextForm[] {
  const known = FORMS.get(list)
  if (known) return known
  const forms = list.map(formOf)
  FORMS.set(list, forms)
  return forms
}

/** Whether one of the texts has one of the forms. */
export function says(forms: readonly string[], texts: readonly string[]): boolean {
  return formsOf(forms).some((form) => texts.some((text) => form.match(text)))
}

/** By the list as a mapping has it. */
const FORMS = new WeakMap<readonly string[], readonly TextForm[]>()

/** Forms by what they mean, asked in the order of how much they say. */
export class TextForms<T> {
  readonly #forms: readonly { form: TextForm; meaning: T }[]

  constructor(meanings: Readonly<Record<string, T>>) {
    this.#forms = Object.entries(meanings)
      .map(([text, meaning]) => ({ form: new TextForm(text), meaning }))
      .sort((a, b) => b.form.size - a.form.size)
  }

  match(text: string): { filling: Filling; meaning: T } | undefined {
    for (const { form, meaning } of this.#forms) {
      const filling = form.match(text)
      if (filling) return { filling, meaning }
    }
    return undefined
  }
}
