/** What a Chinese keyboard writes in place of the punctuation of JSON, and that punctuation. */
export const CHINESE_PUNCTUATION: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '"': '“”„‟＂‘’＇「」',
    ',': '，、',
    ':': '：',
    '{': '｛',
    '}': '｝',
    '[': '［【',
    ']': '］】',
  }).flatMap(([ascii, found]) => found.split('').map((character) => [character, ascii] as const)),
)
/** Where a string has a Chinese quotation mark that was meant to close it: one that no other opens, before punctuation. */
export function chineseClosingQuote(string: string): number | undefined {
  const found = /^[^“]*?[”＂](?=\s*(?:[,:，：}\]]|$))/.exec(string)
  return found ? found[0].length - 1 : undefined
}
