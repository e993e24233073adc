import { entryAt, type SourcePlace, type PlannedParameter, type TimelineEntry } from '@tiaoli/engine/plan'
import type { readOptions } from '@tiaoli/engine/runtime'
import type { LoadedPack } from '../load-or-throw.ts'
import type { Seen, Tally } from './tally.ts'

/** A dated value of a parameter, in the pack or in a profile, and the cases that used it. */
export interface EpochCoverage extends Seen {
  /** As in the ids of mutants: `profile:strict/parameters.x/2018-11-30`. */
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

/** The dated values of a pack itself: those in its parameters that some profile leaves as they are, and its profiles'. */
export function epochsOf({ plan, files, places }: LoadedPack, tally: Tally): EpochCoverage[] {
  const { profiles, pack, parameters } = plan
  const isReplaced = (parameter: PlannedParameter) =>
    pack.defaultProfile !== undefined && [...profiles.values()].every(({ timelines }) => timelines.has(parameter))
  const own = [...parameters].filter(([, parameter]) => parameter.pack === pack.id && !isReplaced(parameter))
  return [
    ...own.flatMap(([name, { entry, timeline }]) =>
      entry.values.map(({ from }, i) => ({
        id: `parameters.${name}/${from ?? 'always'}`,
        place: places.within('parameter', name, 'values', i),
        ...seenOf(timeline, i, tally),
      })),
    ),
    ...files.of('profile').flatMap(({ content: { id } }) =>
      [...profiles.get(id)!.timelines].flatMap(([{ name }, { timeline, values }]) =>
        values.map(({ from }, i) => ({
          id: `profile:${id}/${name}/${from ?? 'always'}`,
          place: places.within('profile', id, 'parameters', name.replace(/^parameters\./, ''), i),
          ...seenOf(timeline, i, tally),
        })),
      ),
    ),
  ]
}

function seenOf(timeline: readonly TimelineEntry[], source: number, tally: Tally): Seen {
  return tally.epochs(timeline.find((entry) => entry.source === source)!)
}
