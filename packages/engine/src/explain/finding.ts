import { INCOMPLETE, outcomesIn, type Judge } from '../decide/decide.ts'
import type { Frame } from '../plan/evaluation-context.ts'
import { referenceTo, type LedgerRecord } from '../plan/ledger-record.ts'
import type { Plan, PlannedException, PlannedRequirement } from '../plan/plan.ts'
import type { Detail, Finding, Reason, Severity } from '../report/report.ts'
import type { Force } from '../schema/common.ts'
import type { Status } from '../schema/cases.ts'
import { formatDay } from '../values/date.ts'
import { isCertain } from '../values/value.ts'
import { conditionsAsked } from './asked.ts'
import { because } from './reasons.ts'
import { cite } from './cite.ts'
import { curesOf } from './what-if.ts'
import { exactly } from './exact/exact.ts'
import { shared } from './memo.ts'
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
  subject: LedgerRecord
  /** The frame of `asOf` and the period. */
  base: Frame
  /** The frame in which the conditions ran. */
  frame: Frame
  /** The outcomes still possible. */
  set: number
  status: Status
}

/** What an explanation has to know of the options. */
export interface Explained {
  profile: string | undefined
  detail: Detail
}

/** A decision, explained. */
export function explain(plan: Plan, { profile, detail }: Explained, decided: Decided, judge: Judge): Finding {
  const { requirement, subject, base, frame, set, status } = decided
  // `decide` looks at the due date only where the requirement applies; notes, figures and traces may name it anyhow.
  frame.due = requirement.due?.run(subject, frame) ?? null
  const exact = status === 'unknown' ? exactly(plan, requirement, subject, base, set & ~INCOMPLETE) : undefined
  const { entry, firstPeriod, title, force } = requirement
  const day = typeof frame.at === 'number' ? frame.at : undefined
  const exception = decisiveException(requirement, subject, frame, judge, status)
  const open = status === 'unknown' ? missingOf(plan, requirement, subject, base, frame, set) : []
  // What a figure lacks is missing even where it cannot change the outcome.
  const idle = exact && !(set & INCOMPLETE) ? exact.idle : undefined
  const missing = idle ? open.filter(({ pointer = '' }) => !idle.has(pointer)) : open
  const due = typeof frame.due === 'number' ? formatDay(frame.due) : undefined
  const late = daysLate(requirement, subject, frame, status, exception)
  const severity = status === 'not_met' ? SEVERITY[requirement.force] : status === 'met_late' ? 'lapse' : undefined
  const { dutyBearer, supervisor } = bodiesOf(plan, requirement)

  // One property after another, in the order of the report: a literal with a spread for each that may be absent takes
  // as long to build as all that it holds.
  const finding: Partial<Finding> = {
    requirement: requirement.id,
    pack: requirement.pack,
    subject: referenceTo(subject),
  }
  if (firstPeriod) finding.period = frame.year
  finding.status = status
  finding.title = title
  finding.possible = set === 0 ? ['not_applicable'] : outcomesIn(exact?.outcomes ?? set)
  if (exact) finding.exact = true
  if (status === 'unknown') finding.reasons = [...new Set(missing.map(({ reason }) => reason))].sort()
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
  finding.because = reasonsFor(parts, subject, frame, status, set, exception)
  finding.missing = missing
  finding.parameters = parametersUsed(plan, requirement, frame, profile)
  finding.figures = parts.figures.map((figure) => figure.of(subject, frame))
  finding.notes = requirement.notes
    .filter(({ when }) => when.run(subject, frame) === true)
    .map(({ entry: note }) => ({ id: note.id, text: note.text, citations: cite(plan, note, day) }))
  const unmet = status === 'not_met' || status === 'pending'
  if (entry.cure && unmet) finding.cure = entry.cure
  finding.cures =
    status === 'not_met' || (status === 'pending' && !exception)
      ? curesOf(plan, requirement, subject, frame, finding.because)
      : []
  if (set === 0) finding.notInForce = true
  if (detail === 'trace') finding.trace = parts.all.map((part) => traceOf(part, subject, frame))
  return finding as Finding
}

interface Bodies {
  dutyBearer: Finding['dutyBearer']
  supervisor: Finding['supervisor'] | undefined
}

const bodies = new WeakMap<PlannedRequirement, Bodies>()

/** Who bears the duty and who sees to it, made once for all findings. */
function bodiesOf(plan: Plan, requirement: PlannedRequirement): Bodies {
  let known = bodies.get(requirement)
  if (!known) {
    const { dutyBearer, supervisor } = requirement.entry
    const body = (id: string) => ({ id, label: plan.bodies.get(id)! })
    known = shared({
      dutyBearer: body(dutyBearer),
      supervisor: supervisor === undefined ? undefined : body(supervisor),
    })
    bodies.set(requirement, known)
  }
  return known
}

/** The exception that gave the status: the first that holds. */
function decisiveException(
  { unless, requires }: PlannedRequirement,
  subject: LedgerRecord,
  frame: Frame,
  judge: Judge,
  status: Status,
): PlannedException | undefined {
  if (status !== 'exempted' && status !== 'review' && status !== 'pending') return undefined
  if (!requires || judge(requires, subject, frame) !== false) return undefined
  return unless.find(({ when, entry }) => entry.status === status && judge(when, subject, frame) === true)
}

function missingOf(
  plan: Plan,
  requirement: PlannedRequirement,
  subject: LedgerRecord,
  base: Frame,
  frame: Frame,
  set: number,
) {
  const missing = new MissingFacts(plan, requirement, subject, base)
  const { at, figures } = requirement
  if (at && !isCertain(frame.at)) missing.expression(at, subject, base)
  for (const node of conditionsAsked(requirement, subject, frame)) missing.condition(node, subject, frame)
  if (set & INCOMPLETE) for (const { expression } of figures) missing.expression(expression, subject, frame)
  return missing.list
}

function daysLate(
  { achievedOn }: PlannedRequirement,
  subject: LedgerRecord,
  frame: Frame,
  status: Status,
  exception: PlannedException | undefined,
): number | undefined {
  const last = frame.due
  if (typeof last !== 'number') return undefined
  const since = (day: unknown) => (typeof day === 'number' && day > last ? day - last : undefined)
  if (status === 'not_met') return since(frame.session.asOf)
  if (status === 'met_late') return since(achievedOn?.run(subject, frame))
  return since(exception?.on?.run(subject, frame))
}

/** Why the status is what it is: why it applies, and what decided. */
function reasonsFor(
  { inForce, applies, requires, achievedOn, due, unless }: Parts,
  subject: LedgerRecord,
  frame: Frame,
  status: Status,
  set: number,
  exception: PlannedException | undefined,
): Reason[] {
  if (status === 'unknown') return []
  if (set === 0) return inForce ? because(inForce, subject, frame) : []
  const why = applies ? because(applies, subject, frame) : []
  if (status === 'not_applicable') return why
  if (requires) why.push(...because(requires, subject, frame))
  const excused = exception && unless.find((part) => part.exception === exception.entry.id)
  if (excused) why.push(...because(excused, subject, frame))
  if (status === 'met_late' && achievedOn) why.push(...because(achievedOn, subject, frame))
  if (due && !exception && (status === 'not_met' || status === 'pending')) why.push(...because(due, subject, frame))
  return why
}
