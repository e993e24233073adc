import { ifComputable } from '../errors/evaluation-error.ts'
import { contextFor, decide, runCompiled } from '../decide/decide.ts'
import { outcomesIn, type Outcome } from '../decide/outcome.ts'
import type { EvaluationContext } from '../plan/evaluation-context.ts'
import { narrowAgain, narrowsDoubt } from '../ledger/narrow-unknowns.ts'
import { recordPointer, type LedgerRecord } from '../plan/ledger-record.ts'
import { pointerOf } from '../json/pointer.ts'
import { blankOf, type Given, type ValueType } from '../plan/fact.ts'
import type { Plan, PlannedRequirement } from '../plan/plan.ts'
import { isWithin } from '../plan/scope.ts'
import type { WhatIf, Reason } from '../report/report.ts'
import { constraintsOn, isUnique } from '../plan/constraints.ts'
import { waysToHold, type Change, type Way } from './what-if-search.ts'
import type { Value } from '../values/value.ts'
import { show } from './show.ts'
import { changeText, suppositionText } from './supposition-text.ts'

/** How many ways are shown in addition to the exceptions. */
const SHOWN = 3

/**
 * What would settle a requirement if it were so, the smallest first: of its own facts, then through each exception.
 * Every supposition is tried on the ledger before it is shown, and what it leads to is stated.
 */
export function whatIfOf(
  plan: Plan,
  requirement: PlannedRequirement,
  record: LedgerRecord,
  context: EvaluationContext,
  reasons: readonly Reason[],
): WhatIf[] {
  const { requires, unless } = requirement
  if (!requires || looksAround(requirement)) return []
  const trial = { plan, requirement, record, context }
  const situation = situationIn(reasons)
  const suppositions = settling(trial, waysToHold(requires, record, context, situation), SETTLED, SHOWN)
  for (const { entry, when } of unless) {
    if (entry.status !== 'exempted') continue
    const [supposition] = settling(trial, waysToHold(when, record, context, situation), EXEMPTED, 1)
    if (supposition) suppositions.push({ ...supposition, exception: entry.id })
  }
  return suppositions
}

const SETTLED: readonly Outcome[] = ['met', 'met_late']
const EXEMPTED: readonly Outcome[] = ['exempted']

/** A formula over records that are not the subject's own would be computed again for every trial: no trials then. */
function looksAround({ aggregates, subject }: PlannedRequirement): boolean {
  return aggregates.some(({ from }) => !isWithin(from, subject))
}

/** What makes the requirement apply describes the situation: to suppose it otherwise settles nothing. */
function situationIn(reasons: readonly Reason[]): ReadonlySet<string> {
  const situation = new Set<string>()
  for (const { part, fact, expectedFact } of reasons) {
    if (part !== 'applies') continue
    situation.add(fact)
    if (expectedFact) situation.add(expectedFact)
  }
  return situation
}

/** What is decided again for each way. */
interface Trial {
  plan: Plan
  requirement: PlannedRequirement
  record: LedgerRecord
  context: EvaluationContext
}

/** The first ways, the smallest first, that lead to what is wanted. */
function settling(trial: Trial, ways: readonly Way[], wanted: readonly Outcome[], most: number): WhatIf[] {
  const suppositions: WhatIf[] = []
  const settled = new Set<string>()
  for (const way of [...ways].sort((a, b) => a.length - b.length)) {
    if (suppositions.length === most) break
    const name = way.map(measureOf).sort().join()
    const outcome = way.length > 0 && !settled.has(name) ? tried(trial, way) : undefined
    if (!outcome || !wanted.includes(outcome)) continue
    settled.add(name)
    suppositions.push({ changes: way.map(described), leadsTo: outcome, text: suppositionText(way, outcome) })
  }
  return suppositions
}

/** What a change is about. Once one number or day is enough, one further away says nothing new. */
function measureOf({ record, fact, to }: Change): string {
  const place = `${recordPointer(record)}${pointerOf(fact.path)}`
  return MEASURED.has(fact.type) ? place : `${place}=${JSON.stringify(to)}`
}

const MEASURED: ReadonlySet<ValueType> = new Set(['integer', 'money', 'rate', 'date'])

/** Makes the changes, decides, and takes them back; undefined where no one outcome comes of it. */
function tried(trial: Trial, way: Way): Outcome | undefined {
  const { session } = trial.context
  const effects = [...way.flatMap(reopened), ...way]
  const records = new Set(effects.map((change) => change.record))
  if ([...records].some(narrowsDoubt)) return undefined
  const before = [...records].map((record) => record.values.slice(0, record.scope.given.length))
  const added = new Set(way.filter((change) => change.added).map((change) => change.record))
  try {
    for (const { record: changed, fact, to } of effects) changed.values[fact.slot] = to
    for (const record of added) siblingsOf(record).push(record)
    return ifComputable(() => session.withIsolatedCache(() => outcomeOf(trial, way, records)))
  } finally {
    for (const record of added) siblingsOf(record).pop()
    for (const [i, { values }] of [...records].entries())
      for (const [slot, value] of before[i]!.entries()) values[slot] = value
  }
}

function siblingsOf({ parent, scope }: LedgerRecord): LedgerRecord[] {
  return parent!.children[scope.childIndex]!
}

/** What is decided on changed records; undefined where checks fail or several outcomes are left. */
function outcomeOf(
  { plan, requirement, record: subject, context: { session, year } }: Trial,
  way: Way,
  records: ReadonlySet<LedgerRecord>,
): Outcome | undefined {
  const now = session.context(session.asOf, 0)
  for (const record of records) narrowAgain(record, changedIn(record, way), now)
  if (!way.every((change) => agrees(plan, change.record, change.fact, now))) return undefined
  const context = contextFor(requirement, subject, session.context(session.asOf, year))
  const outcomes = outcomesIn(decide(requirement, subject, context, runCompiled))
  return outcomes.length === 1 ? outcomes[0] : undefined
}

function changedIn(record: LedgerRecord, way: Way): ReadonlySet<Given> {
  return new Set(way.filter((change) => change.record === record).map(({ fact }) => fact))
}

/** Where a group is null as a whole, giving one of its facts says that it exists: the others become unknown. */
function reopened({ record, fact, to }: Change): { record: LedgerRecord; fact: Given; to: Value }[] {
  if (to === null) return []
  const group = fact.groups.find((facts) => facts.every(({ slot }) => record.values[slot] === null))
  return (group ?? []).map((other) => ({ record, fact: other, to: blankOf(other) }))
}

/** Whether a changed fact breaks no check and no bound, of its own or of facts that did not change. */
function agrees(plan: Plan, subject: LedgerRecord, fact: Given, context: EvaluationContext): boolean {
  const constraints = constraintsOn(plan, subject, fact, context.session)
  if (!constraints || !isUnique(plan, subject, fact, context.session)) return false
  return constraints.every(({ node, record }) => {
    const truth = node.run(record, context)
    // Facts that contradict each other are unknown, but what was given still counts once the others change.
    return truth === true || (truth === undefined && record.conflicts === undefined)
  })
}

function described(change: Change): WhatIf['changes'][number] {
  const { record, fact, to, added } = change
  const from = added ? undefined : show(fact.type, record.value(fact))
  return {
    pointer: `${recordPointer(record)}${pointerOf(fact.path)}`, // an added record comes after the existing ones
    fact: fact.name,
    ...(from === undefined ? {} : { from }),
    to: show(fact.type, to) ?? null,
    text: changeText(change),
  }
}
