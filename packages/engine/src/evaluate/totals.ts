import { memberFinder } from '../formula/aggregate.ts'
import { FOLDS, type Fold } from '../formula/fold.ts'
import { EvaluationError } from '../errors/evaluation-error.ts'
import type { RecordIndex } from '../plan/record-index.ts'
import { LedgerRecord } from '../plan/ledger-record.ts'
import type { Scope } from '../plan/scope.ts'
import { StreamTotals } from '../plan/stream-totals.ts'
import type { Total } from '../plan/stream-view.ts'
import type { Text } from '../text/text.ts'
import type { EvaluationContext } from '../plan/evaluation-context.ts'

/** Formulas over streamed records as of a day, kept for each record around the stream that has one. */
export class Totals {
  readonly #totals: readonly RunningTotal[]
  /** Why they cannot be computed, once a number has grown too large. */
  failure: Text | undefined

  /** `isWhole` says that the stream is all there is, though which records are above it is not known. */
  constructor(totals: readonly Total[], streamed: Scope, isWhole: boolean) {
    this.#totals = totals.map((total) => new RunningTotal(total, streamed, isWhole))
  }

  /** Counts a streamed record, with the records below it, which the index holds. */
  add(record: LedgerRecord, index: RecordIndex, context: EvaluationContext): void {
    this.#each((total) => total.add(record, index, context))
  }

  /** Hands each holder its total, as if its records were there. */
  settle(around: RecordIndex, context: EvaluationContext): void {
    this.#each((total) => total.settle(around, context))
  }

  #each(run: (total: RunningTotal) => void): void {
    try {
      if (!this.failure) for (const total of this.#totals) run(total)
    } catch (error) {
      if (!(error instanceof EvaluationError)) throw error
      this.failure = error.text
    }
  }
}

class RunningTotal {
  readonly #total: Total
  readonly #isWhole: boolean
  /** The way down from a streamed record to those that are counted, if these are below it. */
  readonly #below: ReturnType<typeof memberFinder> | undefined
  readonly #folds = new Map<LedgerRecord, Fold>()
  /** Holders of a record below which a list was not given. */
  readonly #incomplete = new Set<LedgerRecord>()
  /** By holder: the years below its streamed records that the ledger does not give and that may count. */
  readonly #unwritten = new Map<LedgerRecord, number>()
  /** Records of which it is not known where their references lead: they may belong to any holder. */
  #undecided = 0
  /** Some list was not given, and any of its records may refer to any holder. */
  #isIncomplete = false

  constructor(total: Total, streamed: Scope, isWhole: boolean) {
    this.#total = total
    this.#isWhole = isWhole
    const { over } = total.formula
    this.#below =
      over === streamed ? undefined : memberFinder({ from: streamed, over, by: undefined, where: total.formula.where })
  }

  add(subject: LedgerRecord, index: RecordIndex, context: EvaluationContext): void {
    const { from, over, by } = this.#total.formula
    const records = index.records.of(over)
    if (by) {
      this.#isIncomplete ||= index.incomplete.has(over)
      for (const record of records) this.#count(record.link(by), record, context)
      return
    }
    const holder = recordAbove(subject, from)
    for (const record of records) this.#count(holder, record, context)
    const below = this.#below?.(subject, context)
    if (!below) return
    if (below.incomplete) this.#incomplete.add(holder)
    if (below.undecided > 0) this.#unwritten.set(holder, this.#unwrittenOf(holder) + below.undecided)
  }

  #count(holder: LedgerRecord['links'][number], record: LedgerRecord, context: EvaluationContext): void {
    if (holder instanceof LedgerRecord) this.#foldOf(holder).add(record, context)
    else if (holder !== null) this.#undecided++
  }

  settle(around: RecordIndex, context: EvaluationContext): void {
    const { fact, formula } = this.#total
    for (const holder of around.records.of(formula.from)) {
      const incomplete =
        this.#isIncomplete ||
        this.#incomplete.has(holder) ||
        (!this.#isWhole && memberFinder(formula)(holder, context).incomplete)
      const value = this.#foldOf(holder).finish(this.#undecided + this.#unwrittenOf(holder), incomplete)
      holder.totals ??= new StreamTotals()
      holder.totals.set(fact, context, value)
    }
  }

  #unwrittenOf(holder: LedgerRecord): number {
    return this.#unwritten.get(holder) ?? 0
  }

  #foldOf(holder: LedgerRecord): Fold {
    let fold = this.#folds.get(holder)
    if (!fold) this.#folds.set(holder, (fold = FOLDS[this.#total.formula.name](this.#total.formula)))
    return fold
  }
}

function recordAbove(record: LedgerRecord, scope: Scope): LedgerRecord {
  let at = record
  while (at.scope !== scope) at = at.parent!
  return at
}
