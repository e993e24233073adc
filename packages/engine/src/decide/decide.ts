import { NOT_COMPUTED, type EvaluationContext } from '../plan/evaluation-context.ts'
import type { LedgerRecord } from '../plan/ledger-record.ts'
import type { PlannedException, PlannedRequirement } from '../plan/plan.ts'
import type { Step, DecisionTree } from '../plan/decision-tree.ts'
import type { Truth } from '../values/truth.ts'
import { isUnknown } from '../values/value.ts'
import { INCOMPLETE, NOT_IN_FORCE, OUTCOMES } from './outcome.ts'

/**
 * How the truth of a step is found. The compiled runtime runs its condition; a reference runtime may look up what
 * another engine said.
 */
export type Judge = (step: Step, record: LedgerRecord, context: EvaluationContext) => Truth

export const runCompiled: Judge = ({ condition }, record, context) => condition.run(record, context)

/** The governing day, the period and the due date, ready for `decide`. */
export function contextFor(
  requirement: PlannedRequirement,
  record: LedgerRecord,
  base: EvaluationContext,
): EvaluationContext {
  const context = governing(requirement, record, base)
  context.dueOf = requirement.due
  context.subject = record
  context.due = NOT_COMPUTED
  return context
}

function governing(
  { at, firstPeriod }: PlannedRequirement,
  record: LedgerRecord,
  base: EvaluationContext,
): EvaluationContext {
  const { session } = base
  if (at) return session.context(at.run(record, base), base.year)
  return firstPeriod ? session.yearly(base) : base
}

/** What was asked in a decision, and the answer. */
export interface Answer {
  readonly step: Step
  readonly truth: Truth
}

/**
 * Every outcome still possible, as a set of bits; 0 where the requirement is certainly not in force. The answers are
 * added to `answers`, in the order in which they are given.
 */
export function decide(
  requirement: PlannedRequirement,
  record: LedgerRecord,
  context: EvaluationContext,
  judge: Judge,
  answers?: Answer[],
): number {
  const set = outcomesFrom(requirement.decision, record, context, judge, answers)
  if (set === NOT_IN_FORCE) return 0
  const lacks = set & OUTCOMES.calculated && !figuresKnown(requirement, record, context) ? INCOMPLETE : 0
  return set & NOT_IN_FORCE ? (set & ~NOT_IN_FORCE) | OUTCOMES.not_applicable | lacks : set | lacks
}

/** The outcomes to which the answers lead; an unknown one leads both ways. */
function outcomesFrom(
  way: DecisionTree,
  record: LedgerRecord,
  context: EvaluationContext,
  judge: Judge,
  answers: Answer[] | undefined,
): number {
  let at = way
  let set = 0
  while (typeof at !== 'number') {
    const truth = judge(at, record, context)
    answers?.push({ step: at, truth })
    if (truth === undefined) set |= outcomesFrom(at.whenTrue, record, context, judge, answers)
    at = truth === true ? at.whenTrue : at.whenFalse
  }
  return set | at
}

function figuresKnown({ figures }: PlannedRequirement, record: LedgerRecord, context: EvaluationContext): boolean {
  return figures.every(({ expression }) => !isUnknown(expression.run(record, context)))
}

/** The exception that ended a decision: nothing is asked after one that holds. */
export function exceptionIn(answers: readonly Answer[]): PlannedException | undefined {
  const last = answers.at(-1)
  return last?.truth === true ? last.step.exception : undefined
}
