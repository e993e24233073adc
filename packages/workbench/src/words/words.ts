import type { Language } from '@tiaoli/engine/names'
import { en } from './en.ts'
import { zh } from './zh.ts'

/** Everything that the page says itself, in one shape for both languages. */
export type Words = typeof zh

const WORDS: Record<Language, Words> = { zh, en }

export function wordsIn(language: Language): Words {
  return WORDS[language]
}
