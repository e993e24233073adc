import type { SourcePlace, DefinitionPlaces, Plan, PlannedParameter, PlannedRequirement } from '@tiaoli/engine/plan'
import { lint } from '../lint.ts'
import { spanText, overlap, daySpan, firstGap, type DaySpan } from './day-span.ts'

/** Times in which a requirement is in force and a parameter that it needs has lost, or not yet got, a value. */
export const parameterNotSet = lint({ 'parameter-not-set': 'warning' }, function* ({ plan, places }) {
  for (const requirement of plan.requirements) {
    const span = effectiveSpan(requirement)
    for (const parameter of requirement.parameters)
      for (const { timeline, place, profile } of timelinesOf(plan, places, parameter)) {
        const gap = firstGap(sinceFirst(parameter, span, timeline), timeline)
        if (!gap || gap.from === -Infinity) continue
        if (requirement.pack !== plan.pack.id && place.pack !== plan.pack.id) continue
        const id = parameter.name.replace('parameters.', '')
        const when = spanText(gap)
        const where = profile ? { zh: `在方案“${profile}”中`, en: ` in the profile "${profile}"` } : { zh: '', en: '' }
        yield {
          code: 'parameter-not-set',
          about: requirement.id,
          place,
          message: {
            zh: `要求“${requirement.id}”${when.zh}有效，而参数“${id}”此时${where.zh}没有值。请补上一段，或改正日期。`,
            en: `The requirement "${requirement.id}" is in force ${when.en}, when the parameter "${id}" has no value${where.en}. Add one or correct the dates.`,
          },
        }
      }
  }
})

/** Before any value it may be a question that the text leaves open until a later one answers it. */
function sinceFirst({ entry }: PlannedParameter, span: DaySpan, timeline: readonly DaySpan[]): DaySpan {
  if (timeline.length === 0) return { from: 0, to: 0 }
  const first = Math.min(...timeline.map(({ from }) => from))
  return entry.question ? overlap(span, { from: first, to: Infinity }) : span
}

interface PlacedTimeline {
  timeline: readonly DaySpan[]
  place: SourcePlace
  profile?: string
}

/** The values of the pack, and those of each profile that replace them. */
function timelinesOf(plan: Plan, places: DefinitionPlaces, parameter: PlannedParameter): PlacedTimeline[] {
  const id = parameter.name.replace('parameters.', '')
  return [
    { timeline: parameter.timeline, place: places.within('parameter', id, 'values') },
    ...[...plan.profiles].flatMap(([profile, { timelines }]) => {
      const own = timelines.get(parameter)
      return own
        ? [{ timeline: own.timeline, place: places.within('profile', profile, 'parameters', id), profile }]
        : []
    }),
  ]
}

/** The days whose law can govern; for a yearly duty none before its first year, where that is a number. */
function effectiveSpan({ entry, term }: PlannedRequirement): DaySpan {
  const first = entry.recurs?.from
  const years = typeof first === 'number' ? daySpan({ from: `${first}-01-01` }) : daySpan(undefined)
  return overlap(term, years)
}
