import { entryAt, type SourcePlace, type PlannedParameter, type TimelineEntry } from '@tiaoli/engine/plan'
import type { readOptions } from '@tiaoli/engine/runtime'
import { datedValues } from '../encoding/dated-values.ts'
import type { LoadedPack } from '../load-or-throw.ts'
import type { Seen, Tally } from './tally.ts'

/** A dated value of a parameter, in the pack or in a profile, and the cases that used it. */
export interface EpochCoverage extends Seen {
  /** As in the ids of mutants. */
  readonly id: string
  readonly place: SourcePlace
}

/** Which dated value of each parameter is in use under the settings of a case. */
export class Epochs {
  readonly #settings: ReturnType<typeof readOptions>

  constructor(settings: ReturnType<typeof readOptions>) {
    this.#settings = settings
  }

  /** None for a value that the case itself sets, and for a day without a value. */
  on(parameter: PlannedParameter, day: number): TimelineEntry | undefined {
    const { overridden, timelines } = this.#settings
    return overridden.has(parameter) ? undefined : entryAt(timelines[parameter.index]!, day)
  }
}

/** The dated values of a pack itself that can hold: those that some profile leaves as they are, and its profiles'. */
export function epochsOf(pack: LoadedPack, tally: Tally): EpochCoverage[] {
  const { profiles, pack: entry } = pack.plan
  const isReplaced = (parameter: PlannedParameter) =>
    entry.defaultProfile !== undefined && [...profiles.values()].every(({ timelines }) => timelines.has(parameter))
  return datedValues(pack).flatMap(({ id, parameter, place, profile, entry: holds }) =>
    holds && (profile !== undefined || !isReplaced(parameter)) ? [{ id, place, ...tally.epochs(holds) }] : [],
  )
}
