import { ScaffoldError } from '../scaffold/scaffold-error.ts'
import { plainText } from './passages.ts'

/** Letters of a sentence of a new text: a longer one lacks its marks. Words of one are looked for around each other. */
export const MAX_SENTENCE = 3000
/** Quotation marks of a new text: each quotation is looked for in all clauses. */
export const MAX_QUOTATION_MARKS = 2000

/** Throws `ScaffoldError` where a text has a sentence that is too long, or quotes too often. */
export function checkLengths(text: string): void {
  const { words, ends, breaks } = plainText(text)
  let start = 0
  for (const end of [...new Set([...ends, ...breaks, words.length])].sort((a, b) => a - b)) {
    if (end - start > MAX_SENTENCE) {
      const before = [...breaks].filter((at) => at <= start).length
      throw new ScaffoldError('sentence-too-long', String(before + 1), String(MAX_SENTENCE))
    }
    start = end
  }
  if ((text.match(/[“”‘’「」"]/gu)?.length ?? 0) > MAX_QUOTATION_MARKS)
    throw new ScaffoldError('too-many-quotations', String(MAX_QUOTATION_MARKS))
}
