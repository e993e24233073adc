import type { Days } from '../plan/document.ts'
import type { TimelineEntry } from '../plan/timeline.ts'
import type { Described } from '../plan/fact.ts'
import type { PlannedParameter, PlannedProfile } from '../plan/plan.ts'
import type { DatedValue, Parameter, Profile } from '../schema/parameters-schema.ts'
import type { Currency } from '../values/currency.ts'
import { formatDay, parseDay } from '../values/date.ts'
import { rangeWords } from '../errors/range-words.ts'
import { checkCitations, clausesOf, type Citable } from './resolve-citations.ts'
import { literal } from './resolve-condition.ts'
import { resolveText } from './resolve-text.ts'
import { standingOf } from './standing.ts'
import type { Resolver, Spot } from './resolver.ts'

export interface ParameterItem {
  name: string
  entry: Parameter
  pack: string
  currency: Currency
  spot: Spot
}

export function resolveParameters(resolver: Resolver, items: readonly ParameterItem[], citable: Citable): void {
  for (const { name, entry, pack, currency, spot } of items) {
    if (!resolver.define('parameter', name, spot)) continue
    const described = {
      name: `parameters.${name}`,
      kind: 'parameter' as const,
      label: entry.label,
      type: entry.type,
      unit: entry.unit,
      values: entry.choices && new Map(Object.entries(entry.choices)),
      currency: entry.type === 'money' ? currency : undefined,
      none: undefined,
    }
    const timeline = resolveTimeline(resolver, entry.values, described, entry, citable, spot.at('values'))
    const index = resolver.parameters.size
    resolver.parameters.set(name, { ...described, index, pack, entry, timeline, question: undefined })
  }
  for (const { name, entry, spot } of items) {
    const parameter = resolver.parameters.get(name)
    if (parameter?.entry === entry && entry.question)
      parameter.question = resolveText(resolver, entry.question, undefined, spot.at('question'))
  }
}

/**
 * The values in the order of their days; a gap or an overlap is an error. A value ends with the clauses that it rests
 * on, and one that rests on what took their place begins with it: one that holds on no day is left out.
 */
function resolveTimeline(
  resolver: Resolver,
  values: readonly DatedValue[],
  described: Described,
  { min, max }: Parameter,
  citable: Citable,
  spot: Spot,
): TimelineEntry[] {
  const timeline: TimelineEntry[] = []
  const written: (Days & { source: number })[] = []
  for (const [source, entry] of values.entries()) {
    const here = spot.at(source)
    checkCitations(resolver, entry, citable, here)
    if (!entry.clauses && !entry.basis && !entry.assumption) resolver.report('uncited-value', here, [])
    const value = literal(resolver, entry.value, described, here.at('value'))
    const clauses = clausesOf(entry, citable)
    const standing = standingOf(clauses)
    const begins = clauses.some(({ succeeds }) => succeeds.length > 0) ? standing.from : -Infinity
    const first = dayOf(resolver, entry.from, -Infinity, here.at('from'))
    const end = dayOf(resolver, entry.to, Infinity, here.at('to'))
    const [from, to] = [Math.max(begins, first), Math.min(standing.to, end)]
    const counted = described.type === 'integer' || described.type === 'money'
    const range = rangeWords(min, max)
    if (range && counted && typeof value === 'number' && (value < (min ?? -Infinity) || value > (max ?? Infinity)))
      resolver.report('type-mismatch', here.at('value'), [`取值应${range.zh}`, `the value must be ${range.en}`])
    if (end <= first) resolver.report('type-mismatch', here, ['to 须晚于 from', 'to must come after from'])
    if (from < end) written.push({ from, to: end, source })
    if (value !== undefined && from < to) timeline.push({ from, to, value, source })
  }
  timeline.sort((a, b) => a.from - b.from)
  for (const [before, next] of neighboursIn(timeline))
    if (before.to > next.from)
      resolver.report('parameter-overlap', spot.at(next.source), [
        next.from === -Infinity ? undefined : formatDay(next.from),
        next.from > -Infinity && values[next.source]!.from === undefined,
      ])
  // That a value ends with its clauses leaves no gap by mistake.
  written.sort((a, b) => a.from - b.from)
  for (const [before, next] of neighboursIn(written))
    if (before.to < next.from)
      resolver.report('parameter-gap', spot.at(next.source), [formatDay(before.to), formatDay(next.from)])
  return timeline
}

function neighboursIn<T>(items: readonly T[]): (readonly [T, T])[] {
  return items.slice(1).map((next, i) => [items[i]!, next] as const)
}

export function dayOf(resolver: Resolver, text: string | undefined, open: number, spot: Spot): number {
  if (text === undefined) return open
  const day = parseDay(text)
  if (day === undefined) resolver.report('invalid-date', spot, [text])
  return day ?? open
}

export function resolveProfile(
  resolver: Resolver,
  profile: Profile,
  citable: Citable,
  spot: Spot,
): PlannedProfile | undefined {
  if (!resolver.define('profile', profile.id, spot.at('id'))) return undefined
  const timelines = new Map<PlannedParameter, { timeline: readonly TimelineEntry[]; values: readonly DatedValue[] }>()
  for (const [name, values] of Object.entries(profile.parameters)) {
    const here = spot.at('parameters', name)
    const parameter = resolver.parameter(name, here)
    if (!parameter) continue
    const timeline = resolveTimeline(resolver, values, parameter, parameter.entry, citable, here)
    timelines.set(parameter, { timeline, values })
  }
  return { entry: profile, timelines }
}
