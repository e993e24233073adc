import type { Language, Text } from '../text/text.ts'
import type { Described } from './fact.ts'
import type { Expression } from './expression.ts'

/** What a text shows in place of a name in braces. */
export interface Placeholder {
  readonly name: string
  readonly expression: Expression
  /** How its value is shown. */
  readonly described: Described
}

/** Words, and in place of each placeholder its position in a list. */
export type TemplateParts = readonly (string | number)[]

/** A text of the pack in which values may be shown. */
export interface TextTemplate {
  /** The text itself, where it shows no value: every finding has the same. */
  readonly fixed: Text | undefined
  readonly placeholders: readonly Placeholder[]
  /** The text in each language; positions are those in `placeholders`. */
  readonly parts: Readonly<Record<Language, TemplateParts>>
}

/** The text with a value in words for each placeholder. */
export function fillTemplate({ parts }: TextTemplate, values: readonly Text[]): Text {
  const fill = (language: Language) =>
    parts[language].map((part) => (typeof part === 'string' ? part : values[part]![language])).join('')
  return Object.freeze({ zh: fill('zh'), en: fill('en') })
}
