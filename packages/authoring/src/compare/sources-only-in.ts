import type { Text } from '@tiaoli/engine'
import type { cite, Plan } from '@tiaoli/engine/plan'
import { describeQuote } from '../handbook/describe-citations.ts'
import { dayInChinese } from '../handbook/day-in-chinese.ts'
import type { Entry, Json } from './definitions.ts'
import { isSameJson } from './json-differences.ts'

/** What an entry cites, and the plan in which it does. */
export interface CitingEntry {
  plan: Plan
  entry: Entry
}

type Cited = Parameters<typeof cite>[1]

const SOURCE_FIELDS = ['clauses', 'basis', 'assumption'] as const

export function isSourceField(field: string): boolean {
  return SOURCE_FIELDS.some((key) => key === field)
}

/** The sources of one side that the other lacks, in words. */
export function sourcesOnlyIn(
  { plan, entry }: CitingEntry,
  other: CitingEntry,
  fields: readonly string[] = SOURCE_FIELDS,
): Text {
  const texts = SOURCE_FIELDS.filter((key) => fields.includes(key)).flatMap((key) => {
    const theirs = itemsOf(other.entry[key])
    return itemsOf(entry[key])
      .filter((item) => !theirs.some((their) => isSameJson(item, their)))
      .map((item) => (key === 'assumption' ? (item as Text) : sourceText(plan, { [key]: [item] })))
  })
  if (texts.length === 0) return { zh: '无', en: 'none' }
  return { zh: texts.map(({ zh }) => zh).join('；'), en: texts.map(({ en }) => en).join('; ') }
}

function itemsOf(value: Json | undefined): readonly Json[] {
  if (value === undefined) return []
  return Array.isArray(value) ? (value as readonly Json[]) : [value]
}

function sourceText(plan: Plan, cited: Cited): Text {
  const text = describeQuote(plan, cited)
  const { from, to } = cited.basis?.[0]?.effective ?? {}
  return {
    zh: `${text.zh}${from ? `，自${dayInChinese(from)}起引用` : ''}${to ? `，${dayInChinese(to)}起不再引用` : ''}`,
    en: `${text.en}${from ? `, cited from ${from}` : ''}${to ? `, until ${to}` : ''}`,
  }
}
