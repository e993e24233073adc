import type { ConditionNode } from './expression.ts'
import type { PlannedException } from './plan.ts'

/** The parts of a requirement that are asked, as reports name them. */
export type PartName = 'inForce' | 'applies' | 'requires' | 'achievedOn' | 'unless' | 'due'

/** A condition that is asked in deciding a requirement, and where each answer leads. */
export interface Step {
  readonly part: PartName
  /** The exception whose condition it is, where `part` is `unless`. */
  readonly exception: PlannedException | undefined
  readonly condition: ConditionNode
  readonly whenTrue: Way
  readonly whenFalse: Way
  /** The answers that are reasons for the outcome to which they led. */
  readonly reasons: readonly boolean[]
}

/** What follows an answer: a later step, or an outcome, as a bit. */
export type Way = Step | number
