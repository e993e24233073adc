import { exceptionIn, type Answer } from '../decide/decide.ts'
import { INCOMPLETE, outcomesIn, statusOf } from '../decide/outcome.ts'
import { dueDate, type EvaluationContext } from '../plan/evaluation-context.ts'
import type { Session } from '../plan/session.ts'
import type { LedgerRecord } from '../plan/ledger-record.ts'
import { recordReference } from '../plan/record-reference.ts'
import type { Finding } from '../report/report.ts'
import type { Detail } from '../schema/evaluate-options.ts'
import { formatDay } from '../values/date.ts'
import { reasonsOf } from './reasons.ts'
import type { Decision } from './decision.ts'
import { whatIfOf } from './what-if.ts'
import { exactOutcomes } from './exact/exact-outcomes.ts'
import { endedNotes, partlyEndedNotes, struckOutNote } from './ended-notes.ts'
import { daysLate } from './days-late.ts'
import { daysNotCountedNotes, pastPlanNotes } from './past-plan-notes.ts'
import { missingIn } from './missing-facts.ts'
import type { Explainer } from './explainer.ts'
import type { RequirementExplanation } from './explanation-tree.ts'
import { ledgerDayOf, restsOnLack, sentenceOfDay, toBeChecked } from './of-ledger-day.ts'
import { isBroken, statusText } from '../report/status-words.ts'
import { isUnfounded, UNFOUNDED } from '../report/to-be-checked.ts'
import { ParametersUsed } from './parameters-used.ts'
import { severityOf } from './severity.ts'
import { tellingReasons, type AnswerReasons } from './telling-reasons.ts'
import { traceOf } from './trace.ts'

/** The options on which an explanation depends. */
export interface ExplainOptions {
  profile: string | undefined
  detail: Detail
  exact: boolean
}

/** Explains the decisions of one evaluation. */
export class FindingWriter {
  readonly #explainer: Explainer
  readonly #options: ExplainOptions
  readonly #parameters: ParametersUsed

  constructor(explainer: Explainer, session: Session, options: ExplainOptions) {
    this.#explainer = explainer
    this.#options = options
    this.#parameters = new ParametersUsed(explainer, session, options.profile)
  }

  /** The finding for a decision. */
  write(decision: Decision): Finding {
    const explainer = this.#explainer
    const options = this.#options
    const { plan } = explainer
    const { requirement, record, base, context, set, since, answers } = decision
    const status = statusOf(set | since.outcomes)
    const reached =
      options.exact && statusOf(set) === 'unknown'
        ? exactOutcomes(plan, requirement, record, base, set & ~INCOMPLETE)
        : undefined
    // What may have come since the day of the ledger is reached by no filling of its blanks.
    const exact = reached && (since.outcomes & ~reached.outcomes) === 0 ? reached : undefined
    const { entry, firstPeriod, force, dutyBearer, supervisor } = requirement
    const { trees, figures, title, problem, remedy, exceptions, notes } = explainer.explanationOf(requirement)
    const day = typeof context.at === 'number' ? context.at : undefined
    const exception = status === 'unknown' ? undefined : exceptionIn(answers)
    const open = status === 'unknown' ? missingIn(plan, decision) : []
    // What a figure lacks is missing even where it cannot change the outcome.
    const idle = exact && since.outcomes === 0 && !(set & INCOMPLETE) ? exact.idle : undefined
    const missing = idle ? open.filter(({ pointer = '' }) => !idle.has(pointer)) : open
    const last = dueDate(context)
    const due = typeof last === 'number' ? formatDay(last) : undefined
    const late = typeof last === 'number' ? daysLate(requirement, record, context, last, status, exception) : undefined
    const severity = severityOf(status, requirement.force)

    // One property after another, in the order of the report: a literal with a spread for each that may be absent takes
    // as long to build as all that it holds.
    const finding: Unfinished = {
      requirement: requirement.id,
      pack: requirement.pack,
      subject: recordReference(record),
    }
    if (firstPeriod) finding.period = context.year
    finding.status = status
    finding.title = title.of(record, context)
    finding.statusText = statusText({ status, force, daysLate: late })
    finding.possible = set === 0 ? ['not_applicable'] : outcomesIn((exact?.outcomes ?? set) | since.outcomes)
    if (exact) finding.exact = true
    if (status === 'unknown') finding.unknownReasons = [...new Set(missing.map(({ reason }) => reason))].sort()
    if (severity) finding.severity = severity
    finding.force = force
    finding.dutyBearer = dutyBearer
    if (supervisor) finding.supervisor = supervisor
    finding.citations = this.#parameters.citationsFor(requirement, context)
    if (due !== undefined) finding.due = due
    if (late !== undefined) finding.daysLate = late
    const stated = status === 'unknown' ? [] : reasonsFor(answers, trees, record, context)
    const reasons = tellingReasons(plan, stated)
    const ledgerDay = ledgerDayOf(context)
    if (exception) {
      const said = exceptions.get(exception)!.text.of(record, context)
      const end = stated.at(-1)
      const isOfDay = ledgerDay !== undefined && end?.answer.step.exception === exception && end.ofLedgerDay.size > 0
      const text = isOfDay ? sentenceOfDay(said, ledgerDay) : said
      finding.exception = { id: exception.entry.id, text, citations: explainer.cite(exception.entry, day) }
    }
    finding.reasons = reasons
    finding.missing = missing
    finding.parameters = this.#parameters.by(requirement, context)
    // A calculation that does not apply has calculated nothing.
    const calculatesNothing = status === 'not_applicable' && entry.requires === undefined
    finding.figures = calculatesNothing ? [] : figures.map((figure) => figure.of(record, context))
    // What is not in force asks for nothing, so nothing is to be noted about it.
    const shown = set === 0 ? [] : requirement.notes.filter(({ when }) => when.run(record, context) === true)
    const found: Finding['notes'][number][] = shown.map((note) => ({
      id: note.entry.id,
      text: notes.get(note)!.text.of(record, context),
      citations: explainer.cite(note.entry, day),
    }))
    if (status === 'review' && !exception)
      found.push(
        ...pastPlanNotes(explainer, requirement, context, day),
        ...partlyEndedNotes(requirement, day),
        ...requirement.unless.flatMap((item) =>
          item.struckOut?.wouldHold.run(record, context) === true
            ? [struckOutNote(item.entry, item.struckOut, exceptions.get(item)!.text.of(record, context))]
            : [],
        ),
      )
    if (set === 0 && day !== undefined) found.push(...endedNotes(requirement, day))
    if (isBroken({ status, force }) && typeof last === 'number')
      found.push(...daysNotCountedNotes(requirement, last, context))
    finding.notes = found
    const later = requirement.laterRules.filter(({ from }) => from <= context.session.asOf)
    if (later.length > 0)
      finding.laterRules = later.map(({ text, citing }) => ({ text, citations: explainer.cite(citing, undefined) }))
    const laterDay = ledgerDay !== undefined && ledgerDay > context.session.asOf ? ledgerDay : undefined
    if (
      status === 'not_met' &&
      laterDay !== undefined &&
      (stated.some(({ ofLedgerDay }) => ofLedgerDay.size > 0) ||
        lacksException(answers, trees, record, laterDay, context))
    ) {
      finding.statusText = toBeChecked(finding.statusText, laterDay)
      finding.restsOnLaterDay = formatDay(laterDay)
    }
    if (status === 'not_met' && isUnfounded({ citations: finding.citations })) finding.statusText = UNFOUNDED
    // What was done late is wrong no longer, and what a person has to judge is not yet found to be wrong.
    if (problem && status === 'not_met') {
      const text = problem.of(record, context)
      const isOfDay =
        ledgerDay !== undefined &&
        (reasons.some((reason) => stated.some(({ ofLedgerDay }) => ofLedgerDay.has(reason))) ||
          lacksException(answers, trees, record, ledgerDay, context))
      finding.problem = isOfDay ? sentenceOfDay(text, ledgerDay) : text
    }
    const unmet = status === 'not_met' || status === 'pending'
    if (unmet) {
      // What the situation asks for comes before what is asked in general.
      const [own] = [exception && exceptions.get(exception), ...shown.map((note) => notes.get(note))].flatMap(
        (said) => said?.remedy ?? [],
      )
      const fitting = own ?? remedy
      if (fitting) finding.remedy = fitting.of(record, context)
    }
    finding.whatIf =
      status === 'not_met' || (status === 'pending' && !exception)
        ? whatIfOf(
            plan,
            requirement,
            record,
            context,
            stated.flatMap((of) => of.reasons),
          )
        : []
    if (set === 0) finding.notInForce = true
    if (options.detail === 'trace') finding.trace = [...trees.values()].map((tree) => traceOf(tree, record, context))
    return finding as Finding
  }
}

/** A finding while it is written. */
type Unfinished = { -readonly [Property in keyof Finding]?: Finding[Property] }

/** The reasons for a status: why the requirement applies, and what decided. */
function reasonsFor(
  answers: readonly Answer[],
  trees: RequirementExplanation['trees'],
  record: LedgerRecord,
  context: EvaluationContext,
): AnswerReasons[] {
  return answers.flatMap((answer) => {
    const { step, truth } = answer
    const tree = truth !== undefined && step.reasons.includes(truth) ? trees.get(step) : undefined
    return tree ? [{ answer, ...reasonsOf(tree, record, context) }] : []
  })
}

/** Whether an exception might hold, had the ledger what it lacks on its own day. */
function lacksException(
  answers: readonly Answer[],
  trees: RequirementExplanation['trees'],
  record: LedgerRecord,
  ledgerDay: number,
  context: EvaluationContext,
): boolean {
  return answers.some(
    ({ step, truth }) => step.exception && truth === false && restsOnLack(trees.get(step)!, record, ledgerDay, context),
  )
}

/** What a note says because the ledger lacks something is so on the day of the ledger. */
