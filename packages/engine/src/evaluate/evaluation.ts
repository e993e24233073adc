import { Explainer } from '../explain/explainer.ts'
import { FindingWriter } from '../explain/finding-writer.ts'
import { conflictText } from '../explain/conflict-text.ts'
import { loadLedger } from '../ledger/load-ledger.ts'
import type { LoadedLedger } from '../ledger/loaded-ledger.ts'
import type { LedgerRecord } from '../plan/ledger-record.ts'
import { recordReference } from '../plan/record-reference.ts'
import type { Plan, PlannedRequirement } from '../plan/plan.ts'
import type { Conflict } from '../plan/record-index.ts'
import type { StreamView } from '../plan/stream-view.ts'
import type { ConflictReport, Finding, Report, Verdict } from '../report/report.ts'
import type { Detail } from '../schema/evaluate-options.ts'
import { OwnLanguages } from '../report/own-languages.ts'
import { OneLanguage } from '../report/one-language.ts'
import { contextFor, decide, type Answer, type Judge } from '../decide/decide.ts'
import { sinceLedgerDay } from '../decide/since-ledger-day.ts'
import type { EvaluationContext } from '../plan/evaluation-context.ts'
import { Session } from '../plan/session.ts'
import { ResultCollector } from './result-collector.ts'
import { noFindingOn, noticesOf } from './notices.ts'
import { receiptOf } from './receipt.ts'
import { makeVerdict } from './make-verdict.ts'
import { AskedRecords } from './asked-records.ts'
import type { Evaluable } from './policy.ts'
import { refuseOptions, type Settings } from './options.ts'
import { periodsOf } from '../decide/periods.ts'
import type { Task } from '../decide/task.ts'

/** A ledger read under given settings, ready to answer. */
export class Evaluation {
  readonly plan: Plan
  readonly settings: Settings
  readonly session: Session
  /** The ledger that was handed in; `session.index` may hold a streamed record beside it. */
  readonly index: LoadedLedger
  readonly #ledger: unknown
  readonly #writer: FindingWriter
  /** The records that are asked about. */
  readonly asked: AskedRecords
  /** For answers that no report counts; made when first needed. */
  #single: ResultCollector | undefined

  /**
   * With a view, the ledger is the one around records that come later, one at a time. What was read under the same day and
   * parameters, of a ledger that has not changed since, is not read again.
   */
  constructor(
    { plan, explainer = new Explainer(plan) }: Evaluable,
    ledger: unknown,
    settings: Settings,
    view?: StreamView,
    read?: Evaluation,
  ) {
    this.plan = plan
    this.settings = settings
    this.session = read?.session ?? new Session(settings.asOf, settings.timelines, plan.hoisted)
    this.#writer = new FindingWriter(explainer, this.session, settings)
    this.#ledger = ledger
    this.index = read?.index ?? loadLedger(plan, ledger, this.session, view)
    this.asked = new AskedRecords(this.session, settings)
    this.asked.meet(plan.scopes.values())
    // Whom a stream still brings is not known yet.
    if (!view) refuseOptions(this.asked.unknown)
  }

  /** Every question, in the order of the report: by requirement, then in the ledger's order, then by year. */
  visit(
    each: (requirement: PlannedRequirement, record: LedgerRecord, base: EvaluationContext) => void,
    listing = this.#ownListing(),
  ): void {
    for (const requirement of this.requirements())
      for (const record of this.asked.of(requirement.subject))
        for (const base of this.#basesOf(requirement, record, listing)) each(requirement, record, base)
  }

  /**
   * Every question, for those who want to look at each more than once. Throws `EvaluationError` where there are more
   * than `maxDecisions`.
   */
  tasks(): Task[] {
    const tasks: Task[] = []
    const listing = new ResultCollector(this.settings)
    this.visit((requirement, record, base) => {
      listing.admit()
      tasks.push({ requirement, record, base })
    }, listing)
    return tasks
  }

  #ownListing(): ResultCollector {
    return (this.#single ??= new ResultCollector(this.settings))
  }

  requirements(): readonly PlannedRequirement[] {
    const only = this.settings.requirements
    return this.plan.requirements.filter(({ id, subject }) => (only?.has(id) ?? true) && this.asked.isAsked(subject))
  }

  /** The contexts in which a requirement is asked of a record: one, or one for each year. */
  #basesOf(
    requirement: PlannedRequirement,
    record: LedgerRecord,
    listing: ResultCollector,
  ): readonly EvaluationContext[] {
    const { session, settings } = this
    if (!requirement.firstPeriod) return [session.context(session.asOf, 0)]
    const years = settings.periods ?? periodsOf(requirement, record, session, () => listing.admit())
    return years.map((year) => session.context(session.asOf, year))
  }

  /**
   * The answer to one question; undefined where the requirement is not in force or the status is not asked for. Throws
   * `EvaluationError` once there are more than `maxFindings`, before the one too many is explained, or more were asked
   * for than `maxDecisions`, before it is decided.
   */
  answer(
    requirement: PlannedRequirement,
    record: LedgerRecord,
    base: EvaluationContext,
    judge: Judge,
    listing = this.#ownListing(),
  ): Verdict | Finding | undefined {
    const { settings } = this
    listing.admit()
    const context = contextFor(requirement, record, base)
    const answers: Answer[] | undefined = settings.detail === 'verdicts' ? undefined : []
    const set = decide(requirement, record, context, judge, answers)
    const since = sinceLedgerDay(requirement, record, base, context, set)
    const possible = set | since.outcomes
    if (!listing.count(possible, base.year)) return undefined
    if (!answers) return makeVerdict(requirement, recordReference(record), base, possible)
    return this.#writer.write({ requirement, record, base, context, set, since, answers })
  }

  /** The report in the languages of the pack, or in one language if the settings say so. */
  report(packSha256: string, judge: Judge): Report<Detail, string | undefined> {
    const listing = new ResultCollector(this.settings)
    for (const requirement of this.requirements()) this.askEach(requirement, judge, listing)
    const own = new OwnLanguages(this.plan.reading)
    const report = {
      receipt: receiptOf(this.plan, this.settings, packSha256, this.#ledger),
      notices: own.of([...noticesOf(this.plan, this.session), ...listing.yearsWithout().map(noFindingOn)]),
      summary: listing.summary(),
      conflicts: own.of(this.conflicts()),
      findings: own.of(listing.take()),
    }
    const { language } = this.settings
    if (language === undefined) return report
    const wording = new OneLanguage(language)
    return {
      ...report,
      notices: wording.of(report.notices),
      conflicts: wording.of(report.conflicts),
      findings: wording.of(report.findings),
    }
  }

  /** What does not agree in the records asked about; in a stream, in the record that is at hand. */
  conflicts(): ConflictReport[] {
    return conflictReports(this.plan, this.session, this.asked.conflicts(this.plan.scopes.values()))
  }

  /** Asks one record after another, and lists the answers. */
  askEach(requirement: PlannedRequirement, judge: Judge, listing: ResultCollector): void {
    for (const record of this.asked.of(requirement.subject))
      for (const base of this.#basesOf(requirement, record, listing)) {
        const finding = this.answer(requirement, record, base, judge, listing)
        if (finding) listing.add(finding)
      }
  }
}

export function conflictReports(plan: Plan, session: Session, conflicts: readonly Conflict[]): ConflictReport[] {
  return conflicts.map((conflict) => ({
    check: conflict.check,
    subject: recordReference(conflict.record),
    facts: conflict.facts.map(({ name }) => name),
    text: conflictText(plan, session, conflict),
  }))
}
