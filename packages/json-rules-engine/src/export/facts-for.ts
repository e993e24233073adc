import type { EvaluateOptions, Policy } from '@tiaoli/engine'
import {
  isUnknown,
  type ConditionNode,
  type Expression,
  type PlannedRequirement,
  type Value,
} from '@tiaoli/engine/plan'
import { Evaluation, contextFor, readOptions, type LedgerRecord, type Task } from '@tiaoli/engine/runtime'
import { exportValue } from './export-value.ts'
import { factName, namedCondition } from './fact-name.ts'
import { violatedWhen } from './violated-when.ts'

/** The facts with which the rule of a requirement is to be run, for one record (and year). */
export interface RuleFacts {
  /** The requirement, and the name of its rule. */
  requirement: string
  subject: LedgerRecord
  /** The year, for a yearly duty. */
  period?: number
  /** For `engine.run(facts)`; null where there is no value, and what is not known is left out. */
  facts: Record<string, Exclude<Value, object> | null>
}

/**
 * The facts of a ledger for the rules of `toJsonRules`: those that the rule names, given and derived, its parameters,
 * `asOf`, `due`, `at` (the governing day) and `period.*`. Each rule has facts of its own, because dates and dated
 * parameters differ from one requirement to the next.
 * Throws `InputError` where the ledger or the options do not fit.
 */
export function* factsFor(policy: Policy, ledger: unknown, options: EvaluateOptions): Generator<RuleFacts> {
  const { plan } = policy
  const evaluation = new Evaluation(policy, ledger, readOptions(plan, options))
  for (const task of evaluation.tasks()) if (task.requirement.requires) yield factsOf(task)
}

function factsOf({ requirement, record, base }: Task): RuleFacts {
  const context = contextFor(requirement, record, base)
  const facts: RuleFacts['facts'] = {}
  for (const [name, side] of ruleSides(requirement)) {
    const value = exportValue(side.type, side.run(record, context))
    if (!isUnknown(value)) facts[name] = value
  }
  return {
    requirement: requirement.id,
    subject: record,
    ...(requirement.firstPeriod ? { period: context.year } : {}),
    facts,
  }
}

/** What the rule of a requirement names, on either side, down through the named conditions it is exported with. */
export function ruleSides(requirement: PlannedRequirement): ReadonlyMap<string, Expression> {
  const sides = violatedWhen(requirement).flatMap(({ node }) => sidesIn(node))
  return new Map(sides.map((side) => [factName(side), side]))
}

function sidesIn(node: ConditionNode): Expression[] {
  if (node.kind === 'not') return sidesIn(node.child)
  if (node.kind !== 'leaf') return node.children.flatMap(sidesIn)
  const own = namedCondition(node)
  if (own) return sidesIn(own)
  const { left, right } = node
  return right.kind === 'list' || right.kind === 'constant' ? [left] : [left, right]
}
