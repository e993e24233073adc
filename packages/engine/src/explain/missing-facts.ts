import { addTo } from '../plan/grouped-by.ts'
import { INCOMPLETE } from '../decide/outcome.ts'
import { decisionOfLedgerDay } from '../decide/since-ledger-day.ts'
import type { Members } from '../formula/aggregate.ts'
import { unwrittenYears } from '../formula/unwritten-years.ts'
import { pointerOf } from '../json/pointer.ts'
import type { EvaluationContext } from '../plan/evaluation-context.ts'
import type { Session } from '../plan/session.ts'
import type { AggregateExpression, ConditionNode, Expression, FactExpression } from '../plan/expression.ts'
import type { Given } from '../plan/fact.ts'
import { recordPointer, LedgerRecord } from '../plan/ledger-record.ts'
import type { Plan, PlannedParameter } from '../plan/plan.ts'
import { scopesBelow, type Scope } from '../plan/scope.ts'
import type { Missing } from '../report/report.ts'
import { formatDay, formatDayInChinese } from '../values/date.ts'
import { isPartialDate, partialDateInWords, type PartialDate } from '../values/partial-date.ts'
import { isUnknown } from '../values/value.ts'
import type { Text } from '../text/text.ts'
import { conflictText } from './conflict-text.ts'
import { capital, quoted } from './show.ts'
import type { Decision } from './decision.ts'
import { textWithoutRecord } from './text-without-record.ts'
import { Traversal, type Visitor } from '../formula/traversal.ts'

/** More than this are not listed: nobody fills in more at once. */
const LIMIT = 200

/** What keeps a decision unknown, in the order in which it was met; and what its figures lack. */
export function missingIn(plan: Plan, decision: Decision): Missing[] {
  const { requirement, record, base, context, set, since, answers } = decision
  const missing = new MissingFacts(plan, context.session)
  const traversal = new Traversal(decision, missing)
  for (const { step } of answers) traversal.condition(step.condition, record, context)
  if (set & INCOMPLETE)
    for (const { expression } of requirement.figures) traversal.expression(expression, record, context)
  if (!since.asksLaterLedger) return [...missing.found.values()]
  // Once it is known that it was not met on the day of the ledger, no later one is needed.
  decisionOfLedgerDay(requirement, record, base, ({ answers: then, context: on }) => {
    const earlier = new Traversal({ requirement, record, base: on.session.context(on.session.asOf, on.year) }, missing)
    for (const { step } of then) earlier.condition(step.condition, record, on)
  })
  return [laterLedger(context.session), ...missing.found.values()]
}

/** What keeps a condition or a number of a record unknown where no requirement asks it, as in a form of statistics. */
export function missingFor(
  plan: Plan,
  asked: { readonly condition?: ConditionNode | undefined; readonly expression?: Expression | undefined },
  record: LedgerRecord,
  context: EvaluationContext,
): Missing[] {
  const missing = new MissingFacts(plan, context.session)
  const traversal = new Traversal(undefined, missing)
  if (asked.condition) traversal.condition(asked.condition, record, context)
  if (asked.expression) traversal.expression(asked.expression, record, context)
  return [...missing.found.values()]
}

/** What a ledger of an earlier day cannot show. */
function laterLedger({ asOf, index }: Session): Missing {
  const day = index.records.ledgerDay!
  return {
    reason: 'earlier_ledger',
    fact: 'on',
    label: LEDGER_DAY,
    pointer: '/on',
    text: {
      zh: `台账日期是${formatDayInChinese(day)}，此后的情况没有记载：请按${formatDayInChinese(asOf)}的情况更新台账`,
      en: `The ledger is of ${formatDay(day)} and does not say what came after: bring it up to ${formatDay(asOf)}`,
    },
  }
}

const LEDGER_DAY: Text = { zh: '台账日期', en: 'day of the ledger' }

/** More unwritten years than these are asked for together. */
const YEARS_NAMED = 5

function isCompleteLabel({ zh, en }: Text): Text {
  return { zh: `${quoted(zh)}的记录是否齐全（没有写的即没有记录）`, en: `whether the list of “${en}” is complete` }
}

/** The record of one year, which others of its kind stand beside: 2019年度. */
function labelOfYear({ zh, en }: Text, year: number): Text {
  return { zh: zh.endsWith('年度') ? `${zh.slice(0, -2)}${year}年度` : `${zh}（${year}年度）`, en: `${en} ${year}` }
}

function wantsDay({ label }: Given, date: PartialDate): Text {
  const { zh, en } = partialDateInWords(date)
  return {
    zh: `${label.zh}现填${zh}，需要具体日期`,
    en: `${capital(label.en)} is given as ${en}; the exact day is needed`,
  }
}

/** Collects the facts and parameters that, once given, could decide what is unknown. */
class MissingFacts implements Visitor<void> {
  readonly opens = 'unknown'
  readonly opensUnwritten = true
  readonly found = new Map<string, Missing>()
  readonly #plan: Plan
  readonly #session: Session

  constructor(plan: Plan, session: Session) {
    this.#plan = plan
    this.#session = session
  }

  get isDone(): boolean {
    return this.found.size >= LIMIT
  }

  known(): void {}

  formula(): void {}

  parameter({ name, label, question }: PlannedParameter, { at, session: { timelines } }: EvaluationContext): void {
    // Where the governing day is unknown, nobody can say yet whether the parameter has a value.
    if (typeof at !== 'number') return
    const text = question && textWithoutRecord(this.#plan, question, { timelines, asOf: at })
    this.#add(name, { reason: 'missing_parameter', fact: name, label, ...(text ? { text } : {}) })
  }

  /** Asks for the first record on the way that is unknown. */
  unreached({ route }: FactExpression, record: LedgerRecord, context: EvaluationContext): void {
    let at = record
    for (const step of route.steps) {
      const next =
        step.kind === 'up'
          ? at.parent!
          : step.kind === 'period'
            ? at.recordOf(step.to, context.year, context.session.lastYear)
            : at.link(step.by)
      if (next === null) return
      if (!(next instanceof LedgerRecord)) {
        if (step.kind === 'reference' && isUnknown(at.value(step.by))) this.given(step.by, at)
        else if (step.kind === 'reference') this.#absentAnywhere(step.to, context) // named, but in a list that was not given
        else this.#record(step.to, at, context.year)
        return
      }
      at = next
    }
  }

  members(
    { from, over, by }: AggregateExpression,
    { incomplete, unwritten }: Members,
    subject: LedgerRecord,
    context: EvaluationContext,
  ): void {
    this.#unwritten(unwritten)
    if (incomplete && !by) this.#absentBelow(subject, from, over)
    else if (incomplete) this.#absentAnywhere(over, context)
    if (by) this.#undecided(by, context)
  }

  /** A few years are asked for one by one; of many, whether the list is complete. */
  #unwritten(years: readonly LedgerRecord[]): void {
    const lists = new Map<LedgerRecord, LedgerRecord[]>()
    for (const year of years) addTo(lists, year.parent!, year)
    for (const [parent, unwritten] of lists) {
      const { scope } = unwritten[0]!
      if (unwritten.length <= YEARS_NAMED) for (const { position } of unwritten) this.#record(scope, parent, position)
      else {
        const pointer = `${recordPointer(parent)}/complete/${scope.list}`
        this.#add(pointer, { reason: 'missing_fact', fact: scope.name, label: isCompleteLabel(scope.label), pointer })
      }
    }
  }

  given(fact: Given, record: LedgerRecord): void {
    if (record.isAdded) return // the record itself is missing, and asked for
    const pointer = `${recordPointer(record)}${pointerOf(fact.path)}`
    const [conflict] = record.conflicts?.get(fact.slot) ?? []
    if (conflict) {
      this.#add(pointer, {
        reason: 'conflict',
        fact: fact.name,
        label: fact.label,
        pointer,
        text: conflictText(this.#plan, this.#session, conflict),
      })
      return
    }
    const value = record.value(fact)
    this.#add(pointer, {
      reason: 'missing_fact',
      fact: fact.name,
      label: fact.label,
      pointer,
      ...(isPartialDate(value) ? { text: wantsDay(fact, value) } : {}),
    })
    // Another fact of the record may decide this one by its bounds.
    for (const bound of [fact.min, fact.max, fact.equals]) if (bound) this.#bound(bound, record)
  }

  #bound(bound: Expression, record: LedgerRecord): void {
    if (bound.kind === 'arithmetic') for (const operand of bound.operands) this.#bound(operand, record)
    if (bound.kind !== 'fact' || bound.fact.kind !== 'given') return
    const { fact } = bound
    // Bounds read what was given: one that only follows from others is not known to them.
    const isOpen = isUnknown(record.value(fact)) || record.narrowed?.includes(fact)
    if (!isOpen || record.conflicts?.has(fact.slot)) return
    const pointer = `${recordPointer(record)}${pointerOf(fact.path)}`
    this.#add(pointer, { reason: 'missing_fact', fact: fact.name, label: fact.label, pointer })
  }

  #record(scope: Scope, parent: LedgerRecord, year?: number): void {
    if (parent.isAdded) return
    const pointer = `${recordPointer(parent)}/${scope.list}${year === undefined ? '' : `/${year}`}`
    const label = year === undefined ? scope.label : labelOfYear(scope.label, year)
    this.#add(pointer, { reason: 'missing_fact', fact: scope.name, label, pointer })
  }

  /** The lists that were not given on the way down from a record to those of a scope. */
  #absentBelow(subject: LedgerRecord, from: Scope, over: Scope): void {
    let records: readonly LedgerRecord[] = [subject]
    for (const scope of scopesBelow(from, over)) {
      for (const record of records) if (!record.isListed(scope)) this.#record(scope, record)
      records = records.flatMap((record) => record.children[scope.childIndex] ?? [])
    }
  }

  /** Whatever was not given could hold a record that refers to the one in question. */
  #absentAnywhere(over: Scope, context: EvaluationContext): void {
    const { index } = context.session
    for (let scope = over; scope.parent; scope = scope.parent)
      for (const parent of index.incomplete.get(scope) ?? []) {
        if (this.isDone) return
        if (scope.keyed && parent.isListed(scope)) this.#unwritten(unwrittenYears(parent, scope, context))
        else this.#record(scope, parent)
      }
  }

  #undecided(by: Given, { session: { index } }: EvaluationContext): void {
    for (const record of index.undecided.get(by) ?? []) {
      if (this.isDone) return
      if (isUnknown(record.value(by))) this.given(by, record)
    }
  }

  #add(key: string, missing: Missing): void {
    if (!this.isDone && !this.found.has(key)) this.found.set(key, missing)
  }
}
