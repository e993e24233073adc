import type { Basis, Plan } from '@tiaoli/engine/plan'

/**
 * A number or a day in a quote with the word that bounds it. What a word decides is to which side the value itself
 * belongs: with 三人以上 three is above the line, with 超过三人 below it. An operator draws the same line: `>=` and its
 * negation `<` leave the value above, `<=` and `>` below.
 */
export interface QuotedBound {
  words: string
  value: string
  side: 'above' | 'below'
}

const NUMBER = '(?<number>\\d+(?:\\.\\d+)?%|\\d+|[一二两三四五六七八九十百]+)(?<unit>[名人个家月日天年岁元次]{0,2})'
const AFTER = new RegExp(`${NUMBER}(?<word>以上|以下|以内|以外)`, 'g')
const BEFORE = new RegExp(`(?<word>不超过|超过|不少于|不低于|不满|不足)${NUMBER}`, 'g')
const SIDES: Record<string, QuotedBound['side']> = {
  以上: 'above',
  以下: 'below',
  以内: 'below',
  以外: 'below',
  超过: 'below',
  不超过: 'below',
  不满: 'above',
  不足: 'above',
  不少于: 'above',
  不低于: 'above',
}

/** 2018年12月底前, 2019年年底前, 2018年底以前, 2018年6月15日以前. */
const DAY = /(?<year>\d{4})年(?:(?<month>\d{1,2})月)?(?:(?<day>\d{1,2})日|年?底)(?:之前|以前|前)/g

export function quotedDays(quote: string): QuotedBound[] {
  return [...quote.matchAll(DAY)].map(({ 0: found, groups = {} }) => {
    const { year, month = '12', day } = groups
    const last = day ?? new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
    const value = `${year}-${month.padStart(2, '0')}-${String(last).padStart(2, '0')}`
    return { words: found, value, side: 'below' }
  })
}

export function quotedNumbers(quote: string): QuotedBound[] {
  return [...quote.matchAll(AFTER), ...quote.matchAll(BEFORE)].map(({ 0: found, groups = {} }) => {
    const number = parseNumber(groups['number']!)
    const value = groups['unit'] === '元' ? String(Number(number) * 100) : number // money is in fen
    return { words: found, value, side: SIDES[groups['word']!]! }
  })
}

/** 五十 → 50; digits and percentages as they are. */
function parseNumber(text: string): string {
  if (/\d/.test(text)) return text
  let total = 0
  let digit = 0
  for (const character of text) {
    const unit = { 十: 10, 百: 100 }[character]
    if (unit) total += (digit || 1) * unit
    digit = unit ? 0 : '一二三四五六七八九'.indexOf(character.replace('两', '二')) + 1
  }
  return String(total + digit)
}

interface CitingPart {
  clauses?: readonly string[] | undefined
  basis?: readonly Basis[] | undefined
}

/** The words that are cited, in Chinese and verbatim. */
export function quotesOf(plan: Plan, { clauses = [], basis = [] }: CitingPart): string[] {
  return [...clauses.map((id) => plan.clauses.get(id)?.zh ?? ''), ...basis.map(({ quote }) => quote?.zh ?? '')]
}

export function quotedBounds(plan: Plan, citing: CitingPart): QuotedBound[] {
  return quotesOf(plan, citing).flatMap((quote) => [...quotedNumbers(quote), ...quotedDays(quote)])
}

export function boundsText(bounds: readonly QuotedBound[]): string {
  return bounds.map(({ words }) => words).join('、')
}
