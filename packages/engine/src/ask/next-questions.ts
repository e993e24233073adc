import { InputError, type InputProblem } from '../errors/input-error.ts'
import { runCompiled } from '../decide/decide.ts'
import { Evaluation } from '../evaluate/evaluation.ts'
import { fittingOptions } from '../evaluate/fitting-options.ts'
import { refuseOptions, settingsOf } from '../evaluate/options.ts'
import { OwnLanguages } from '../report/own-languages.ts'
import type { Evaluable } from '../evaluate/policy.ts'
import type { Plan } from '../plan/plan.ts'
import type { RecordReference } from '../plan/ledger-record.ts'
import type { Finding, Missing } from '../report/report.ts'
import type { UnknownReason } from '../values/unknown-reason.ts'
import { questionOptionsSchema, type QuestionOptions } from '../schema/question-options.ts'
import type { Text } from '../text/text.ts'
import { formOf, type AnswerForm } from './answer-form.ts'
import { Holders } from './holder.ts'
import { WholeLists } from './whole-lists.ts'

/** Something to ask, and what its answer would decide. */
export interface NextQuestion {
  /** A fact's name, `parameters.<id>`, or the scope whose records were not given. */
  readonly fact: string
  readonly label: Text
  readonly reason: UnknownReason
  /** Where in the ledger the answer goes; absent for a parameter. */
  readonly pointer?: string
  /** The record it belongs to; absent for a parameter. */
  readonly subject?: RecordReference
  readonly answer: AnswerForm
  /** For a parameter: the question that the text leaves open. For a conflict: what does not agree. */
  readonly text?: Text
  /** How many findings wait for this answer alone. */
  readonly settles: number
  /** How many findings wait for it, alone or with others. */
  readonly bears: number
  /** The first of those findings, at most 10; `alone` where nothing else is missing. */
  readonly decides: readonly {
    readonly requirement: string
    readonly title: Text
    readonly subject: RecordReference
    readonly period?: number
    readonly alone: boolean
  }[]
}

export interface NextQuestions {
  /** Findings that are `unknown`. */
  readonly unknown: number
  /** Everything that could be asked, listed or not. */
  readonly open: number
  readonly questions: readonly NextQuestion[]
}

const NO_POLICY = {
  code: 'not-a-policy',
  pointer: '',
  message: {
    zh: '第一个参数应为 compile 得到的规则包（policy）。',
    en: 'The first argument must be a policy, as compile returns it.',
  },
} as const

const DEFAULT_LIMIT = 20
const DECIDES_LIMIT = 10

/** What is known of one missing place while findings are counted. */
interface Tally {
  missing: Missing
  settles: number
  bears: number
  /** Each finding counts as one, shared among all that it waits for. */
  weight: number
  decides: NextQuestion['decides'][number][]
}

/**
 * What to ask next so that most findings are settled: the missing facts and parameters of a ledger, each weighed by the
 * findings that wait for it (one that waits for three answers counts a third for each). The same ledger gives the same
 * order. Throws `InputError` where the ledger or the options do not fit, `EvaluationError` where a result would not be
 * exact or there are more unknown findings than allowed.
 *
 * @example
 * const { questions } = nextQuestions(policy, ledger, { asOf: '2019-01-01' })
 */
export function nextQuestions(policy: Evaluable, ledger: unknown, options: QuestionOptions): NextQuestions {
  const { plan } = policy
  // Callers without types may hand in something else, such as a plan.
  if (!(plan as Plan | undefined)) throw new InputError('options', [NO_POLICY])
  const problems: InputProblem[] = []
  const { limit = DEFAULT_LIMIT, ...rest } = fittingOptions(questionOptionsSchema, options, problems)
  // Nobody is to be asked for what cannot change an outcome.
  const settings = settingsOf(plan, { ...rest, statuses: ['unknown'], exact: true }, problems)
  refuseOptions(problems)
  const evaluation = new Evaluation(policy, ledger, settings)
  const lists = new WholeLists(plan, ledger)
  const tallies = new Map<string, Tally>()
  let unknown = 0
  evaluation.visit((requirement, record, base) => {
    const finding = evaluation.answer(requirement, record, base, runCompiled)
    if (!finding || !('missing' in finding)) return
    unknown++
    count(tallies, finding, lists.askedFor(finding.missing))
  })
  // The sort is stable: what weighs the same stays in the order of the report.
  const ranked = [...tallies.values()].sort((a, b) => b.weight - a.weight || b.settles - a.settles)
  const holders = new Holders(plan, evaluation.session.index.records)
  return new OwnLanguages(plan.reading).of({
    unknown,
    open: ranked.length,
    questions: ranked.slice(0, limit).map((tally) => questionOf(plan, holders, tally)),
  })
}

function count(tallies: Map<string, Tally>, finding: Finding, missing: readonly Missing[]): void {
  const { requirement, title, subject, period } = finding
  const alone = missing.length === 1
  for (const item of missing) {
    // A ledger of a later day is no question: it is another ledger.
    if (item.reason === 'earlier_ledger') continue
    const key = item.pointer ?? item.fact
    let tally = tallies.get(key)
    if (!tally) tallies.set(key, (tally = { missing: item, settles: 0, bears: 0, weight: 0, decides: [] }))
    tally.bears++
    if (alone) tally.settles++
    tally.weight += 1 / missing.length
    if (tally.decides.length < DECIDES_LIMIT)
      tally.decides.push({ requirement, title, subject, ...(period === undefined ? {} : { period }), alone })
  }
}

function questionOf(plan: Plan, holders: Holders, { missing, settles, bears, decides }: Tally): NextQuestion {
  const { fact, label, reason, pointer, text } = missing
  const subject = pointer === undefined ? undefined : holders.of(fact, pointer)
  return {
    fact,
    label,
    reason,
    ...(pointer === undefined ? {} : { pointer }),
    ...(subject ? { subject } : {}),
    answer: formOf(plan, fact, pointer),
    ...(text ? { text } : {}),
    settles,
    bears,
    decides,
  }
}
