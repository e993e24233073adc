// The kinds of flags, as Stricli takes them.

import { isLanguageTag } from '@tiaoli/engine/names'

export const switchOn = (brief: string) => ({ kind: 'boolean', brief, optional: true, withNegated: false }) as const

export const required = (brief: string, placeholder: string) =>
  ({ kind: 'parsed', parse: String, brief, placeholder }) as const

export const value = (brief: string, placeholder: string) =>
  ({ ...required(brief, placeholder), optional: true }) as const

export const values = (brief: string, placeholder: string) =>
  ({ ...value(brief, placeholder), variadic: true }) as const

export const oneOf = <T extends string>(brief: string, choices: readonly T[]) =>
  ({ kind: 'enum', values: choices, brief, optional: true }) as const

export const someOf = <T extends string>(brief: string, choices: readonly T[]) =>
  ({ ...oneOf(brief, choices), variadic: true }) as const

/** A BCP 47 tag: what languages there are, the pack says. */
export const languageTag = (brief: string) =>
  ({ kind: 'parsed', parse: parseTag, brief, placeholder: 'zh|en|…', optional: true }) as const

export const languageTags = (brief: string) => ({ ...languageTag(brief), variadic: true }) as const

function parseTag(text: string): string {
  if (!isLanguageTag(text)) throw new SyntaxError(text)
  return text
}
