import { EvaluationError } from '../errors.ts'
import { explain } from '../explain/finding.ts'
import { conflictText } from '../explain/missing.ts'
import { indexLedger } from '../ledger/index-ledger.ts'
import { referenceTo, type Subject } from '../ledger/subject.ts'
import type { Plan, PlannedRequirement } from '../model/plan.ts'
import type { Scope } from '../model/scope.ts'
import { digest, ENGINE_VERSION } from '../receipt.ts'
import type { ConflictReport, Finding, Receipt, Report, Shown, Verdict } from '../report.ts'
import { statusSchema, type Status } from '../schema/cases.ts'
import { show } from '../explain/show.ts'
import { decide, frameFor, statusOf, type Judge } from './decide.ts'
import { Session, type Frame } from './frame.ts'
import type { Settings } from './options.ts'
import { periodsOf } from './periods.ts'

type Summary = Record<Status, number>

/** One question: does this requirement hold for this subject, in this period? */
export interface Task {
  requirement: PlannedRequirement
  subject: Subject
  /** The frame of `asOf` and the period; `frameFor` gives the one in which the conditions run. */
  base: Frame
}

/** A ledger read under given settings, ready to answer. */
export class Evaluation {
  readonly plan: Plan
  readonly settings: Settings
  readonly session: Session
  readonly #ledger: unknown
  readonly #samePeriods = new Map<PlannedRequirement, readonly number[]>()

  /** `streamed` is a scope whose records come later, one at a time. */
  constructor(plan: Plan, ledger: unknown, settings: Settings, streamed?: Scope) {
    this.plan = plan
    this.settings = settings
    this.session = new Session(settings.asOf, settings.timelines)
    this.#ledger = ledger
    indexLedger(plan, ledger, this.session, streamed)
  }

  /** Every question, in the order of the report: by requirement, then in the ledger's order, then by year. */
  visit(each: (requirement: PlannedRequirement, subject: Subject, base: Frame) => void): void {
    const { session, settings } = this
    const present = session.frame(session.asOf, 0)
    for (const requirement of this.requirements())
      for (const subject of session.index.records.get(requirement.subject)!)
        if (requirement.firstPeriod)
          for (const year of settings.periods ?? this.#periods(requirement, subject))
            each(requirement, subject, session.frame(session.asOf, year))
        else each(requirement, subject, present)
  }

  /** Every question, for those who want to look at each more than once. */
  tasks(): Task[] {
    const tasks: Task[] = []
    this.visit((requirement, subject, base) => tasks.push({ requirement, subject, base }))
    return tasks
  }

  requirements(): readonly PlannedRequirement[] {
    const only = this.settings.requirements
    return only ? this.plan.requirements.filter(({ id }) => only.has(id)) : this.plan.requirements
  }

  tasksOf(requirement: PlannedRequirement, subject: Subject): Task[] {
    const { session, settings } = this
    if (!requirement.firstPeriod) return [{ requirement, subject, base: session.frame(session.asOf, 0) }]
    const years = settings.periods ?? this.#periods(requirement, subject)
    return years.map((year) => ({ requirement, subject, base: session.frame(session.asOf, year) }))
  }

  #periods(requirement: PlannedRequirement, subject: Subject): readonly number[] {
    if (!requirement.samePeriods) return periodsOf(requirement, subject, this.session)
    let years = this.#samePeriods.get(requirement)
    if (!years) this.#samePeriods.set(requirement, (years = periodsOf(requirement, subject, this.session)))
    return years
  }

  /**
   * The answer to one question; undefined where the requirement is not in force or the status is not asked for.
   * Counts the status in `summary` in any case.
   */
  answer(
    requirement: PlannedRequirement,
    subject: Subject,
    base: Frame,
    judge: Judge,
    summary?: Summary,
  ): Verdict | Finding | undefined {
    const { plan, settings } = this
    const frame = frameFor(requirement, subject, base)
    const set = decide(requirement, subject, frame, judge)
    if (set === 0 && !settings.notInForce) return undefined
    const status = set === 0 ? 'not_applicable' : statusOf(set)
    if (summary) summary[status]++
    if (settings.statuses && !settings.statuses.has(status)) return undefined
    if (settings.detail !== 'verdicts')
      return explain(plan, settings, { requirement, subject, base, frame, set, status }, judge)
    const { id, pack } = requirement
    // Two plain literals: spreading an optional period would cost as much as the decision.
    return requirement.firstPeriod
      ? { requirement: id, pack, subject: referenceTo(subject), period: base.year, status }
      : { requirement: id, pack, subject: referenceTo(subject), status }
  }

  report(packSha256: string, judge: Judge): Report {
    const findings: (Verdict | Finding)[] = []
    const summary = Object.fromEntries(statusSchema.options.map((status) => [status, 0])) as Summary
    this.visit((requirement, subject, base) => {
      const finding = this.answer(requirement, subject, base, judge, summary)
      if (!finding) return
      if (findings.length === this.settings.maxFindings) throw new EvaluationError('too-many-findings')
      findings.push(finding)
    })
    return {
      receipt: this.#receipt(packSha256),
      summary,
      conflicts: conflictReports(this.plan, this.session),
      findings,
    }
  }

  #receipt(packSha256: string): Receipt {
    const { plan, settings } = this
    return {
      ...receiptHead(plan, settings, packSha256),
      ...(settings.detail === 'verdicts' ? {} : { inputSha256: digest(this.#ledger) }),
    }
  }
}

function receiptHead(plan: Plan, settings: Settings, packSha256: string): Receipt {
  const parameters: Record<string, Shown> = {}
  for (const { name, index, type } of settings.overridden) {
    const value = settings.timelines[index]![0]?.value ?? null
    parameters[name.replace('parameters.', '')] = show(type, value) ?? null
  }
  return {
    pack: plan.pack.id,
    version: plan.pack.version,
    packSha256,
    engine: ENGINE_VERSION,
    ...(settings.profile === undefined ? {} : { profile: settings.profile }),
    ...(settings.overridden.size > 0 ? { parameters } : {}),
    asOf: show('date', settings.asOf) as string,
  }
}

export function conflictReports(plan: Plan, { index }: Session): ConflictReport[] {
  return index.conflicts.map(({ check, subject, facts }) => ({
    check,
    subject: referenceTo(subject),
    facts: facts.map(({ name }) => name),
    text: conflictText(plan, check, facts),
  }))
}
