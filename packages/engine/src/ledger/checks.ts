import type { EvaluationContext } from '../plan/evaluation-context.ts'
import type { Bound } from '../plan/bounds.ts'
import type { Expression } from '../plan/expression.ts'
import { blankOf, type Given } from '../plan/fact.ts'
import type { PlannedCheck } from '../plan/plan.ts'
import type { Identified } from '../plan/preparation.ts'
import { OPERATORS } from '../values/operator.ts'
import { isNotGiven } from '../values/partial-date.ts'
import { isUnknown, tainted, TAINTED, Unknown, UNKNOWN, type Value } from '../values/value.ts'
import type { RecordIndex } from '../plan/record-index.ts'
import { LedgerRecord } from '../plan/ledger-record.ts'

/** Bounds are checks where the value is known. */
export function checkBounds(index: RecordIndex, bounds: readonly Bound[], context: EvaluationContext): void {
  for (const declared of bounds) {
    const { fact, operator, bound } = declared
    const holds = OPERATORS[operator]
    for (const record of index.records.of(fact.scope)) {
      const value = record.value(fact)
      if (value === null || isNotGiven(value)) continue
      const limit = bound.run(record, context)
      if (limit !== null && holds(value, limit) === false)
        index.conflicts.push({ check: 'bound', record, facts: [fact, ...givenIn(bound)], bound: declared })
    }
  }
}

function givenIn(bound: Expression): Given[] {
  if (bound.kind === 'fact') return bound.fact.kind === 'given' ? [bound.fact] : []
  return bound.kind === 'arithmetic' ? bound.operands.flatMap(givenIn) : []
}

/** Two records of one list may not have the same id: most likely a row was copied. */
export function checkIds(index: RecordIndex, scopes: readonly Identified[]): void {
  for (const { id, parent, childIndex } of scopes)
    for (const holder of index.records.of(parent))
      for (const shared of sharing(holder.children[childIndex] ?? [], id))
        for (const record of shared) index.conflicts.push({ check: 'duplicate', record, facts: [id] })
}

export function runChecks(index: RecordIndex, checks: readonly PlannedCheck[], context: EvaluationContext): void {
  for (const check of checks) {
    const records = index.records.of(check.scope)
    if (records.length === 0) continue
    const fail = (record: LedgerRecord) =>
      index.conflicts.push({ check: check.entry.id, record, facts: [...check.taints] })
    if ('holds' in check) {
      for (const record of records) if (check.holds.run(record, context) === false) fail(record)
      continue
    }
    for (const shared of sharing(records, check.unique)) shared.forEach(fail)
  }
}

/** Those of several records that have a known value in common, value by value. */
function sharing(records: readonly LedgerRecord[], { slot }: Given): LedgerRecord[][] {
  if (!shareAny(records, slot)) return []
  const holders = new Map<Value, LedgerRecord[]>()
  for (const record of records) {
    const value = record.at(slot)
    if (value === null || isUnknown(value)) continue
    const before = holders.get(value)
    if (before) before.push(record)
    else holders.set(value, [record])
  }
  return [...holders.values()].filter(({ length }) => length > 1)
}

/** Usually none do, and a set of the values shows that without a list for each. */
function shareAny(records: readonly LedgerRecord[], slot: number): boolean {
  if (records.length < 2) return false
  const seen = new Set<Value>()
  for (const { values } of records) {
    const value = values[slot]!
    if (value === null || isUnknown(value)) continue
    if (seen.has(value)) return true
    seen.add(value)
  }
  return false
}

/** Makes the facts of failed checks unknown; a tainted reference is cut both ways. */
export function taint(index: RecordIndex): void {
  const cut = new Map<LedgerRecord, Set<Given>>()
  for (const conflict of index.conflicts) {
    const { record, facts } = conflict
    for (const fact of facts) {
      record.conflicts ??= new Map()
      const failed = record.conflicts.get(fact.slot)
      if (failed) failed.push(conflict)
      else record.conflicts.set(fact.slot, [conflict])
      record.values[fact.slot] = tainted(blankOf(fact) ?? UNKNOWN) // something was given
      const target = fact.to && record.links[fact.linkIndex]
      if (target === undefined) continue
      record.setLink(fact, TAINTED)
      if (target instanceof Unknown) continue // nothing to cut
      if (target instanceof LedgerRecord) cut.set(target, (cut.get(target) ?? new Set()).add(fact))
      const before = index.undecided.get(fact)
      if (before) before.push(record)
      else index.undecided.set(fact, [record])
    }
  }
  for (const [target, facts] of cut)
    for (const fact of facts) {
      const place = fact.to!.referredBy.indexOf(fact)
      target.referrers[place] = target.referrers[place]!.filter((record) => record.links[fact.linkIndex] === target)
    }
}
