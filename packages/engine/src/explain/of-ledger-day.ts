import type { Text } from '../text/text.ts'
import type { EvaluationContext } from '../plan/evaluation-context.ts'
import type { LedgerRecord } from '../plan/ledger-record.ts'
import type { Reason } from '../report/report.ts'
import { TO_BE_CHECKED } from '../report/to-be-checked.ts'
import { formatDay, formatDayInChinese } from '../values/date.ts'
import { isOrder } from '../values/operator.ts'
import { decidingLeaves, type DecidingLeaf } from './deciding-leaves.ts'
import type { ConditionTree } from './explanation-tree.ts'
import { restsOnLedgerDay } from './rests-on-ledger-day.ts'

/** The day of the ledger, where it is judged on another: then what rests on that day says so. */
export function ledgerDayOf({ session: { asOf, index } }: EvaluationContext): number | undefined {
  const { ledgerDay } = index.records
  return ledgerDay === asOf ? undefined : ledgerDay
}

/** Whether what a leaf finds is so on the day of the ledger, and need not be on another. */
export function isOfLedgerDay({ node, record }: DecidingLeaf, ledgerDay: number, context: EvaluationContext): boolean {
  return node.isUndated || restsOnLedgerDay(node.leaf, record, ledgerDay, context)
}

/**
 * Whether a condition is decided by something that the ledger lacks. That nothing has ended yet is the background of
 * most conditions, and counts only where there is nothing else.
 */
export function restsOnLack(
  tree: ConditionTree,
  record: LedgerRecord,
  ledgerDay: number,
  context: EvaluationContext,
): boolean {
  const leaves = decidingLeaves(tree, record, context)
  const lacking = leaves.filter((leaf) => isLack(leaf, ledgerDay, context))
  return lacking.length > 0 && (lacking.length === leaves.length || !lacking.every((leaf) => isNoEnd(leaf, context)))
}

function isLack({ node, record }: DecidingLeaf, ledgerDay: number, context: EvaluationContext): boolean {
  if (restsOnLedgerDay(node.leaf, record, ledgerDay, context)) return true
  return node.isUndated && node.leaf.left.run(record, context) === null
}

/** A condition that asks whether a day has not come, such as that of a dissolution, and finds that it has not. */
function isNoEnd({ node: { leaf }, record }: DecidingLeaf, context: EvaluationContext): boolean {
  const { left, parsed } = leaf
  if (left.type !== 'date' || left.run(record, context) !== null) return false
  return leaf.run(record, context) === true ? parsed.operator === 'equal' : isOrder(parsed.operator)
}

export function reasonOfDay(reason: Reason, ledgerDay: number): Reason {
  const { zh, en } = reason.text
  return {
    ...reason,
    text: {
      zh: `${zh}（${formatDayInChinese(ledgerDay)}的情况）`,
      en: `${en} (as of ${formatDay(ledgerDay)})`,
    },
  }
}

/** A status that rests on how things stood on the day of the ledger, after that of the report: it is not proved. */
export function toBeChecked({ zh, en }: Text, ledgerDay: number): Text {
  return {
    zh: `${TO_BE_CHECKED.zh}（按${formatDayInChinese(ledgerDay)}的情况，${zh}）`,
    en: `${TO_BE_CHECKED.en} (${en} by how things stood on ${formatDay(ledgerDay)})`,
  }
}

/** A sentence of the pack that holds on the day of the ledger. */
export function sentenceOfDay({ zh, en }: Text, ledgerDay: number): Text {
  return {
    zh: `按${formatDayInChinese(ledgerDay)}登记的情况，${zh}`,
    en: `As registered on ${formatDay(ledgerDay)}: ${en}`,
  }
}
