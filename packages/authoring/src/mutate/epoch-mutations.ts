import { formatDay, parseDay, type DatedValue, type Described, type TimelineEntry } from '@tiaoli/engine/plan'
import { within, type Mutation, type Edit } from './mutation.ts'
import { neighbours } from './neighbours.ts'

/**
 * The dated values of a parameter, each with a neighbouring value, and each change of values a day off. What holds on no
 * day is left alone.
 */
export function epochMutations(
  values: readonly DatedValue[],
  timeline: readonly TimelineEntry[],
  about: Pick<Described, 'type' | 'values'>,
): Mutation[] {
  return values.flatMap((entry, i) => {
    if (!timeline.some(({ source }) => source === i)) return []
    return within(
      [entry.from ?? 'always'],
      [],
      [
        ...neighbours(entry.value, about).map((value) =>
          epochMutation(`value:${value}`, [{ path: [i, 'value'], value }]),
        ),
        ...(entry.from === undefined ? [] : dayMutations('from', entry.from, values, i)),
        // The end of one value is the beginning of the next, and changes with it.
        ...(entry.to === undefined || values.some(({ from }) => from === entry.to)
          ? []
          : dayMutations('to', entry.to, values, i)),
      ],
    )
  })
}

function dayMutations(end: 'from' | 'to', day: string, values: readonly DatedValue[], i: number): Mutation[] {
  const before = end === 'from' ? values.findIndex(({ to }) => to === day) : -1
  return [-1, 1].map((step) => {
    const next = formatDay(parseDay(day)! + step)
    const joined: Edit[] = before < 0 ? [] : [{ path: [before, 'to'], value: next }]
    return epochMutation(`${end}:${next}`, [{ path: [i, end], value: next }, ...joined])
  })
}

function epochMutation(how: string, edits: readonly Edit[]): Mutation {
  return { at: [], how, edits }
}
