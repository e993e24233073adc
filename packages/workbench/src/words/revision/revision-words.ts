import type { Language } from '@tiaoli/engine/names'
import { revisionEn } from './en.ts'
import { revisionZh } from './zh.ts'

/** What the screens of changes and approvals say, in one shape for both languages. */
export type RevisionWords = typeof revisionZh

const WORDS: Record<Language, RevisionWords> = { zh: revisionZh, en: revisionEn }

export function revisionWordsIn(language: Language): RevisionWords {
  return WORDS[language]
}
