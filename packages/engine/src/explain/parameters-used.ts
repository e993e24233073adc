import type { EvaluationContext } from '../plan/evaluation-context.ts'
import type { Session } from '../plan/session.ts'
import { entryAt, type TimelineEntry } from '../plan/timeline.ts'
import type { PlannedParameter, PlannedRequirement } from '../plan/plan.ts'
import type { Citation, ParameterUse } from '../report/report.ts'
import type { Explainer } from './explainer.ts'
import { DayMemo } from './memo/day-memo.ts'
import { withNumberSources, type ValueUsed } from './number-sources.ts'
import { inWords, show } from './show.ts'

/** The parameters that findings of one evaluation used; findings on the same requirement and day share them. */
export class ParametersUsed {
  readonly #explainer: Explainer
  readonly #session: Session
  readonly #profile: string | undefined
  readonly #uses = new DayMemo<PlannedRequirement, ParameterUse[]>()
  readonly #grounds = new DayMemo<PlannedRequirement, { citations: readonly Citation[] }>()

  constructor(explainer: Explainer, session: Session, profile: string | undefined) {
    this.#explainer = explainer
    this.#session = session
    this.#profile = profile
  }

  /** The values in use on the governing day, each with its source. Those without a value are left out. */
  by(requirement: PlannedRequirement, { at }: EvaluationContext): ParameterUse[] {
    const day = typeof at === 'number' ? at : undefined
    return this.#uses.of(requirement, day, () => (day === undefined ? [] : this.#on(day, requirement)))
  }

  /** What a requirement cites, and what gives the values in use: see `withNumberSources`. */
  citationsFor(requirement: PlannedRequirement, { at }: EvaluationContext): readonly Citation[] {
    const day = typeof at === 'number' ? at : undefined
    const own = this.#explainer.cite(requirement.entry, day)
    if (day === undefined || requirement.parameters.length === 0) return own
    return this.#grounds.of(requirement, day, () => ({
      citations: withNumberSources(own, this.#given(day, requirement)),
    })).citations
  }

  #on(day: number, requirement: PlannedRequirement): ParameterUse[] {
    return requirement.parameters.flatMap((parameter): ParameterUse[] => {
      const entry = entryAt(this.#session.timelines[parameter.index]!, day)
      if (!entry) return []
      const source = entry.source < 0 ? 'request' : this.#ofProfile(parameter) ? 'profile' : 'pack'
      const cited = this.#sourceOf(parameter, entry)
      return [
        {
          parameter: nameOf(parameter),
          label: parameter.label,
          value: show(parameter.type, entry.value) ?? null,
          text: inWords(parameter, entry.value),
          source,
          assumed: cited?.assumption !== undefined,
          citations: cited ? this.#explainer.cite(cited, day) : [],
        },
      ]
    })
  }

  /** The values that a text gives; what is assumed and what the request sets is given by none. */
  #given(day: number, requirement: PlannedRequirement): ValueUsed[] {
    return requirement.parameters.flatMap((parameter): ValueUsed[] => {
      const timeline = this.#session.timelines[parameter.index]!
      const entry = entryAt(timeline, day)
      const cited = entry && this.#sourceOf(parameter, entry)
      if (!entry || !cited || cited.assumption) return []
      const earlier = [...timeline].reverse().find(({ to, value }) => to <= entry.from && value !== entry.value)
      const before = earlier && this.#sourceOf(parameter, earlier)
      return [
        {
          parameter: nameOf(parameter),
          label: parameter.label,
          text: inWords(parameter, entry.value),
          since: Number.isFinite(entry.from) ? entry.from : undefined,
          citations: this.#explainer.cite(cited, day),
          before: earlier && {
            text: inWords(parameter, earlier.value),
            citations: before ? this.#explainer.cite(before, undefined) : [],
          },
        },
      ]
    })
  }

  #sourceOf(parameter: PlannedParameter, { source }: TimelineEntry) {
    return source < 0 ? undefined : (this.#ofProfile(parameter)?.values ?? parameter.entry.values)[source]
  }

  #ofProfile(parameter: PlannedParameter) {
    if (this.#profile === undefined) return undefined
    return this.#explainer.plan.profiles.get(this.#profile)?.timelines.get(parameter)
  }
}

function nameOf({ name }: PlannedParameter): string {
  return name.replace('parameters.', '')
}
