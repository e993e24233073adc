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
  return nodesIn(tree).filter((node) => typeof node !== 'number')
}

/** The outcomes in which a decision can end, as bits. */
export function endsOf(tree: DecisionTree): number {
  return nodesIn(tree).reduce<number>((ends, node) => (typeof node === 'number' ? ends | node : ends), 0)
}

/** Steps and outcomes. A requirement may have as many exceptions behind each other as a file holds: none is called from another. */
function nodesIn(tree: DecisionTree): DecisionTree[] {
  const nodes: DecisionTree[] = []
  const open = [tree]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    nodes.push(next)
    if (typeof next !== 'number') open.push(next.whenFalse, next.whenTrue)
  }
  return nodes
}

interface Answer {
  readonly step: Step
  readonly truth: boolean
}

/** The steps to another one or to an outcome, each with the answer that leads there; undefined where none do. */
export function pathTo(end: DecisionTree, from: DecisionTree): Answer[] | undefined {
  const open: { node: DecisionTree; before: Before | undefined }[] = [{ node: from, before: undefined }]
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, before } = next
    if (node === end) return answersOf(before)
    if (typeof node === 'number') continue
    for (const truth of [false, true])
      open.push({ node: truth ? node.whenTrue : node.whenFalse, before: { step: node, truth, before } })
  }
  return undefined
}

interface Before extends Answer {
  readonly before: Before | undefined
}

function answersOf(last: Before | undefined): Answer[] {
  const answers: Answer[] = []
  for (let next = last; next; next = next.before) answers.push({ step: next.step, truth: next.truth })
  return answers.reverse()
}
