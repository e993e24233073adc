import {
  InputError,
  type EvaluateOptions,
  type Finding,
  type InputProblem,
  type Notice,
  type Policy,
  type Text,
} from '@tiaoli/engine'
import { STATUSES, type Status } from '@tiaoli/engine/names'
import {
  OwnLanguages,
  daysInWords,
  daysOfMonth,
  endedNotes,
  formatDay,
  isUnknown,
  isPlannedFor,
  isYear,
  lastPlannedDay,
  parseDay,
  partlyEndedNotes,
  recordPointer,
  shownClause,
  type Plan,
  type PlannedClause,
} from '@tiaoli/engine/plan'
import {
  contextFor,
  Evaluation,
  noticesOf,
  plansOver,
  readOptions,
  runCompiled,
  type Task,
} from '@tiaoli/engine/runtime'
import { blankLedger } from './blank-ledger.ts'

export interface CalendarOptions extends Pick<
  EvaluateOptions,
  'profile' | 'parameters' | 'requirements' | 'subjects' | 'scopes' | 'maxDecisions'
> {
  /** First and last day of the calendar, `YYYY-MM-DD`. */
  from: string
  to: string
  /** The day whose state of knowledge decides what is still open; `from` if left out. */
  asOf?: string | undefined
  /**
   * Throws `EvaluationError` with code `too-many-findings` rather than look at more duties than this: those that are
   * open, and those that do not apply or are not in force yet. An integer from 0.
   */
  maxFindings?: number | undefined
}

/** A day by which something is to be done: for the first time, or again because what is met is met until then. */
export interface DueItem {
  /** The last day, `YYYY-MM-DD`. */
  readonly due: string
  readonly requirement: string
  readonly pack: string
  readonly title: Text
  /** The year of a yearly duty. */
  readonly period?: number
  /** Whose duty it is. */
  readonly dutyBearer: Text
  readonly force: Finding['force']
  readonly citations: Finding['citations']
  /** Absent where no ledger was given: a duty of every record of the scope. */
  readonly subject?: Finding['subject']
  /** What kind of record it concerns. */
  readonly scope: Text
  /** Absent where no ledger was given. */
  readonly status?: Status
  readonly remedy?: Text
  /** As of the finding: the day of the ledger, after that of the evaluation, on which what is not met rests. */
  readonly restsOnLaterDay?: string
  /** What is met until that day only; what a year after those that the document plans for, or a later document that changes the duty by then, means for it. */
  readonly note?: Text
}

/** The same where no more is known of the day than between which two it lies, a month apart at most. */
export interface DueSpan extends Omit<DueItem, 'due'> {
  /** `YYYY-MM-DD`, both. */
  readonly earliest: string
  readonly latest: string
  /** The days in words: 2019年9月（日不详）. */
  readonly days: Text
}

export interface Calendar {
  /** What a reader has to know first: of the day whose state of knowledge decides, of what later documents change by the last day, and of the days past the document's horizon. */
  readonly notices: readonly Notice[]
  /** By day, then in the order of the requirements and of the ledger. */
  readonly items: readonly DueItem[]
  /** What falls due on a day of which only the month is known, by the first day that it can be. */
  readonly spans: readonly DueSpan[]
  /** Requirements with a due date that facts not given would have to tell. */
  readonly undated: readonly string[]
}

/** What may still have to be done; the others are settled. */
const IS_OPEN: Record<Status, boolean> = {
  met: false,
  met_late: false,
  not_met: true,
  pending: true,
  exempted: false,
  review: true,
  not_applicable: false,
  calculated: false,
  unknown: true,
}
const AFTER_THE_PLAN: Text = {
  zh: '规划期后的年度：是否继续办理由人工研判。',
  en: 'A year after those that the document plans for: whether it is still to be done is for a person to judge.',
}
const MET_UNTIL: Text = {
  zh: '至此日止符合，此后须再次办理。',
  en: 'Met until this day; then it is to be done again.',
}
const LISTED_STATUSES = STATUSES.filter((status) => IS_OPEN[status] || status === 'met')

/**
 * The days by which duties fall due between two days, both included. With a ledger: its open duties, and those that are
 * met up to a day (`metUntil`), subject by subject.
 * Without one: the duties of every kind of record whose day is the same for all. A duty that takes effect only later in
 * the calendar is listed too. Throws `InputError` where the ledger or the options do not fit, `EvaluationError` where a
 * day cannot be computed or there are more duties than allowed.
 */
export function calendarOf(policy: Policy, ledger: unknown, options: CalendarOptions): Calendar {
  const { plan } = policy
  const years = yearsOf(options)
  const { from, to, asOf = from, ...rest } = options
  const given = ledger ?? blankLedger(plan, years)
  const items: DueItem[] = []
  const spans: DueSpan[] = []
  const undated = new Set<string>()
  const notYet = new Set<string>()
  const itemBy = (day: number, { requirement, base }: Task, finding: Finding) => {
    const item = itemOf(plan, finding, ledger !== undefined)
    const notes = [...(finding.status === 'met' ? [MET_UNTIL] : []), ...notesOn(requirement, base, day)]
    return notes.length > 0 ? { ...item, note: joined(notes) } : item
  }
  const list = (task: Task, finding: Finding) => {
    const due = (IS_OPEN[finding.status] ? finding.due : undefined) ?? metUntil(task.requirement, finding)
    if (due !== undefined) {
      if (due >= from && due <= to) items.push({ due, ...itemBy(parseDay(due)!, task, finding) })
      return
    }
    const span = spanOf(task, finding)
    if (!span) undated.add(finding.requirement)
    else if (span.latest >= from && span.earliest <= to)
      spans.push({ ...span, ...itemBy(parseDay(span.earliest)!, task, finding) })
  }
  // What is not in force counts as not applicable.
  const first = readOptions(plan, { ...rest, asOf, notInForce: true, statuses: [...LISTED_STATUSES, 'not_applicable'] })
  const now = new Evaluation(policy, given, first)
  for (const task of dutiesIn(now, years)) {
    const finding = findingOf(now, task)
    if (finding?.notInForce) notYet.add(dutyKey(task))
    else if (finding && isListed(task, finding)) list(task, finding)
  }
  if (notYet.size > 0 && to > asOf) {
    const later = new Evaluation(policy, given, readOptions(plan, { ...rest, asOf: to, statuses: LISTED_STATUSES }))
    for (const task of dutiesIn(later, years)) {
      // What was in force on the first day has been listed as it stood then.
      const finding = notYet.has(dutyKey(task)) ? findingOf(later, task) : undefined
      if (finding && isListed(task, finding)) list(task, finding)
    }
  }
  return new OwnLanguages(plan.reading).of({
    notices: noticesUntil(to, plan, now.session),
    items: items.sort((a, b) => inTurn(a.due, b.due)),
    spans: spans.sort((a, b) => inTurn(a.earliest, b.earliest)),
    undated: [...undated],
  })
}

/** The notices of the evaluation's day, with all that later documents change by the last one; of plans that end between them, from when on. */
function noticesUntil(to: string, plan: Plan, session: Evaluation['session']): Notice[] {
  const last = Math.max(session.asOf, parseDay(to)!)
  const notices = noticesOf(plan, session, last)
  const ending = plansOver(plan, last).flatMap(({ document, horizon }): Notice[] => {
    const { day, by } = lastPlannedDay(horizon)
    const isTold = notices.some(({ text }) => text === horizon.entry.text)
    return isTold || document.to <= day + 1
      ? []
      : [{ code: 'past-horizon', text: dueAfter(day, by, horizon.entry.text) }]
  })
  return [...notices, ...ending]
}

function dueAfter(day: number, by: PlannedClause | undefined, { zh, en }: Text): Text {
  const [last, clause] = [formatDay(day), by && shownClause(by)]
  return {
    zh: `${last}${clause ? `（由${clause.zh}延长）` : ''} 之后到期的事项：${zh}`,
    en: `What falls due after ${last}${clause ? `, prolonged by ${clause.en}` : ''}: ${en}`,
  }
}

/** A duty of one year may fall due in the next. */
function yearsOf({ from, to }: CalendarOptions): number[] {
  const problems: InputProblem[] = Object.entries({ from, to }).flatMap(([name, day]) =>
    parseDay(day) === undefined ? [{ code: 'day-invalid', pointer: `/${name}`, message: NOT_A_DAY }] : [],
  )
  if (problems.length === 0 && from > to)
    problems.push({ code: 'days-turned-round', pointer: '/to', message: DAYS_REVERSED })
  const [first, last] = [Number(from.slice(0, 4)) - 1, Number(to.slice(0, 4))]
  if (problems.length === 0 && last - first > YEARS_LIMIT)
    problems.push({ code: 'calendar-too-long', pointer: '/to', message: TOO_LONG })
  if (problems.length > 0) throw new InputError('options', problems)
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i)
  return years.filter((year) => isYear(String(year)))
}

const YEARS_LIMIT = 50
const NOT_A_DAY: Text = {
  zh: '不是日历中的日期。请写成 YYYY-MM-DD，如 2019-01-01。',
  en: 'This is not a day of the calendar. Write it as YYYY-MM-DD, such as 2019-01-01.',
}
const DAYS_REVERSED: Text = {
  zh: '截止日早于起始日。请对调 from 与 to。',
  en: 'The last day lies before the first. Change from and to round.',
}
const TOO_LONG: Text = {
  zh: `日历不得超过 ${YEARS_LIMIT} 年。请缩短 from 至 to 的时段。`,
  en: `A calendar spans at most ${YEARS_LIMIT} years. Bring from and to closer together.`,
}

/** Every duty that has a last day, in the order of the requirements and of the ledger. */
function* dutiesIn(evaluation: Evaluation, years: readonly number[]): Generator<Task> {
  const { session } = evaluation
  for (const requirement of evaluation.requirements()) {
    if (!requirement.due && requirement.entry.metUntil === undefined) continue
    for (const record of evaluation.asked.of(requirement.subject))
      for (const year of yearsFor(requirement, record, evaluation, years))
        yield { requirement, record, base: session.context(session.asOf, year) }
  }
}

/** What is open, and what is met for a time. */
function isListed({ requirement }: Task, { status }: Finding): boolean {
  return status === 'met' ? requirement.entry.metUntil !== undefined : IS_OPEN[status]
}

/** The last day on which it is met if nothing is done. */
function metUntil({ entry }: Task['requirement'], { figures }: Finding): string | undefined {
  const shown = figures.find(({ name }) => name === entry.metUntil)?.value
  return typeof shown === 'string' ? shown : undefined
}

/** The days between which the last one lies, where its month is known. */
function spanOf(
  { requirement, record, base }: Task,
  { status }: Finding,
): Pick<DueSpan, 'earliest' | 'latest' | 'days'> | undefined {
  const { due, entry, figures } = requirement
  const context = contextFor(requirement, record, base)
  const until = figures.find(({ name }) => name === entry.metUntil)?.expression
  for (const expression of [IS_OPEN[status] ? due : undefined, until]) {
    const days = expression?.run(record, context)
    const span = days === undefined ? undefined : daysOfMonth(days)
    const words = span && isUnknown(days!) ? daysInWords(days) : undefined
    if (span && words) return { earliest: formatDay(span[0]), latest: formatDay(span[1]), days: words }
  }
  return undefined
}

function inTurn(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** Names a duty in every evaluation. */
function dutyKey({ requirement, record, base }: Task): string {
  return JSON.stringify([requirement.id, recordPointer(record), base.year])
}

function findingOf(evaluation: Evaluation, { requirement, record, base }: Task): Finding | undefined {
  const finding = evaluation.answer(requirement, record, base, runCompiled)
  return finding && 'possible' in finding ? finding : undefined
}

/** The years of a yearly duty, from its first; 0 if the duty is not yearly. */
function yearsFor(
  { firstPeriod }: Task['requirement'],
  record: Task['record'],
  { session }: Evaluation,
  years: readonly number[],
): readonly number[] {
  if (!firstPeriod) return [0]
  const first = firstPeriod.run(record, session.context(session.asOf, 0))
  return years.filter((year) => typeof first !== 'number' || year >= first)
}

/** What a reader of a duty has to know by its last day. Where a fact gives the day whose law applies, later law changes nothing. */
function notesOn(requirement: Task['requirement'], base: Task['base'], due: number): Text[] {
  const changes = requirement.at
    ? []
    : [...endedNotes(requirement, due), ...partlyEndedNotes(requirement, due)].map(({ text }) => text)
  return isOfYearAfterPlan(requirement, base) ? [AFTER_THE_PLAN, ...changes] : changes
}

function joined(texts: readonly Text[]): Text {
  return { zh: texts.map(({ zh }) => zh).join(''), en: texts.map(({ en }) => en).join(' ') }
}

function isOfYearAfterPlan({ firstPeriod, horizon }: Task['requirement'], { yearStart }: Task['base']): boolean {
  return firstPeriod !== undefined && horizon !== undefined && !isPlannedFor(horizon, yearStart)
}

function itemOf(plan: Plan, finding: Finding, isOfLedger: boolean): Omit<DueItem, 'due'> {
  const { requirement, pack, title, period, dutyBearer, force, citations, subject, status, remedy, restsOnLaterDay } =
    finding
  return {
    requirement,
    pack,
    title,
    ...(period === undefined ? {} : { period }),
    dutyBearer: dutyBearer.label,
    force,
    citations,
    scope: plan.scopes.get(subject.scope)!.label,
    ...(isOfLedger ? { subject, status } : {}),
    ...(restsOnLaterDay === undefined ? {} : { restsOnLaterDay }),
    ...(remedy ? { remedy } : {}),
  }
}
