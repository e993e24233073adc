import { INCOMPLETE, outcomesIn, type Judge } from '../decide/decide.ts'
import type { EvaluationContext } from '../plan/evaluation-context.ts'
import { recordReference, type LedgerRecord } from '../plan/ledger-record.ts'
import type { Plan, PlannedException, PlannedRequirement } from '../plan/plan.ts'
import type { Detail, Finding, Reason, Severity } from '../report/report.ts'
import type { Force } from '../schema/common.ts'
import type { Status } from '../schema/cases.ts'
import { formatDay } from '../values/date.ts'
import { isCertain } from '../values/value.ts'
import { conditionsAsked } from './asked.ts'
import { reasonsOf } from './reasons.ts'
import { cite } from './cite.ts'
import { whatIfOf } from './what-if.ts'
import { exactOutcomes } from './exact/exact.ts'
import { MissingFacts } from './missing.ts'
import { partsOf, type Parts } from './outlines.ts'
import { parametersUsed } from './parameters.ts'
import { traceOf } from './trace.ts'

/** How grave it is not to meet a clause follows from its force alone. */
const SEVERITY: Record<Force, Severity> = {
  must: 'violation',
  direct: 'violation',
  constitutive: 'violation',
  strive: 'shortfall',
  encourage: 'suggestion',
  goal: 'indicator',
  advisory: 'advisory',
}

/** What was decided of one requirement for one subject. */
export interface Decided {
  requirement: PlannedRequirement
  record: LedgerRecord
  /** The frame of `asOf` and the period. */
  base: EvaluationContext
  /** The frame in which the conditions ran. */
  context: EvaluationContext
  /** The outcomes still possible. */
  set: number
  status: Status
}

/** What an explanation has to know of the options. */
export interface Explained {
  profile: string | undefined
  detail: Detail
  exact: boolean
}

/** A decision, explained. */
export function explain(plan: Plan, settings: Explained, decided: Decided, judge: Judge): Finding {
  const { profile, detail } = settings
  const { requirement, record, base, context, set, status } = decided
  // `decide` looks at the due date only where the requirement applies; notes, figures and traces may name it anyhow.
  context.due = requirement.due?.run(record, context) ?? null
  const exact =
    settings.exact && status === 'unknown'
      ? exactOutcomes(plan, requirement, record, base, set & ~INCOMPLETE)
      : undefined
  const { entry, firstPeriod, title, force, dutyBearer, supervisor } = requirement
  const day = typeof context.at === 'number' ? context.at : undefined
  const exception = decisiveException(requirement, record, context, judge, status)
  const open = status === 'unknown' ? missingOf(plan, requirement, record, base, context, set) : []
  // What a figure lacks is missing even where it cannot change the outcome.
  const idle = exact && !(set & INCOMPLETE) ? exact.idle : undefined
  const missing = idle ? open.filter(({ pointer = '' }) => !idle.has(pointer)) : open
  const due = typeof context.due === 'number' ? formatDay(context.due) : undefined
  const late = daysLate(requirement, record, context, status, exception)
  const severity = status === 'not_met' ? SEVERITY[requirement.force] : status === 'met_late' ? 'lapse' : undefined

  // One property after another, in the order of the report: a literal with a spread for each that may be absent takes
  // as long to build as all that it holds.
  const finding: Partial<Finding> = {
    requirement: requirement.id,
    pack: requirement.pack,
    subject: recordReference(record),
  }
  if (firstPeriod) finding.period = context.year
  finding.status = status
  finding.title = title
  finding.possible = set === 0 ? ['not_applicable'] : outcomesIn(exact?.outcomes ?? set)
  if (exact) finding.exact = true
  if (status === 'unknown') finding.unknownReasons = [...new Set(missing.map(({ reason }) => reason))].sort()
  if (severity) finding.severity = severity
  finding.force = force
  finding.dutyBearer = dutyBearer
  if (supervisor) finding.supervisor = supervisor
  finding.citations = cite(plan, entry, day)
  if (due !== undefined) finding.due = due
  if (late !== undefined) finding.daysLate = late
  if (exception) {
    const { id, text } = exception.entry
    finding.exception = { id, text, citations: cite(plan, exception.entry, day) }
  }
  const parts = partsOf(plan, requirement)
  finding.reasons = reasonsFor(parts, record, context, status, set, exception)
  finding.missing = missing
  finding.parameters = parametersUsed(plan, requirement, context, profile)
  finding.figures = parts.figures.map((figure) => figure.of(record, context))
  finding.notes = requirement.notes
    .filter(({ when }) => when.run(record, context) === true)
    .map(({ entry: note }) => ({ id: note.id, text: note.text, citations: cite(plan, note, day) }))
  const unmet = status === 'not_met' || status === 'pending'
  if (entry.remedy && unmet) finding.remedy = entry.remedy
  finding.whatIf =
    status === 'not_met' || (status === 'pending' && !exception)
      ? whatIfOf(plan, requirement, record, context, finding.reasons)
      : []
  if (set === 0) finding.notInForce = true
  if (detail === 'trace') finding.trace = parts.all.map((part) => traceOf(part, record, context))
  return finding as Finding
}

/** The exception that gave the status: the first that holds. */
function decisiveException(
  { unless, requires }: PlannedRequirement,
  record: LedgerRecord,
  context: EvaluationContext,
  judge: Judge,
  status: Status,
): PlannedException | undefined {
  if (status !== 'exempted' && status !== 'review' && status !== 'pending') return undefined
  if (!requires || judge(requires, record, context) !== false) return undefined
  return unless.find(({ when, entry }) => entry.status === status && judge(when, record, context) === true)
}

function missingOf(
  plan: Plan,
  requirement: PlannedRequirement,
  record: LedgerRecord,
  base: EvaluationContext,
  context: EvaluationContext,
  set: number,
) {
  const missing = new MissingFacts(plan, requirement, record, base)
  const { at, figures } = requirement
  if (at && !isCertain(context.at)) missing.expression(at, record, base)
  for (const node of conditionsAsked(requirement, record, context)) missing.condition(node, record, context)
  if (set & INCOMPLETE) for (const { expression } of figures) missing.expression(expression, record, context)
  return missing.list
}

function daysLate(
  { achievedOn }: PlannedRequirement,
  record: LedgerRecord,
  context: EvaluationContext,
  status: Status,
  exception: PlannedException | undefined,
): number | undefined {
  const last = context.due
  if (typeof last !== 'number') return undefined
  const since = (day: unknown) => (typeof day === 'number' && day > last ? day - last : undefined)
  if (status === 'not_met') return since(context.session.asOf)
  if (status === 'met_late') return since(achievedOn?.run(record, context))
  return since(exception?.on?.run(record, context))
}

/** Why the status is what it is: why it applies, and what decided. */
function reasonsFor(
  { inForce, applies, requires, achievedOn, due, unless }: Parts,
  record: LedgerRecord,
  context: EvaluationContext,
  status: Status,
  set: number,
  exception: PlannedException | undefined,
): Reason[] {
  if (status === 'unknown') return []
  if (set === 0) return inForce ? reasonsOf(inForce, record, context) : []
  const why = applies ? reasonsOf(applies, record, context) : []
  if (status === 'not_applicable') return why
  if (requires) why.push(...reasonsOf(requires, record, context))
  const excused = exception && unless.find((part) => part.exception === exception.entry.id)
  if (excused) why.push(...reasonsOf(excused, record, context))
  if (status === 'met_late' && achievedOn) why.push(...reasonsOf(achievedOn, record, context))
  if (due && !exception && (status === 'not_met' || status === 'pending')) why.push(...reasonsOf(due, record, context))
  return why
}
