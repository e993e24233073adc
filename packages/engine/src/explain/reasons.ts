import { memberFinder } from '../formula/aggregate.ts'
import type { EvaluationContext } from '../plan/evaluation-context.ts'
import { recordName, type LedgerRecord } from '../plan/ledger-record.ts'
import type { AggregateExpression } from '../plan/expression.ts'
import type { Reason } from '../report/report.ts'
import type { Truth } from '../values/truth.ts'
import type { GroupOutline, LeafOutline, Outline } from './outline.ts'
import type { Part } from './outlines.ts'

const RECORD_LIMIT = 20

/** A leaf as it was met: a derived condition's leaves are met at another record than the requirement's. */
interface Met {
  outline: LeafOutline
  record: LedgerRecord
}

/** The smallest set of leaves that makes a part what it is. For a part that is certainly true or false. */
export function reasonsOf(part: Part, record: LedgerRecord, context: EvaluationContext): Reason[] {
  const reasons: Reason[] = []
  for (const met of new Deciding(context, part.isTangled).leaves(part.root, record)) {
    const reason = reasonOf(met, context, part)
    const again = reasons.some(({ operator, text }) => operator === reason.operator && text.zh === reason.text.zh)
    if (!again) reasons.push(reason)
  }
  return reasons
}

class Deciding {
  readonly #context: EvaluationContext
  /** Where there are several ways to a condition, their number may double with every name on the way. */
  readonly #known: Map<Outline, Map<LedgerRecord, readonly Met[]>> | undefined

  constructor(context: EvaluationContext, isTangled: boolean) {
    this.#context = context
    this.#known = isTangled ? new Map() : undefined
  }

  leaves(outline: Outline, record: LedgerRecord): readonly Met[] {
    if (outline.kind === 'leaf') {
      const target = outline.inner && outline.target(record, this.#context)
      return target ? this.#inner(outline.inner, target) : [{ outline, record }]
    }
    if (outline.kind === 'not') return this.leaves(outline.children[0]!, record)
    const truth = outline.run(record, this.#context)
    const one = truth === (outline.kind === 'any') // a single child decides
    return one ? this.#fewest(outline, record, truth) : this.#together(outline, record)
  }

  #fewest({ children }: GroupOutline, record: LedgerRecord, truth: Truth): readonly Met[] {
    let fewest: readonly Met[] | undefined
    for (const child of children) {
      if (child.run(record, this.#context) !== truth) continue
      const leaves = this.leaves(child, record)
      if (leaves.length === 1) return leaves
      if (!fewest || leaves.length < fewest.length) fewest = leaves
    }
    return fewest!
  }

  #together({ children }: GroupOutline, record: LedgerRecord): readonly Met[] {
    const all: Met[] = []
    for (const child of children) for (const leaf of this.leaves(child, record)) all.push(leaf)
    return this.#known ? distinct(all) : all
  }

  #inner(outline: Outline, record: LedgerRecord): readonly Met[] {
    if (!this.#known) return this.leaves(outline, record)
    let bySubject = this.#known.get(outline)
    if (!bySubject) this.#known.set(outline, (bySubject = new Map()))
    let leaves = bySubject.get(record)
    if (!leaves) bySubject.set(record, (leaves = this.leaves(outline, record)))
    return leaves
  }
}

function distinct(all: readonly Met[]): readonly Met[] {
  const seen = new Map<LeafOutline, Set<LedgerRecord>>()
  return all.filter(({ outline, record }) => {
    const records = seen.get(outline) ?? new Set()
    if (records.has(record)) return false
    seen.set(outline, records.add(record))
    return true
  })
}

function reasonOf({ outline, record }: Met, context: EvaluationContext, { name, part, exception }: Part): Reason {
  const reason = outline.say(record, context).reason(name, part, exception)
  const records = decidingRecords(outline, record, context)
  return records.length > 0 ? { ...reason, records } : reason
}

/** The records that make `some` true or `every` false. */
function decidingRecords(outline: LeafOutline, subject: LedgerRecord, context: EvaluationContext): string[] {
  const { formula } = outline
  const target = formula && outline.target(subject, context)
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
