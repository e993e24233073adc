import type { ConditionNode } from '../plan/expression.ts'
import type { PlannedRequirement } from '../plan/plan.ts'
import type { LedgerRecord } from '../plan/ledger-record.ts'
import type { Status } from '../schema/cases.ts'
import type { Truth } from '../values/truth.ts'
import { isCertain } from '../values/value.ts'
import type { EvaluationContext } from '../plan/evaluation-context.ts'

/**
 * How the truth of a condition is found. The compiled runtime runs the condition; a reference runtime may look
 * up what another engine said.
 */
export type Judge = (condition: ConditionNode, record: LedgerRecord, context: EvaluationContext) => Truth

export const runCompiled: Judge = (condition, record, context) => condition.run(record, context)

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
} as const satisfies Partial<Record<Status, number>>

export type Outcome = keyof typeof OUTCOMES

const NAMES = Object.keys(OUTCOMES) as Outcome[]

/** Set when a calculation lacks a figure: not an outcome, but no status can be given. */
export const INCOMPLETE = 256

/** The outcomes in a set, always in the same order. */
export function outcomesIn(set: number): Outcome[] {
  return NAMES.filter((name) => set & OUTCOMES[name])
}

/** How many sets of outcomes there are. */
export const SETS = 512

const STATUSES = Array.from({ length: SETS }, (_, set): Status => {
  if (set === 0) return 'not_applicable' // not in force
  return NAMES.find((name) => OUTCOMES[name] === set) ?? 'unknown'
})

/** The one outcome possible, or `unknown` where there are several. */
export function statusOf(set: number): Status {
  return STATUSES[set]!
}

/** The governing day and the period, ready for `decide`. */
export function contextFor(
  requirement: PlannedRequirement,
  record: LedgerRecord,
  base: EvaluationContext,
): EvaluationContext {
  const { session } = base
  if (requirement.at) return session.context(requirement.at.run(record, base), base.year)
  return requirement.firstPeriod ? session.yearly(base) : base
}

/** Every outcome still possible, as a set of bits; 0 where the requirement is certainly not in force. */
export function decide(
  requirement: PlannedRequirement,
  record: LedgerRecord,
  context: EvaluationContext,
  judge: Judge,
): number {
  const { inForce, applies, requires } = requirement
  if (context.at === null) return 0 // no day, no law
  let governs = inForce === undefined ? true : judge(inForce, record, context)
  if (governs === false) return 0
  if (!isCertain(context.at)) governs = undefined // it may turn out that there is no such day
  const concerns = applies === undefined ? true : judge(applies, record, context)
  if (concerns === false) return OUTCOMES.not_applicable
  context.due = requirement.due ? requirement.due.run(record, context) : null
  const unsure = governs && concerns ? 0 : OUTCOMES.not_applicable
  if (requires === undefined)
    return unsure | OUTCOMES.calculated | (figuresKnown(requirement, record, context) ? 0 : INCOMPLETE)
  return unsure | decideOn(judge(requires, record, context), requirement, record, context, judge)
}

/** The outcomes of a requirement that applies, by whether what it requires holds. The frame has its due date. */
export function decideOn(
  holds: Truth,
  { late, past, unless }: PlannedRequirement,
  record: LedgerRecord,
  context: EvaluationContext,
  judge: Judge,
): number {
  let set = 0
  if (holds !== false) {
    const wasLate = late === undefined ? false : judge(late, record, context)
    if (wasLate !== true) set |= OUTCOMES.met
    if (wasLate !== false) set |= OUTCOMES.met_late
  }
  if (holds === true) return set
  for (const { entry, when } of unless) {
    const truth = judge(when, record, context)
    if (truth !== false) set |= OUTCOMES[entry.status]
    if (truth === true) return set
  }
  const overdue = past === undefined ? true : judge(past, record, context)
  if (overdue !== true) set |= OUTCOMES.pending
  if (overdue !== false) set |= OUTCOMES.not_met
  return set
}

function figuresKnown({ figures }: PlannedRequirement, record: LedgerRecord, context: EvaluationContext): boolean {
  return figures.every(({ expression }) => {
    const value = expression.run(record, context)
    return typeof value !== 'object' || value === null
  })
}

/** Every condition of a requirement, in the order in which `decide` may ask for them. */
export function conditionsOf(requirement: PlannedRequirement): ConditionNode[] {
  const { inForce, applies, requires, late, past, unless } = requirement
  return [inForce, applies, requires, late, ...unless.map(({ when }) => when), past].filter(
    (condition) => condition !== undefined,
  )
}
