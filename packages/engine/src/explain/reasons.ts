import { memberFinder } from '../formula/aggregate.ts'
import type { EvaluationContext } from '../plan/evaluation-context.ts'
import { recordName, type LedgerRecord } from '../plan/ledger-record.ts'
import type { AggregateExpression } from '../plan/expression.ts'
import type { Reason } from '../report/report.ts'
import { formatDay, formatDayInChinese } from '../values/date.ts'
import type { Truth } from '../values/truth.ts'
import type { ExplanationGroup, ExplanationLeaf, ExplanationNode } from './explanation-node.ts'
import type { ExplanationTree } from './explanation-tree.ts'
import { restsOnLedgerDay } from './rests-on-ledger-day.ts'

const RECORD_LIMIT = 20

/** A leaf, and the record at which it is asked: behind a derived fact this may be another one than the subject. */
interface Met {
  node: ExplanationLeaf
  record: LedgerRecord
}

/** The fewest leaves that make a condition true or false. It must not be unknown. */
export function reasonsOf(tree: ExplanationTree, record: LedgerRecord, context: EvaluationContext): Reason[] {
  const reasons: Reason[] = []
  for (const met of new Deciding(context, tree.isTangled).leaves(tree.root, record)) {
    const reason = reasonOf(met, context, tree)
    const again = reasons.some(({ operator, text }) => operator === reason.operator && text.zh === reason.text.zh)
    if (!again) reasons.push(reason)
  }
  return reasons
}

class Deciding {
  readonly #context: EvaluationContext
  /** Where there are several ways to a condition, their number may double with every name on the way. */
  readonly #known: Map<ExplanationNode, Map<LedgerRecord, readonly Met[]>> | undefined

  constructor(context: EvaluationContext, isTangled: boolean) {
    this.#context = context
    this.#known = isTangled ? new Map() : undefined
  }

  leaves(node: ExplanationNode, record: LedgerRecord): readonly Met[] {
    if (node.kind === 'leaf') {
      const target = node.inner && node.target(record, this.#context)
      return target ? this.#inner(node.inner, target) : [{ node, record }]
    }
    if (node.kind === 'not') return this.leaves(node.children[0]!, record)
    const truth = node.run(record, this.#context)
    const one = truth === (node.kind === 'any') // a single child decides
    return one ? this.#fewest(node, record, truth) : this.#together(node, record)
  }

  #fewest({ children }: ExplanationGroup, record: LedgerRecord, truth: Truth): readonly Met[] {
    let fewest: readonly Met[] | undefined
    for (const child of children) {
      if (child.run(record, this.#context) !== truth) continue
      const leaves = this.leaves(child, record)
      if (leaves.length === 1) return leaves
      if (!fewest || leaves.length < fewest.length) fewest = leaves
    }
    return fewest!
  }

  #together({ children }: ExplanationGroup, record: LedgerRecord): readonly Met[] {
    const all: Met[] = []
    for (const child of children) for (const leaf of this.leaves(child, record)) all.push(leaf)
    return this.#known ? distinct(all) : all
  }

  #inner(node: ExplanationNode, record: LedgerRecord): readonly Met[] {
    if (!this.#known) return this.leaves(node, record)
    let bySubject = this.#known.get(node)
    if (!bySubject) this.#known.set(node, (bySubject = new Map()))
    let leaves = bySubject.get(record)
    if (!leaves) bySubject.set(record, (leaves = this.leaves(node, record)))
    return leaves
  }
}

function distinct(all: readonly Met[]): readonly Met[] {
  const seen = new Map<ExplanationLeaf, Set<LedgerRecord>>()
  return all.filter(({ node, record }) => {
    const records = seen.get(node) ?? new Set()
    if (records.has(record)) return false
    seen.set(node, records.add(record))
    return true
  })
}

function reasonOf(
  { node, record }: Met,
  context: EvaluationContext,
  { name, part, exception }: ExplanationTree,
): Reason {
  const stated = node.statementOn(record, context).reason(name, part, exception)
  const reason = onLedgerDay(stated, node, record, context)
  const records = decidingRecords(node, record, context)
  return records.length > 0 ? { ...reason, records } : reason
}

/** What the ledger says without a date is so on its own day; judged on another, the reason says which. */
function onLedgerDay(
  reason: Reason,
  { isUndated, leaf }: ExplanationLeaf,
  record: LedgerRecord,
  context: EvaluationContext,
): Reason {
  const { asOf, index } = context.session
  const { ledgerDay } = index.records
  if (ledgerDay === undefined || ledgerDay === asOf) return reason
  if (!isUndated && !restsOnLedgerDay(leaf, record, ledgerDay, context)) return reason
  const { zh, en } = reason.text
  return {
    ...reason,
    text: { zh: `${zh}（${formatDayInChinese(ledgerDay)}的情况）`, en: `${en} (as of ${formatDay(ledgerDay)})` },
  }
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
