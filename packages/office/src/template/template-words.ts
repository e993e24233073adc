import type { Text } from '@tiaoli/engine'
import type { Language } from '@tiaoli/engine/names'

/** Words that mean the same in every cell of a template. */
export const CELL_WORDS = {
  none: { zh: '没有', en: 'none' },
  there: { zh: '有', en: 'there is' },
  unknown: { zh: '不清楚', en: 'not known' },
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
  come: { zh: '已完成（日期不详）', en: 'done (day unknown)' },
  listed: { zh: '逐条填写', en: 'one by one' },
  yearly: { zh: '逐年填写', en: 'year by year' },
  noYear: { zh: '一年也没有登记', en: 'no year on record' },
  complete: { zh: '齐全', en: 'complete' },
  incomplete: { zh: '不齐全', en: 'not complete' },
} as const satisfies Record<string, Text>

export type CellWord = keyof typeof CELL_WORDS

export function wordOf(word: CellWord, language: Language): string {
  return CELL_WORDS[word][language]
}

/** The same letters, whatever their width and the spaces around them. */
export function sameWords(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s+/g, ' ').trim()
}
