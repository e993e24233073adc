import { runCompiled } from '../decide/decide.ts'
import { isOfEarlierDay } from '../decide/since-ledger-day.ts'
import { closestName } from '../errors/closest-name.ts'
import { EvaluationError } from '../errors/evaluation-error.ts'
import { InputError, UnreadableRecord, type InputProblem } from '../errors/input-error.ts'
import type { Text } from '../text/text.ts'
import { StreamedRecords } from '../ledger/streamed-records.ts'
import { recordName } from '../plan/ledger-record.ts'
import type { EvaluationContext } from '../plan/evaluation-context.ts'
import type { Plan, PlannedRequirement } from '../plan/plan.ts'
import type { Scope } from '../plan/scope.ts'
import { StreamView } from '../plan/stream-view.ts'
import { streamOptionsSchema, type RecordStreamOptions } from '../schema/stream-options.ts'
import { Evaluation } from './evaluation.ts'
import { OwnLanguages } from '../report/own-languages.ts'
import { fittingOptions } from './fitting-options.ts'
import { settingsOf } from './options.ts'
import { noFindingOn, noticesOf } from './notices.ts'
import type { PlacedRecord } from './record-of-line.ts'
import type { EachEnd, EachResult, Evaluable } from './policy.ts'
import { ResultCollector } from './result-collector.ts'
import { StreamPlaces } from './stream-places.ts'
import { planStream, type StreamPlan } from './stream-plan.ts'
import { Totals } from './totals.ts'

/**
 * Evaluates records of one scope as they are handed over, in constant memory: each is indexed beside the ledger around
 * it, answered, added to the running totals and let go. A record that cannot be read or computed gives its problems in
 * place of findings, and the stream goes on. What needs the whole ledger is answered from the totals at the end, or
 * listed as not evaluated.
 */
export class RecordStream {
  readonly #around: Evaluation
  readonly #streamed: readonly Scope[]
  readonly #index: StreamedRecords
  readonly #places: StreamPlaces
  readonly #within: string | undefined
  readonly #plan: StreamPlan
  readonly #totals: Totals
  /** As of the day of the ledger, where that is before `asOf`. */
  readonly #earlierTotals: Totals | undefined
  readonly #results: ResultCollector
  readonly #own: OwnLanguages
  #records = 0
  #invalid = 0
  #hasEnded = false

  /** Throws `InputError` where the options, or the context in them, do not fit. */
  constructor(evaluable: Evaluable, options: RecordStreamOptions) {
    const { plan } = evaluable
    const problems: InputProblem[] = []
    const { scope: name, context, within, ...rest } = fittingOptions(streamOptionsSchema, options, problems)
    const scope = streamedScope(plan, name, problems)
    const settings = settingsOf(plan, rest, problems)
    if (!scope || problems.length > 0) throw new InputError('options', problems)
    const view = new StreamView(plan, scope)
    this.#around = new Evaluation(evaluable, context, settings, view)
    const { index, session } = this.#around
    this.#streamed = [...plan.scopes.values()].filter((item) => view.isStreamed(item))
    this.#index = new StreamedRecords(plan, index, session, view)
    this.#places = new StreamPlaces(index.supposed ? [index.supposed] : index.records.of(scope.parent!))
    this.#within = within
    this.#plan = planStream(this.#requirements(view), view)
    const totals = () => new Totals(this.#plan.totals, scope, index.supposed !== undefined)
    this.#totals = totals()
    this.#earlierTotals = isOfEarlierDay(session) ? totals() : undefined
    this.#results = new ResultCollector(settings)
    this.#own = new OwnLanguages(plan.reading)
  }

  /** Answers the next record; an `UnreadableRecord` by its problems. */
  answer({ record: raw, within = this.#within }: PlacedRecord): EachResult {
    if (this.#hasEnded) throw new TypeError('the stream of records has ended')
    const position = this.#records++
    try {
      if (raw instanceof UnreadableRecord) {
        this.#places.pass(within)
        throw new InputError('ledger', raw.problems)
      }
      const place = this.#places.next(within)
      const record = this.#index.take(place.parent, place.position, raw)
      this.#around.asked.meet(this.#streamed)
      for (const requirement of this.#plan.each) this.#around.askEach(requirement, runCompiled, this.#results)
      const { session } = this.#around
      this.#eachTotals((totals, context) => totals.add(record, session.index, context))
      const conflicts = this.#around.conflicts()
      return this.#own.of({ position, id: recordName(record), findings: this.#results.take(), conflicts })
    } catch (error) {
      const problems = problemsIn(error)
      this.#results.take() // a record that cannot be answered whole is not answered in part
      this.#invalid++
      return this.#own.of({ position, problems })
    }
  }

  /** What is known at the end. */
  end(): EachEnd {
    this.#hasEnded = true
    const { session, index, asked } = this.#around
    session.index = index
    session.renew()
    this.#eachTotals((totals, context) => totals.settle(index, context))
    // A record that could not be read is missing from every total, so no total is sure.
    const unsure = this.#invalid > 0 ? INVALID_RECORDS : (this.#totals.failure ?? this.#earlierTotals?.failure)
    const findings: EachEnd['findings'][number][] = []
    const notEvaluated = [...this.#plan.notEvaluated]
    for (const requirement of this.#plan.atEnd) {
      const text = unsure ?? failureOf(() => this.#around.askEach(requirement, runCompiled, this.#results))
      const found = this.#results.take()
      if (text) notEvaluated.push({ id: requirement.id, text })
      else for (const finding of found) findings.push(finding)
    }
    const problems = asked.unknown
    return this.#own.of({
      records: this.#records,
      invalid: this.#invalid,
      notices: [...noticesOf(this.#around.plan, session), ...this.#yearsWithout(notEvaluated).map(noFindingOn)],
      findings,
      conflicts: this.#around.conflicts(),
      notEvaluated,
      ...(problems.length > 0 ? { problems } : {}),
    })
  }

  #eachTotals(run: (totals: Totals, context: EvaluationContext) => void): void {
    const { session } = this.#around
    run(this.#totals, session.context(session.asOf, 0))
    const earlier = this.#earlierTotals
    if (!earlier) return
    session.onEarlierDay(session.index.records.ledgerDay!, () => run(earlier, session.context(session.asOf, 0)))
  }

  /** The years asked for on which the whole ledger has no finding either: none where something was left out. */
  #yearsWithout(notEvaluated: EachEnd['notEvaluated']): readonly number[] {
    const left = new Set(notEvaluated.map(({ id }) => id))
    const isWhole = this.#around.plan.requirements.every(({ id, firstPeriod }) => !firstPeriod || !left.has(id))
    return isWhole && this.#invalid === 0 ? this.#results.yearsWithout() : []
  }

  /** With `subjects`, only those that are asked of streamed records or of some record around them. */
  #requirements(view: StreamView): readonly PlannedRequirement[] {
    const { asked, settings } = this.#around
    const requirements = this.#around.requirements()
    if (!settings.subjects) return requirements
    return requirements.filter(({ subject }) => view.isStreamed(subject) || asked.of(subject).length > 0)
  }
}

const INVALID_RECORDS: Text = {
  zh: '有记录未能读取或计算，汇总不完整，不作判断。请改正后重新评价。',
  en: 'Some records could not be read or computed, so the totals are incomplete. Correct them and evaluate again.',
}

/** What is wrong with a record; throws what is wrong with anything else. */
function problemsIn(error: unknown): readonly InputProblem[] {
  if (error instanceof InputError) return error.problems
  if (error instanceof EvaluationError) return [{ code: error.code, pointer: '', message: error.text }]
  throw error
}

/** Why something cannot be computed; undefined where it can. */
function failureOf(run: () => void): Text | undefined {
  try {
    run()
    return undefined
  } catch (error) {
    if (error instanceof EvaluationError) return error.text
    throw error
  }
}

/** The scope of the records; where there is no such list, that is added to `problems`. */
function streamedScope(plan: Plan, name: string | undefined, problems: InputProblem[]): Scope | undefined {
  const scopes = [...plan.scopes.values()].filter(({ parent, keyed }) => parent && !keyed)
  const scope = scopes.find((item) => item.name === name)
  if (scope) return scope
  const lists = scopes.map((item) => item.name)
  const suggestion = name === undefined ? undefined : closestName(name, lists)
  problems.push({
    code: name === undefined ? 'scope-missing' : 'unknown-scope',
    pointer: '/scope',
    message:
      name === undefined
        ? {
            zh: `请以 scope 写明各条记录的范围：${lists.join('、')}。`,
            en: `Give the scope of the records, one of: ${lists.join(', ')}.`,
          }
        : {
            zh: `没有可逐条提供的这一范围。可用：${lists.join('、')}。`,
            en: `There is no such scope to stream. Write one of: ${lists.join(', ')}.`,
          },
    ...(suggestion === undefined ? {} : { suggestion }),
  })
  return undefined
}
