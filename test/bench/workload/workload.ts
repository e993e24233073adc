import type { EvaluateOptions, PackSource, Status } from '@tiaoli/engine'

/** A value as every contestant gets it: dates are days since 1970-01-01, money fen, null is none. */
export type Scalar = string | number | boolean | null

export type Operator =
  | 'equal'
  | 'notEqual'
  | 'in'
  | 'lessThan'
  | 'lessThanInclusive'
  | 'greaterThan'
  | 'greaterThanInclusive'

/** One comparison. `mayBeNone` lists the sides of an order that can be null, where most languages need a guard. */
export interface Comparison {
  field: string
  operator: Operator
  value: Scalar | readonly Scalar[] | { field: string }
  mayBeNone: readonly string[]
}

export type Test = { all: readonly Test[] } | { any: readonly Test[] } | { not: Test } | Comparison

/** A requirement taken apart as `docs/pack-format.md` describes the decision; what is left out always holds. */
export interface Rule {
  id: string
  inForce?: Test
  applies?: Test
  requires: Test
  late?: Test
  exceptions: readonly { status: Status; when: Test }[]
  past?: Test
}

export type Facts = Readonly<Record<string, Scalar>>

/** The rules for one kind of record, and the records with every fact computed beforehand, under the names the rules use. */
export interface RuleSet {
  scope: string
  rules: readonly Rule[]
  records: readonly { pointer: string; facts: Facts }[]
}

/** The same questions for every contestant. */
export interface Workload {
  name: string
  sets: readonly RuleSet[]
  /** For the engine itself: the pack, the ledger and the options that ask just these questions. */
  pack: PackSource
  ledger: unknown
  options: EvaluateOptions
}

/** How many verdicts one pass over a workload gives. */
export function verdictsOf({ sets }: Workload): number {
  return sets.reduce((sum, { rules, records }) => sum + rules.length * records.length, 0)
}
