import { parametersOf, type PlannedRequirement } from '@tiaoli/engine'
import type { Found, LintContext } from './lint.ts'
import { daysInWords, overlap, spanOf, uncovered, type Span } from './span.ts'

/** Times in which a requirement is in force and a parameter that it needs has lost, or not yet got, a value. */
export function* parameterNotSet({ plan, places }: LintContext): Generator<Found<'parameter-not-set'>> {
  for (const requirement of plan.requirements) {
    const span = effectiveSpan(requirement)
    for (const parameter of parametersOf(requirement)) {
      // Without any value it is a question that the text leaves open, and is meant to be.
      const valued = parameter.timeline.length > 0
      const gap = valued ? uncovered(span, parameter.timeline) : undefined
      if (!gap || gap.from === -Infinity) continue
      if (requirement.pack !== plan.pack.id && parameter.pack !== plan.pack.id) continue
      const id = parameter.name.replace('parameters.', '')
      const when = daysInWords(gap)
      yield {
        code: 'parameter-not-set',
        about: requirement.id,
        place: places.within('parameter', id, 'values'),
        message: {
          zh: `要求“${requirement.id}”${when.zh}有效，而参数“${id}”此时没有值。请补上一段，或改正日期。`,
          en: `The requirement "${requirement.id}" is in force ${when.en}, when the parameter "${id}" has no value. Add one or correct the dates.`,
        },
      }
    }
  }
}

/** The days whose law can govern; for a yearly duty none before its first year, where that is a number. */
function effectiveSpan({ entry }: PlannedRequirement): Span {
  const first = entry.recurs?.from
  const years = typeof first === 'number' ? spanOf({ from: `${first}-01-01` }) : spanOf(undefined)
  return overlap(spanOf(entry.effective), years)
}
