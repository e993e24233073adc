import {
  Evaluation,
  frameFor,
  isUnknown,
  readOptions,
  type ConditionNode,
  type EvaluateOptions,
  type Expression,
  type Plan,
  type Subject,
  type Task,
  type Value,
} from '@tiaoli/engine'
import { exportValue } from './export-value.ts'
import { nameOf, ownCondition } from './names.ts'
import { violatedWhen } from './violated-when.ts'

/** The facts with which the rule of a requirement is to be run, for one record (and year). */
export interface RuleFacts {
  /** The requirement, and the name of its rule. */
  requirement: string
  subject: Subject
  /** The year, for a yearly duty. */
  period?: number
  /** For `engine.run(facts)`; null is none, and what is not known is left out. */
  facts: Record<string, Exclude<Value, object> | null>
}

/**
 * The facts of a ledger for the rules of `toJsonRules`: those that the rule names, given and derived, its parameters,
 * `asOf`, `due`, `at` (the governing day) and `period.*`. Each rule has facts of its own, because dates and dated
 * parameters differ from one requirement to the next.
 * Throws `InputError` where the ledger or the options do not fit.
 */
export function* factsFor(plan: Plan, ledger: unknown, options: EvaluateOptions): Generator<RuleFacts> {
  const evaluation = new Evaluation(plan, ledger, readOptions(plan, options))
  for (const task of evaluation.tasks()) if (task.requirement.requires) yield factsOf(task)
}

function factsOf({ requirement, subject, base }: Task): RuleFacts {
  const frame = frameFor(requirement, subject, base)
  frame.due = requirement.due?.run(subject, frame) ?? null
  const facts: RuleFacts['facts'] = {}
  for (const { node } of violatedWhen(requirement))
    for (const side of sidesOf(node)) {
      const value = exportValue(side.type, side.run(subject, frame))
      if (!isUnknown(value)) facts[nameOf(side)] = value
    }
  return {
    requirement: requirement.id,
    subject,
    ...(requirement.firstPeriod ? { period: frame.year } : {}),
    facts,
  }
}

/** Every fact that a condition names, on either side, down through the named conditions it is exported with. */
function sidesOf(node: ConditionNode): Expression[] {
  if (node.kind === 'not') return sidesOf(node.child)
  if (node.kind !== 'leaf') return node.children.flatMap(sidesOf)
  const own = ownCondition(node)
  if (own) return sidesOf(own)
  const { left, right } = node
  return right.kind === 'list' || right.kind === 'constant' ? [left] : [left, right]
}
