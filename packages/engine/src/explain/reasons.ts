import { memberFinder } from '../formula/aggregate.ts'
import type { EvaluationContext } from '../plan/evaluation-context.ts'
import { recordName, type LedgerRecord } from '../plan/ledger-record.ts'
import type { AggregateExpression } from '../plan/expression.ts'
import type { Reason } from '../report/report.ts'
import { decidingLeaves, type DecidingLeaf } from './deciding-leaves.ts'
import type { ExplanationLeaf } from './explanation-node.ts'
import type { ExplanationTree } from './explanation-tree.ts'
import { isOfLedgerDay, ledgerDayOf, reasonOfDay } from './of-ledger-day.ts'

const RECORD_LIMIT = 20

/** What decided a condition, in sentences. */
export interface Reasons {
  readonly reasons: readonly Reason[]
  /** Those of them that say of which day the ledger is. */
  readonly ofLedgerDay: ReadonlySet<Reason>
}

const NONE: ReadonlySet<Reason> = new Set()

/** The fewest leaves that make a condition true or false, in words. It must not be unknown. */
export function reasonsOf(tree: ExplanationTree, record: LedgerRecord, context: EvaluationContext): Reasons {
  const day = ledgerDayOf(context)
  const reasons: Reason[] = []
  const ofLedgerDay = day === undefined ? undefined : new Set<Reason>()
  for (const deciding of decidingLeaves(tree, record, context)) {
    const isOfDay = day !== undefined && isOfLedgerDay(deciding, day, context)
    const stated = reasonOf(deciding, context, tree)
    const reason = isOfDay ? reasonOfDay(stated, day) : stated
    const again = reasons.some(({ operator, text }) => operator === reason.operator && text.zh === reason.text.zh)
    if (again) continue
    reasons.push(reason)
    if (isOfDay) ofLedgerDay?.add(reason)
  }
  return { reasons, ofLedgerDay: ofLedgerDay ?? NONE }
}

function reasonOf(
  { node, record }: DecidingLeaf,
  context: EvaluationContext,
  { name, part, exception }: ExplanationTree,
): Reason {
  const reason = node.statementOn(record, context).reason(name, part, exception)
  const records = decidingRecords(node, record, context)
  return records.length > 0 ? { ...reason, records } : reason
}

/** The records that make `some` true or `every` false. */
function decidingRecords(node: ExplanationLeaf, subject: LedgerRecord, context: EvaluationContext): string[] {
  const { formula } = node
  const target = formula && node.target(subject, context)
  if (!target) return []
  const names: string[] = []
  for (const record of memberFinder(formula)(target, context).records) {
    if (names.length === RECORD_LIMIT) break
    if (decides(formula, record, context)) names.push(recordName(record))
  }
  return names
}

function decides(
  { name, where, holds }: AggregateExpression,
  record: LedgerRecord,
  context: EvaluationContext,
): boolean {
  const belongs = where === undefined || where.run(record, context) === true
  return belongs && (name === 'some' || holds!.run(record, context) === false)
}
