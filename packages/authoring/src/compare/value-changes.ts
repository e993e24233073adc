import type { Text } from '@tiaoli/engine'
import type { Plan } from '@tiaoli/engine/plan'
import { dayInChinese } from '../handbook/day-in-chinese.ts'
import type { Entry, Json } from './definitions.ts'
import type { RuleChange } from './compare-rules.ts'
import { isSameJson } from './json-differences.ts'
import { sourcesOnlyIn, type CitingEntry } from './sources-only-in.ts'
import { valueText } from './value-text.ts'

/** The dated values of a parameter as a pack has them. */
export interface PlannedValues {
  plan: Plan
  values: Json | undefined
}

/**
 * Changes of a parameter's dated values, in the pack or in a profile. Values are paired by their first day; a value's
 * number, its last day and its source are reported separately.
 */
export function valueChanges(
  of: Pick<RuleChange, 'kind' | 'id'>,
  parameter: string,
  before: PlannedValues,
  after: PlannedValues,
): RuleChange[] {
  const [old, now] = [byFirstDay(before.values), byFirstDay(after.values)]
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((from) => {
    const [earlier, later] = [old.get(from), now.get(from)]
    const reported = (part: Partial<RuleChange>, words: Text): RuleChange => ({
      ...of,
      change: 'changed',
      field: of.kind === 'profile' ? `parameters/${parameter}` : 'values',
      ...part,
      text: inContext(of, parameter, from, words),
    })
    if (!earlier || !later) {
      const value = valueText((earlier ?? later)?.['value'])
      return later
        ? [reported({ after: later }, { zh: `新增取值 ${value.zh}`, en: `value ${value.en} added` })]
        : [reported({ before: earlier! }, { zh: `删去取值 ${value.zh}`, en: `value ${value.en} removed` })]
    }
    return VALUE_PARTS.flatMap(({ keys, zh, en }) => {
      const [was, is] = [pick(earlier, keys), pick(later, keys)]
      if (isSameJson(was, is)) return []
      const [single] = keys
      const words =
        keys.length === 1 && single
          ? [valueText(earlier[single]), valueText(later[single])]
          : changedSources({ plan: before.plan, entry: earlier }, { plan: after.plan, entry: later })
      return [
        reported(
          {
            before: keys.length === 1 ? (earlier[single!] ?? null) : was,
            after: keys.length === 1 ? (later[single!] ?? null) : is,
          },
          { zh: `${zh}${words[0]!.zh} → ${words[1]!.zh}`, en: `${en}${words[0]!.en} → ${words[1]!.en}` },
        ),
      ]
    })
  })
}

const VALUE_PARTS = [
  { keys: ['value'], zh: '', en: '' },
  { keys: ['to'], zh: '截止日 ', en: 'ends ' },
  { keys: ['clauses', 'basis', 'assumption'], zh: '出处 ', en: 'source ' },
]

function changedSources(earlier: CitingEntry, later: CitingEntry): [before: Text, after: Text] {
  return [sourcesOnlyIn(earlier, later), sourcesOnlyIn(later, earlier)]
}

function byFirstDay(values: Json | undefined): Map<string, Entry> {
  const entries = Array.isArray(values) ? (values as Entry[]) : []
  return new Map(entries.map((entry) => [typeof entry['from'] === 'string' ? entry['from'] : '', entry]))
}

function pick(entry: Entry, keys: readonly string[]): Entry {
  return Object.fromEntries(Object.entries(entry).filter(([key]) => keys.includes(key)))
}

function inContext(
  { kind, id }: Pick<RuleChange, 'kind' | 'id'>,
  parameter: string,
  from: string,
  { zh, en }: Text,
): Text {
  const days = from ? { zh: `自${dayInChinese(from)}起`, en: ` from ${from}` } : { zh: '', en: '' }
  const profile = kind === 'profile' ? { zh: `方案 ${id} 的`, en: `profile ${id}, ` } : { zh: '', en: '' }
  return {
    zh: `${profile.zh}${parameter}${days.zh && ` ${days.zh}`}：${zh}`,
    en: `${profile.en}${parameter}${days.en}: ${en}`,
  }
}
