import { inBrackets, keyOf, withoutBrackets } from '../../values/words.ts'

const PERIOD =
  /(?:(?<year>(?:19|20)\d{2})年)?(?:第?(?<quarter>[一二三四1-4])季度|(?<half>[上下])半年|(?<![\d十])(?<month>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月)/u
/** A day in a title is when it was written, and tells itself from a day of the form. */
const IN_TITLE = new RegExp(`${PERIOD.source}(?!\\d{1,2}日)`, 'gu')
/** A text that says no more than of when something is: 截至6月底. */
const ALONE = new RegExp(
  `^(?:数据|情况)?(?:截[至止]到?)?${PERIOD.source}(?:份|\\d{1,2}日|[初底末])?(?:情况|数据?|时|为?止)?$`,
  'u',
)
const NUMBERS = '一二三四五六七八九十'
const MONTHS = 12

/** The months, quarters and halves of years that a title names, unless a day is in one of them or in the month after it. */
export function otherPeriodsIn(title: string, day: string | undefined): string[] {
  const named = [...keyOf(title).matchAll(IN_TITLE)]
  return day === undefined || named.some((one) => isOf(one, day)) ? [] : named.map(([text]) => text)
}

/** Whether headings, or brackets in them, say of when something is, and not that it is of a day. */
export function areOfOtherPeriod(headings: readonly string[], day: string | undefined): boolean {
  const said = headings.flatMap((heading) => [withoutBrackets(keyOf(heading)), ...inBrackets(keyOf(heading))])
  const named = said.map((text) => ALONE.exec(text)).filter((one) => one !== null)
  return day !== undefined && named.length > 0 && !named.some((one) => isOf(one, day))
}

/** What is so at the end of a period is often told in the month after it. */
function isOf({ groups = {} }: RegExpMatchArray, day: string): boolean {
  const { year, quarter, half, month } = groups
  const length = quarter ? 3 : half ? 6 : 1
  const end = length * (half ? '上下'.indexOf(half) + 1 : numberIn(quarter ?? month ?? ''))
  const [ofDay = 0, monthOfDay = 0] = day.split('-').map(Number)
  const between = monthOfDay - end
  const since = year ? between + (ofDay - Number(year)) * MONTHS : ((between + length + MONTHS) % MONTHS) - length
  return since > -length && since <= 1
}

function numberIn(text: string): number {
  return Number(text) || (text.length > 1 ? 10 : 0) + NUMBERS.indexOf(text.at(-1)!) + 1
}
