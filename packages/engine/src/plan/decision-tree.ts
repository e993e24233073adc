import type { ConditionNode } from './expression.ts'
import type { PlannedException } from './plan.ts'

/** The parts of a requirement that are asked, as reports name them. */
export const PART_NAMES = ['inForce', 'applies', 'requires', 'achievedOn', 'unless', 'horizon', 'due'] as const

export type PartName = (typeof PART_NAMES)[number]

/** A condition that is asked in deciding a requirement, and where each answer leads. */
export interface Step {
  readonly part: PartName
  /** The exception whose condition it is, where `part` is `unless`. */
  readonly exception: PlannedException | undefined
  readonly condition: ConditionNode
  readonly whenTrue: DecisionTree
  readonly whenFalse: DecisionTree
  /** The answers that are reasons for the outcome to which they led. */
  readonly reasons: readonly boolean[]
}

/** What follows an answer: a later step with all that follows it, or an outcome, as a bit. */
export type DecisionTree = Step | number

/** Every step that a decision can come to, in the order in which they are asked. */
export function stepsIn(tree: DecisionTree): Step[] {
  return typeof tree === 'number' ? [] : [tree, ...stepsIn(tree.whenTrue), ...stepsIn(tree.whenFalse)]
}

/** The outcomes in which a decision can end, as bits. */
export function endsOf(tree: DecisionTree): number {
  return typeof tree === 'number' ? tree : endsOf(tree.whenTrue) | endsOf(tree.whenFalse)
}

/** The steps to another one or to an outcome, each with the answer that leads there; undefined where none do. */
export function pathTo(end: DecisionTree, from: DecisionTree): { step: Step; truth: boolean }[] | undefined {
  if (from === end) return []
  if (typeof from === 'number') return undefined
  for (const truth of [true, false]) {
    const rest = pathTo(end, truth ? from.whenTrue : from.whenFalse)
    if (rest) return [{ step: from, truth }, ...rest]
  }
  return undefined
}
