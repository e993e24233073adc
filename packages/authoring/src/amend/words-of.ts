/** Words of other scripts whole, and signs of Chinese, figures and marks one by one; spaces are left out. */
const WORD = /\p{Script=Han}|\p{L}[\p{L}\p{M}]*(?:[’']\p{L}+)?|\S/gu
const RUN = /(?<signs>[\p{Script=Han}\p{P}]+)|[^\p{Script=Han}\p{P}]+/gu
/** Words that any English sentence has. */
const COMMON = new Set(
  'a an and any are as at be been by for from has have in is it its no of on or such that the their they this to was which who with'.split(
    ' ',
  ),
)

export function wordsOf(text: string): string[] {
  return text.match(WORD) ?? []
}

/**
 * What a text is compared by, where the order of its parts does not count: pairs of neighbouring Chinese signs, and words
 * of other scripts that not every sentence has.
 */
export function* gramsOf(text: string): Generator<string> {
  for (const { 0: run, groups } of text.toLowerCase().matchAll(RUN)) {
    const signs = groups?.['signs']
    if (signs === undefined) {
      for (const word of run.split(/\s+/u)) if (word !== '' && !COMMON.has(word)) yield word
    } else for (let i = 1; i < signs.length; i++) yield signs.slice(i - 1, i + 1)
  }
}
