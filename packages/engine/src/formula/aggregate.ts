import type { EvaluationContext } from '../plan/evaluation-context.ts'
import type { LedgerRecord } from '../plan/ledger-record.ts'
import type { AggregateExpression, AggregateName, Run } from '../plan/expression.ts'
import type { ValueType } from '../plan/fact.ts'
import type { Membership } from '../plan/membership.ts'
import type { Scope } from '../plan/scope.ts'
import type { Value } from '../values/value.ts'
import { FOLDS, type Asked } from './fold.ts'

/** A formula over the records of a scope below a record, or of those that refer to it. */
export function aggregate(
  name: AggregateName,
  type: ValueType,
  gathering: Membership,
  { where, holds, of }: Asked,
): AggregateExpression {
  const gather = memberFinder(gathering)
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

/** The records of a scope, how many more may belong to them, and whether some list is not known at all. */
export interface Members {
  records: readonly LedgerRecord[]
  undecided: number
  incomplete: boolean
}

type Gather = (record: LedgerRecord, context: EvaluationContext) => Members

export function memberFinder({ from, over, by }: Membership): Gather {
  if (!by) {
    const way: Scope[] = []
    for (let scope = over; scope !== from; scope = scope.parent!) way.unshift(scope)
    return (holder) => {
      let records: readonly LedgerRecord[] = [holder]
      let incomplete = false
      for (const scope of way) {
        const index = scope.childIndex
        if (records.length === 1) {
          const children: LedgerRecord[] | undefined = records[0]!.children[index]
          if (children === undefined) incomplete = true
          records = children ?? []
          continue
        }
        const below: LedgerRecord[] = []
        for (const record of records) {
          const children = record.children[index]
          if (children === undefined) incomplete = true
          else for (const child of children) below.push(child)
        }
        records = below
      }
      return { records, undecided: 0, incomplete }
    }
  }
  const place = from.referredBy.indexOf(by)
  return (record, context) => ({
    records: record.referrers[place]!,
    undecided: context.session.index.undecided.get(by)?.length ?? 0,
    incomplete: context.session.index.incomplete.has(over),
  })
}
