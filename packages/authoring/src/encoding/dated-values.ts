import type { DatedValue, PlannedParameter, SourcePlace, TimelineEntry } from '@tiaoli/engine/plan'
import type { LoadedPack } from '../load-or-throw.ts'

/** A dated value of a parameter as a pack itself writes it, in its parameters or in a profile. */
export interface PlacedValue {
  /** As in the ids of mutants: `profile:strict/parameters.x/2018-11-30`. */
  readonly id: string
  readonly parameter: PlannedParameter
  readonly written: DatedValue
  readonly place: SourcePlace
  readonly profile?: string
  /** The days on which it holds; none where the clauses that it rests on hold on none of its own. */
  readonly entry: TimelineEntry | undefined
}

/** The dated values of a pack itself. */
export function datedValues({ plan, files, places }: Pick<LoadedPack, 'plan' | 'files' | 'places'>): PlacedValue[] {
  const own = [...plan.parameters].filter(([, { pack }]) => pack === plan.pack.id)
  return [
    ...own.flatMap(([name, parameter]) =>
      parameter.entry.values.map((written, i) => ({
        id: `parameters.${name}/${written.from ?? 'always'}`,
        parameter,
        written,
        place: places.within('parameter', name, 'values', i),
        entry: entryOf(parameter.timeline, i),
      })),
    ),
    ...files.of('profile').flatMap(({ content: { id: profile } }) =>
      [...plan.profiles.get(profile)!.timelines].flatMap(([parameter, { timeline, values }]) =>
        values.map((written, i) => ({
          id: `profile:${profile}/${parameter.name}/${written.from ?? 'always'}`,
          parameter,
          written,
          place: places.within('profile', profile, 'parameters', parameter.name.replace(/^parameters\./, ''), i),
          profile,
          entry: entryOf(timeline, i),
        })),
      ),
    ),
  ]
}

function entryOf(timeline: readonly TimelineEntry[], source: number): TimelineEntry | undefined {
  return timeline.find((entry) => entry.source === source)
}
