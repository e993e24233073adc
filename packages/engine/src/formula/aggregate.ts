import type { EvaluationContext } from '../plan/evaluation-context.ts'
import { LedgerRecord } from '../plan/ledger-record.ts'
import { NO_RECORDS } from '../plan/records-by-scope.ts'
import type { AggregateExpression, AggregateName, Run } from '../plan/expression.ts'
import type { ValueType } from '../plan/fact.ts'
import type { Membership } from '../plan/membership.ts'
import { scopesBelow, type Scope } from '../plan/scope.ts'
import type { Value } from '../values/value.ts'
import { FOLDS, type Asked } from './fold.ts'
import { unwrittenYears } from './unwritten-years.ts'

/** A formula over the records of a scope below a record, or of those that refer to it. */
export function aggregate(
  name: AggregateName,
  type: ValueType,
  gathering: Membership,
  { where, holds, of }: Asked,
): AggregateExpression {
  const gather = memberFinder({ ...gathering, where })
  const asked: Asked = { where, holds, of }
  const start = FOLDS[name]
  const run: Run<Value> = (holder, context) => {
    const { records, undecided, incomplete } = gather(holder, context)
    const fold = start(asked)
    for (const record of records) if (fold.add(record, context)) break
    return fold.finish(undecided, incomplete)
  }
  return { kind: 'aggregate', name, type, ...gathering, where, holds, of, run }
}

/** The records of a scope, how many more may belong to them, and whether some list is not known to be whole. */
export interface Members {
  records: readonly LedgerRecord[]
  undecided: number
  incomplete: boolean
  /** The years that the ledger does not give and that may count, or have records below that may. */
  unwritten: readonly LedgerRecord[]
}

type Gather = (record: LedgerRecord, context: EvaluationContext) => Members

export function memberFinder({ from, over, by, where }: Membership & Pick<Asked, 'where'>): Gather {
  if (!by) {
    const way = scopesBelow(from, over)
    const mayHaveUnwritten = way.some(({ keyed }) => keyed)
    return (holder, context) => {
      let records: readonly LedgerRecord[] = [holder]
      let incomplete = false
      const unwritten: LedgerRecord[] = []
      for (const scope of way) {
        const index = scope.childIndex
        for (const record of records) if (!record.isListed(scope)) incomplete = true
        if (mayHaveUnwritten)
          for (const record of records)
            if (record.children[index]) unwritten.push(...unwrittenYears(record, scope, context))
        records =
          records.length === 1
            ? (records[0]!.children[index] ?? NO_RECORDS)
            : records.flatMap((record) => record.children[index] ?? NO_RECORDS)
      }
      const counting = unwritten.filter((year) => mayCount(year, over, where, context))
      // Below a year above them there may be any number.
      const direct = counting.filter((year) => year.scope === over).length
      return { records, undecided: direct, incomplete: incomplete || counting.length > direct, unwritten: counting }
    }
  }
  const place = from.referredBy.indexOf(by)
  return (record, context) => ({
    records: record.referrers[place]!,
    undecided: context.session.index.undecided.get(by)?.length ?? 0,
    incomplete: context.session.index.incomplete.has(over),
    unwritten: NO_RECORDS,
  })
}

/** Whether a year that is not given, or a record below it, may be one of those that a formula counts. */
function mayCount(year: LedgerRecord, over: Scope, where: Asked['where'], context: EvaluationContext): boolean {
  return where === undefined || where.run(blankBelow(year, over), context) !== false
}

/** A record of which nothing is known, in the lists below another one that the ledger does not give. */
export function blankBelow(above: LedgerRecord, scope: Scope): LedgerRecord {
  if (above.scope === scope) return above
  const record = new LedgerRecord(scope, blankBelow(above, scope.parent!), 0)
  record.isAdded = true
  return record
}
