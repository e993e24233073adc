import type { Session } from './session.ts'
import type { LedgerRecord } from './ledger-record.ts'
import type { ConditionNode } from './expression.ts'
import type { Given } from './fact.ts'
import type { Plan, PlannedCheck } from './plan.ts'
import { isWithin, scopesBelow, type Scope } from './scope.ts'
import type { StreamView } from './stream-view.ts'

/** Something that must not be false of a record: a check of the pack, or a bound of a fact. */
export interface Constraint {
  readonly node: ConditionNode
  readonly record: LedgerRecord
}

/**
 * What must stay true when a fact of a record changes, and, where the record is added to the ledger, all that looks at
 * such a record; undefined where other records than those around and below it may be concerned, or those of a stream.
 */
export function constraintsOn(
  plan: Plan,
  subject: LedgerRecord,
  fact: Given,
  { index }: Session,
): readonly Constraint[] | undefined {
  const constraints: Constraint[] = []
  const { all, byFact } = plan.constraints
  const concerned = subject.isAdded ? all.filter((rule) => rule.looksAt.has(subject.scope)) : byFact.get(fact)
  for (const { scope, node, check, roams } of concerned ?? []) {
    if (roams || (check && index.view && !isRunOnAll(index.view, subject, check))) return undefined
    for (const record of recordsNear(subject, scope)) constraints.push({ node, record })
  }
  return constraints
}

/** Whether a stream runs a check wherever a change in a record may break it: other streamed records may be below. */
function isRunOnAll(view: StreamView, { scope }: LedgerRecord, check: PlannedCheck): boolean {
  return !view.unchecked.has(check) && (view.isStreamed(scope) || !view.isStreamed(check.scope))
}

/** Whether no other record has the same value where the catalogue wants each to have its own. */
export function isUnique(plan: Plan, record: LedgerRecord, fact: Given, { index }: Session): boolean {
  const value = record.value(fact)
  const checks = value === null ? [] : uniqueChecksOn(plan, fact)
  if (checks.length === 0) return true
  const isStreamed = checks.some((check) => index.view?.unchecked.has(check))
  return !isStreamed && !sharesValue(index.records.of(fact.scope), record, fact)
}

export function mustBeUnique(plan: Plan, fact: Given): boolean {
  return uniqueChecksOn(plan, fact).length > 0
}

function uniqueChecksOn({ checks }: Plan, fact: Given): readonly PlannedCheck[] {
  return checks.filter((check) => 'unique' in check && check.unique === fact)
}

function sharesValue(records: readonly LedgerRecord[], record: LedgerRecord, { slot }: Given): boolean {
  return records.some((other) => other !== record && other.values[slot] === record.values[slot])
}

/** The records of a scope above a record, below it, or itself. */
function recordsNear(subject: LedgerRecord, scope: Scope): readonly LedgerRecord[] {
  if (isWithin(subject.scope, scope)) {
    let at = subject
    while (at.scope !== scope) at = at.parent!
    return [at]
  }
  if (!isWithin(scope, subject.scope)) return []
  return scopesBelow(subject.scope, scope).reduce<readonly LedgerRecord[]>(
    (records, { childIndex }) => records.flatMap((record) => record.children[childIndex] ?? []),
    [subject],
  )
}
