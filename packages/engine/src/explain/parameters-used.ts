import type { EvaluationContext } from '../plan/evaluation-context.ts'
import type { Session } from '../plan/session.ts'
import { entryAt } from '../plan/timeline.ts'
import type { PlannedRequirement } from '../plan/plan.ts'
import type { ParameterUse } from '../report/report.ts'
import type { Explainer } from './explainer.ts'
import { DayMemo } from './memo/day-memo.ts'
import { inWords, show } from './show.ts'

/** The parameters that findings of one evaluation used; findings on the same requirement and day share them. */
export class ParametersUsed {
  readonly #explainer: Explainer
  readonly #session: Session
  readonly #profile: string | undefined
  readonly #uses = new DayMemo<PlannedRequirement, ParameterUse[]>()

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

  #on(day: number, requirement: PlannedRequirement): ParameterUse[] {
    const profile = this.#profile === undefined ? undefined : this.#explainer.plan.profiles.get(this.#profile)
    return requirement.parameters.flatMap((parameter): ParameterUse[] => {
      const entry = entryAt(this.#session.timelines[parameter.index]!, day)
      if (!entry) return []
      const byProfile = profile?.timelines.get(parameter)
      const source = entry.source < 0 ? 'request' : byProfile ? 'profile' : 'pack'
      const cited = source === 'request' ? undefined : (byProfile?.values ?? parameter.entry.values)[entry.source]
      return [
        {
          parameter: parameter.name.replace('parameters.', ''),
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
}
