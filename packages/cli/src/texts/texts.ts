import type { Language } from '@tiaoli/engine/names'
import { en } from './en.ts'
import { zh } from './zh.ts'

/** Everything that the command line says, in one shape for both languages. */
export type Texts = typeof zh

const TEXTS: Record<Language, Texts> = { zh, en }

export function textsIn(language: Language): Texts {
  return TEXTS[language]
}
