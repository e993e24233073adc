import { formatDay, parseDay, type DatedValue, type PlannedParameter, type TimelineEntry } from '@tiaoli/engine/plan'
import type { LoadedPack } from '../load-or-throw.ts'
import type { Insertion } from '../scaffold/insert-entries.ts'
import { ScaffoldError } from '../scaffold/scaffold-error.ts'

/** Another value of a parameter from a day on, until one begins that the pack has for a later day. */
export interface NewValue {
  parameter: string
  value: DatedValue['value']
  /** The first day, `YYYY-MM-DD`. */
  from: string
}

/** The values of a parameter in one file of a pack. */
interface Values {
  file: string
  path: readonly string[]
  values: readonly DatedValue[]
  timeline: readonly TimelineEntry[]
}

/**
 * Gives a parameter another value wherever the pack has values of it, for new law holds under every profile. The
 * parameter of a pack that it uses has its values in the profiles: they begin with those that hold already.
 */
export function giveValue(
  pack: LoadedPack,
  { parameter: id, value, from }: NewValue,
  source: Pick<DatedValue, 'clauses' | 'assumption'>,
): Insertion[] {
  const { plan, files } = pack
  const parameter = plan.parameters.get(id)
  const day = parseDay(from)
  if (!parameter) throw new ScaffoldError('no-parameter', id)
  if (day === undefined) throw new ScaffoldError('no-day', from)
  const isOwn = parameter.pack === plan.pack.id
  const given = { value, from, ...source }
  const places = [...(isOwn ? [valuesOf(pack, parameter)] : []), ...valuesInProfiles(pack, parameter)]
  const taken = isOwn ? [] : profilesWithout(pack, parameter)
  if (places.length + taken.length === 0) throw new ScaffoldError('value-of-used-pack', files.id)
  return [
    ...places.flatMap((place) => changesIn(place, day, given)),
    ...taken.map(({ file }) => ({
      file: file.path,
      path: ['parameters', id],
      value: withGiven(parameter.entry.values, parameter.timeline, day, given),
    })),
  ]
}

function valuesOf({ places }: LoadedPack, parameter: PlannedParameter): Values {
  const { name, entry, timeline } = parameter
  const id = idOf(name)
  const { file } = places.named('parameter', id)
  return { file, path: ['parameters', id, 'values'], values: entry.values, timeline }
}

function valuesInProfiles({ plan, files }: LoadedPack, parameter: PlannedParameter): Values[] {
  return files.of('profile').flatMap(({ file, content }) => {
    const own = plan.profiles.get(content.id)?.timelines.get(parameter)
    const id = idOf(parameter.name)
    const values = content.parameters[id]
    return own && values ? [{ file: file.path, path: ['parameters', id], values, timeline: own.timeline }] : []
  })
}

function profilesWithout({ plan, files }: LoadedPack, parameter: PlannedParameter) {
  return files.of('profile').filter(({ content }) => !plan.profiles.get(content.id)?.timelines.has(parameter))
}

function changesIn({ file, path, values, timeline }: Values, day: number, given: DatedValue): Insertion[] {
  const { ends, replaces, to } = around(values, timeline, day)
  const added = { ...given, ...(to !== undefined && { to }) }
  if (replaces !== undefined) return [{ file, path: [...path, replaces], value: added }]
  return [
    ...(ends === undefined ? [] : [{ file, path: [...path, ends, 'to'], value: given.from }]),
    { file, path, append: true, value: added },
  ]
}

function withGiven(
  values: readonly DatedValue[],
  timeline: readonly TimelineEntry[],
  day: number,
  given: DatedValue,
): DatedValue[] {
  const { ends, replaces, to } = around(values, timeline, day)
  const kept = values.flatMap((value, i) => (i === replaces ? [] : [i === ends ? { ...value, to: given.from } : value]))
  return [...kept, { ...given, ...(to !== undefined && { to }) }]
}

/** Which value ends on a day, or is replaced since it begins on it, and on which day the next one begins. */
function around(values: readonly DatedValue[], timeline: readonly TimelineEntry[], day: number) {
  const holding = timeline.find(({ from, to }) => from <= day && day < to)
  if (holding?.from === day) return { replaces: holding.source, to: values[holding.source]!.to }
  const next = timeline.find(({ from }) => from > day)
  const to = holding ? values[holding.source]!.to : next && formatDay(next.from)
  return { ends: holding?.source, to }
}

function idOf(name: string): string {
  return name.replace(/^parameters\./, '')
}
