import { formatDay, parseDay, type DatedValue, type Described } from '@tiaoli/engine/plan'
import { within, type Change, type Edit } from './change.ts'
import { neighbours } from './neighbours.ts'

/** The dated values of a parameter, each with a neighbouring value, and each change of values a day off. */
export function epochChanges(values: readonly DatedValue[], about: Pick<Described, 'type' | 'values'>): Change[] {
  return values.flatMap((entry, i) =>
    within(
      [entry.from ?? 'always'],
      [],
      [
        ...neighbours(entry.value, about).map((value) =>
          epochChange(`value:${value}`, [{ path: [i, 'value'], value }]),
        ),
        ...(entry.from === undefined ? [] : dayChanges('from', entry.from, values, i)),
        // The end of one value is the beginning of the next, and changes with it.
        ...(entry.to === undefined || values.some(({ from }) => from === entry.to)
          ? []
          : dayChanges('to', entry.to, values, i)),
      ],
    ),
  )
}

function dayChanges(end: 'from' | 'to', day: string, values: readonly DatedValue[], i: number): Change[] {
  const before = end === 'from' ? values.findIndex(({ to }) => to === day) : -1
  return [-1, 1].map((step) => {
    const next = formatDay(parseDay(day)! + step)
    const joined: Edit[] = before < 0 ? [] : [{ path: [before, 'to'], value: next }]
    return epochChange(`${end}:${next}`, [{ path: [i, end], value: next }, ...joined])
  })
}

function epochChange(how: string, edits: readonly Edit[]): Change {
  return { at: [], how, edits }
}
