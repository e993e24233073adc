import { parseDay } from '@tiaoli/engine/plan'

const PROLONGS =
  /(?:延续|延长|延期|顺延|继续执行|继续施行|有效期)[^，。；\d]{0,8}(?<year>\d{4})年(?:(?<month>\d{1,2})月)?(?:(?<day>\d{1,2})日)?/u
const PROLONGS_ENGLISH =
  /\b(?:extend|prolong|continue)\w*\b[^.;]{0,60}\b(?:to|until|through)\s+(?:(?<date>\d{4}-\d\d-\d\d)|(?<words>\d{1,2} \w+ \d{4}|\w+ \d{1,2}, \d{4}))/iu

/** Stands for what the document is called. */
const NAME = '\u{fffc}'
const ENDS = new RegExp(
  [
    `${NAME}[^，。；的中]{0,16}(?:废止|停止执行|停止施行|失效)`,
    `(?:废止|撤销)${NAME}`,
    `${NAME}[^.;]{0,40}\\b(?:(?:is|are|shall be) (?:hereby )?(?:repealed|revoked)|ceases? to have effect)`,
    String.raw`\b(?:repeal|revoke)s?\s+(?:the\s+)?${NAME}`,
  ].join('|'),
  'iu',
)

/** Whether a sentence names a document. */
export function isAboutDocument(sentence: string, names: readonly string[]): boolean {
  return names.some((name) => sentence.includes(name))
}

/** Whether a sentence ends a document as a whole, by what it is called. */
export function endsDocument(sentence: string, names: readonly string[]): boolean {
  const named = names.reduce((words, name) => words.replaceAll(name, NAME), sentence.replaceAll(/[《》]/gu, ''))
  return ENDS.test(named.replaceAll(new RegExp(`[（(]${NAME}[）)]`, 'gu'), ''))
}

/** The last day to which a sentence prolongs something; of a year or month, its last. */
export function prolongedTo(sentence: string): string | undefined {
  const chinese = PROLONGS.exec(sentence)?.groups
  if (chinese) return lastDay(Number(chinese['year']), Number(chinese['month'] ?? 12), Number(chinese['day'] ?? 31))
  const english = PROLONGS_ENGLISH.exec(sentence)?.groups
  if (!english) return undefined
  const { date, words } = english
  if (date !== undefined) return parseDay(date) === undefined ? undefined : date
  const read = Date.parse(`${words} UTC`)
  return Number.isNaN(read) ? undefined : new Date(read).toISOString().slice(0, 10)
}

/** The day, or the last before it that the month has. */
function lastDay(year: number, month: number, day: number): string | undefined {
  for (let last = day; last > 0; last--) {
    const written = [String(year), two(month), two(last)].join('-')
    if (parseDay(written) !== undefined) return written
  }
  return undefined
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}
