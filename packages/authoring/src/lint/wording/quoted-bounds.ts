import type { Basis, Plan } from '@tiaoli/engine/plan'
import { daysIn } from './days-in-words.ts'
import { writtenNumbers, type WrittenNumber } from './written-numbers.ts'

/**
 * A number or a day in a quote with the word that bounds it. What a word decides is to which side the value itself
 * belongs: with 三人以上 three is above the line, with 超过三人 below it. An operator draws the same line: `>=` and its
 * negation `<` leave the value above, `<=` and `>` below.
 */
export interface QuotedBound {
  words: string
  /** As a pack writes it: money in fen, a day as YYYY-MM-DD. */
  value: string
  /** The same in other units: 元 and 万元, the months of years, the days of weeks. */
  alike: readonly string[]
  side: 'above' | 'below'
}

const SIDES = {
  以上: 'above',
  以下: 'below',
  以内: 'below',
  以外: 'below',
  超过: 'below',
  多于: 'below',
  高于: 'below',
  大于: 'below',
  不超过: 'below',
  不多于: 'below',
  不高于: 'below',
  不大于: 'below',
  至多: 'below',
  最多: 'below',
  满: 'above',
  不满: 'above',
  未满: 'above',
  不足: 'above',
  少于: 'above',
  低于: 'above',
  小于: 'above',
  不少于: 'above',
  不低于: 'above',
  不小于: 'above',
  至少: 'above',
  最少: 'above',
} as const satisfies Record<string, QuotedBound['side']>

/** Words before a number, the longer first where one ends like another. */
const BEFORE = Object.keys(SIDES)
  .filter((word) => !word.startsWith('以'))
  .sort((a, b) => b.length - a.length)
/** No word before a number is longer, with what may be between. */
const REACH = 8
const UNIT =
  /(?:个(?:工作日|自然日|交易日|月|周)?|工作日|周岁|小时|分钟|星期|平方米|公里|公斤|年|[名人家户所处台套件份次倍位岁月日天周元吨亩米])?/y
const AFTER = /(?:[（(]含[^（）()]{0,10}[）)])?(以上|以下|以内|以外)([（(]不含[^（）()]{0,10}[）)])?/y
const TO = /^[至到~～－—–-]$/

/** Days before which something is to be done. */
export function quotedDays(quote: string): QuotedBound[] {
  return daysIn(quote).flatMap(({ words, value, to }) => {
    const before = matchAt(BY, quote, to)?.[0]
    return before ? [{ words: `${words}${before}`, value, alike: [], side: 'below' }] : []
  })
}

const BY = /之前|以前|前/y

/** A number with its unit. */
interface Measured {
  number: WrittenNumber
  unit: string
  /** Where the number ends with its unit. */
  to: number
}

export function measuredIn(text: string): Measured[] {
  return writtenNumbers(text).map((number): Measured => {
    const unit = matchAt(UNIT, text, number.to)?.[0] ?? ''
    return { number, unit, to: number.to + unit.length }
  })
}

export function quotedNumbers(quote: string): QuotedBound[] {
  const all = measuredIn(quote)
  const bounds: QuotedBound[] = []
  /** The end of a bound that 至 may follow: 超过1万元至10万元. */
  let open = -1
  for (const [i, measured] of all.entries()) {
    const { number, to } = measured
    const after = matchAt(AFTER, quote, to)
    const before = wordBefore(quote, number.from)
    const goesOn = open >= 0 && number.from === open + 1 && TO.test(quote[open]!)
    open = -1
    // No condition can have a fraction that is no decimal; the lint of rates says so.
    if (number.value.includes('/') || (!after && !before && !goesOn)) continue
    if (!after && !isMeasure(quote, measured)) continue
    const unit = measured.unit || (after && unitAfter(all[i + 1], to + after[0].length)) || ''
    const [from, end] = [before ? before.from : number.from, after ? to + after[0].length : to]
    const side = after ? sideOf(after) : before ? SIDES[before.word] : 'below'
    bounds.push({ words: quote.slice(from, end), ...valuesOf(number.value, unit), side })
    if (before && !after) open = to
  }
  return bounds
}

function sideOf([, word, without]: RegExpExecArray): QuotedBound['side'] {
  const side: QuotedBound['side'] = SIDES[word as '以上' | '以下' | '以内' | '以外']
  if (without === undefined) return side
  return side === 'above' ? 'below' : 'above'
}

function wordBefore(quote: string, to: number): { word: keyof typeof SIDES; from: number } | undefined {
  const written = quote.slice(Math.max(0, to - REACH), to)
  const text = written.endsWith('人民币') ? written.slice(0, -3) : written
  const word = BEFORE.find((candidate) => text.endsWith(candidate)) as keyof typeof SIDES | undefined
  return word && { word, from: to - (written.length - text.length) - word.length }
}

/** Whether what follows a word such as 超过 is a number: the 一 of 一般 is not. */
function isMeasure(quote: string, { number, unit, to }: Measured): boolean {
  if (quote[to] === '性') return false
  return (
    unit !== '' ||
    /[\d%]/.test(quote.slice(number.from, number.to).normalize('NFKC')) ||
    !/^[\p{L}]/u.test(quote.slice(to, to + 2)) ||
    quote[to] === '的'
  )
}

/** 三万以上五万元以下: the unit of both is written once. */
function unitAfter(next: Measured | undefined, from: number): string | undefined {
  return next?.number.from === from ? next.unit : undefined
}

/** A number in the unit of packs, and the same in others. */
export function valuesOf(value: string, unit: string): Pick<QuotedBound, 'value' | 'alike'> {
  const times = (factor: number) => String(Math.round(Number(value) * factor * 1e6) / 1e6)
  if (value.endsWith('%')) return { value, alike: [] }
  if (unit === '元') return { value: times(100), alike: [value, times(1 / 10_000)] }
  if (unit === '年' || unit === '周岁' || unit === '岁') return { value, alike: [times(12)] }
  return { value, alike: unit === '周' || unit === '个周' || unit === '星期' ? [times(7)] : [] }
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** Whether a value of a pack is the number or day of a bound; only money is always in fen. */
export function isBound({ value, alike }: QuotedBound, written: { value: string; type: string }): boolean {
  return value === written.value || (written.type !== 'money' && alike.includes(written.value))
}

interface CitingPart {
  clauses?: readonly string[] | undefined
  basis?: readonly Basis[] | undefined
}

/** The words that are cited, in Chinese and verbatim. */
export function quotesOf(plan: Plan, { clauses = [], basis = [] }: CitingPart): string[] {
  return [...clauses.map((id) => plan.clauses.get(id)?.text.zh ?? ''), ...basis.map(({ quote }) => quote?.zh ?? '')]
}

export function quotedBounds(plan: Plan, citing: CitingPart): QuotedBound[] {
  return quotesOf(plan, citing).flatMap((quote) => [...quotedNumbers(quote), ...quotedDays(quote)])
}

export function boundsText(bounds: readonly QuotedBound[]): string {
  return bounds.map(({ words }) => words).join('、')
}
