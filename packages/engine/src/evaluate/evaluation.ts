import { explain } from '../explain/finding.ts'
import { conflictText } from '../explain/missing.ts'
import { indexLedger } from '../ledger/index-ledger.ts'
import { referenceTo, type Subject } from '../ledger/subject.ts'
import type { Plan, PlannedRequirement } from '../model/plan.ts'
import type { Scope } from '../model/scope.ts'
import type { StreamView } from '../model/stream-view.ts'
import { digest, ENGINE_VERSION } from '../receipt.ts'
import type { ConflictReport, Finding, Receipt, Report, Shown, Verdict } from '../report.ts'
import { show } from '../explain/show.ts'
import { RecordSweep, type Swept } from '../sweep/sweep-records.ts'
import { decide, frameFor, runCompiled, statusOf, type Judge } from './decide.ts'
import { Session, type Frame } from '../model/frame.ts'
import { Listing } from './listing.ts'
import { listSwept, verdictOf } from './verdicts.ts'
import type { Settings } from './options.ts'
import { periodsOf } from './periods.ts'

/** For fewer records than this, to learn their columns costs more than to ask each by itself. */
const SWEEP_FROM = 32

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
  readonly #bases = new Map<PlannedRequirement, readonly Frame[]>()
  readonly #sweeps = new Map<Scope, RecordSweep>()
  /** Requirements that sweeps were told to decide, when the session had this stamp. */
  readonly #swept = new Map<PlannedRequirement, Swept>()
  #sweptAt = 0
  /** For answers that no report counts; made when first needed. */
  #single: Listing | undefined

  /** With a view, the ledger is the one around records that come later, one at a time. */
  constructor(plan: Plan, ledger: unknown, settings: Settings, view?: StreamView) {
    this.plan = plan
    this.settings = settings
    this.session = new Session(settings.asOf, settings.timelines, plan.shared)
    this.#ledger = ledger
    indexLedger(plan, ledger, this.session, view)
  }

  /** Every question, in the order of the report: by requirement, then in the ledger's order, then by year. */
  visit(each: (requirement: PlannedRequirement, subject: Subject, base: Frame) => void): void {
    for (const requirement of this.requirements())
      for (const subject of this.session.index.records.get(requirement.subject)!)
        for (const base of this.#basesOf(requirement, subject)) each(requirement, subject, base)
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

  /** The frames in which a requirement is asked of a record: one, or one for each year. */
  #basesOf(requirement: PlannedRequirement, subject: Subject): readonly Frame[] {
    if (!this.#sameBases(requirement)) return this.#framesOf(periodsOf(requirement, subject, this.session))
    let bases = this.#bases.get(requirement)
    if (bases?.[0]?.sessionStamp !== this.session.stamp) {
      const { periods } = this.settings
      const years = requirement.firstPeriod ? (periods ?? periodsOf(requirement, subject, this.session)) : [0]
      this.#bases.set(requirement, (bases = this.#framesOf(years)))
    }
    return bases
  }

  /** Whether those are the same for every record. */
  #sameBases({ firstPeriod, samePeriods }: PlannedRequirement): boolean {
    return firstPeriod === undefined || samePeriods || this.settings.periods !== undefined
  }

  #framesOf(years: readonly number[]): Frame[] {
    return years.map((year) => this.session.frame(this.session.asOf, year))
  }

  /**
   * The answer to one question; undefined where the requirement is not in force or the status is not asked for. Throws
   * `EvaluationError` once there are more than `maxFindings`, before the one too many is explained.
   */
  answer(
    requirement: PlannedRequirement,
    subject: Subject,
    base: Frame,
    judge: Judge,
    listing = (this.#single ??= new Listing(this.settings)),
  ): Verdict | Finding | undefined {
    const frame = frameFor(requirement, subject, base)
    const set = decide(requirement, subject, frame, judge)
    if (!listing.count(set)) return undefined
    if (this.settings.detail === 'verdicts') return verdictOf(requirement, referenceTo(subject), base, set)
    return explain(this.plan, this.settings, { requirement, subject, base, frame, set, status: statusOf(set) }, judge)
  }

  report(packSha256: string, judge: Judge): Report {
    const swept = judge === runCompiled && this.settings.detail === 'verdicts' ? this.#sweep() : NOTHING_SWEPT
    const listing = new Listing(this.settings)
    if (swept.size > 0)
      listing.countAll(
        [...swept.values()].filter(({ failed }) => !failed),
        this.#asked(swept),
      )
    for (const requirement of this.requirements()) {
      const found = swept.get(requirement)
      if (found?.failed === false) listSwept(requirement, found, listing)
      else this.askEach(requirement, judge, listing)
    }
    return {
      receipt: this.#receipt(packSha256),
      summary: listing.summary(),
      conflicts: conflictReports(this.plan, this.session),
      findings: listing.take(),
    }
  }

  /** Asks one record after another, and lists the answers. */
  askEach(requirement: PlannedRequirement, judge: Judge, listing: Listing): void {
    for (const subject of this.session.index.records.get(requirement.subject)!)
      for (const base of this.#basesOf(requirement, subject)) {
        const finding = this.answer(requirement, subject, base, judge, listing)
        if (finding) listing.add(finding)
      }
  }

  /** Decides all records of a scope at once, for each requirement that allows it. */
  #sweep(): ReadonlyMap<PlannedRequirement, Swept> {
    if (this.#sweptAt !== this.session.stamp) {
      for (const requirement of this.requirements())
        if (requirement.sweeps && this.#sameBases(requirement)) this.#sweepFor(requirement)
      this.#sweptAt = this.session.stamp
    }
    for (const sweep of this.#sweeps.values()) sweep.decide()
    return this.#swept
  }

  /** How many records are asked one by one, for each requirement that asks them. */
  #asked(swept: ReadonlyMap<PlannedRequirement, Swept>): number {
    let count = 0
    for (const requirement of this.requirements())
      if (!swept.has(requirement)) count += this.session.index.records.get(requirement.subject)!.length
    return count
  }

  #sweepFor(requirement: PlannedRequirement): void {
    const subjects = this.session.index.records.get(requirement.subject)!
    if (subjects.length < SWEEP_FROM) return
    let sweep = this.#sweeps.get(requirement.subject)
    if (!sweep) this.#sweeps.set(requirement.subject, (sweep = new RecordSweep(subjects)))
    this.#swept.set(requirement, sweep.ask(requirement, this.#basesOf(requirement, subjects[0]!)))
  }

  #receipt(packSha256: string): Receipt {
    const { plan, settings } = this
    return {
      ...receiptHead(plan, settings, packSha256),
      ...(settings.detail === 'verdicts' ? {} : { inputSha256: digest(this.#ledger) }),
    }
  }
}

const NOTHING_SWEPT: ReadonlyMap<PlannedRequirement, Swept> = new Map()

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
