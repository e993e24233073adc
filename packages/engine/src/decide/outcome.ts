import type { Status } from '../values/status.ts'

/** Outcomes as bits, so that a set of them is one number. */
export const OUTCOMES = {
  met: 1,
  met_late: 2,
  not_met: 4,
  pending: 8,
  exempted: 16,
  review: 32,
  not_applicable: 64,
  calculated: 128,
} as const satisfies Record<Exclude<Status, 'unknown'>, number>

export type Outcome = keyof typeof OUTCOMES

const NAMES = Object.keys(OUTCOMES) as Outcome[]

/** Set when a calculation lacks a figure: not an outcome, but no status can be given. */
export const INCOMPLETE = 1 << NAMES.length

/** Where a decision ends of what is not in force; `decide` gives the empty set for it. */
export const NOT_IN_FORCE = 2 << NAMES.length

/** The outcomes in a set, always in the same order. */
export function outcomesIn(set: number): Outcome[] {
  return NAMES.filter((name) => set & OUTCOMES[name])
}

/** How many sets of outcomes there are. */
export const SETS = 2 << NAMES.length

const STATUSES = Array.from({ length: SETS }, (_, set): Status => {
  if (set === 0) return 'not_applicable' // not in force
  return NAMES.find((name) => OUTCOMES[name] === set) ?? 'unknown'
})

/** The one outcome possible, or `unknown` where there are several. */
export function statusOf(set: number): Status {
  return STATUSES[set]!
}
