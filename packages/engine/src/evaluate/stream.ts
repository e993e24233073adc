import { EvaluationError } from '../errors/evaluation-error.ts'
import { InputError, UnreadableRecord, type InputProblem } from '../errors/input-error.ts'
import { StreamIndex } from '../ledger/index-ledger.ts'
import { recordName, recordPointer, type LedgerRecord } from '../plan/ledger-record.ts'
import { closestName } from '../errors/closest-name.ts'
import type { Plan } from '../plan/plan.ts'
import type { Scope } from '../plan/scope.ts'
import { StreamView } from '../plan/stream-view.ts'
import type { EachEnd, EachOptions, EachResult } from './policy.ts'
import type { Text } from '../errors/text.ts'
import { runCompiled } from '../decide/decide.ts'
import { Evaluation } from './evaluation.ts'
import { ResultCollector } from './result-collector.ts'
import { misshapenOptions, unknownOption } from './option-shapes.ts'
import { readOptions } from './options.ts'
import { planStream } from './stream-plan.ts'
import { Totals } from './totals.ts'

/**
 * Evaluates records of one scope one at a time, in flat memory: each is indexed beside the ledger around it,
 * answered, added to the running totals and let go. A record that cannot be read or computed gives its problems in
 * place of findings, and the stream goes on. What needs the whole ledger is answered from the totals at the end,
 * or listed as not evaluated.
 */
export function* evaluateEach(
  plan: Plan,
  source: Iterable<unknown>,
  options: EachOptions,
): Generator<EachResult, EachEnd> {
  const unfit = noStreamOptions(options)
  if (unfit.length > 0) throw new InputError('options', unfit)
  const { scope: name, context: ledger = {}, within, ...rest } = options
  const scope = streamedScope(plan, name)
  const view = new StreamView(plan, scope)
  const around = new Evaluation(plan, ledger, readOptions(plan, rest), view)
  const { session } = around
  const context = around.index
  const { each, atEnd, totals, notEvaluated } = planStream(around.requirements(), view)
  const parents = new Map(context.records.of(scope.parent!).map((record) => [recordPointer(record), record]))
  const index = new StreamIndex(plan, context, session, view)
  const running = new Totals(totals, scope)
  const positions = new Map<LedgerRecord, number>()
  const listing = new ResultCollector(around.settings)
  let count = 0
  let invalid = 0
  for (const raw of source) {
    const position = count++
    try {
      if (raw instanceof UnreadableRecord) throw new InputError('ledger', raw.problems)
      const parent = parentOf(raw, position, within, parents)
      const place = positions.get(parent) ?? 0
      const record = index.take(parent, place, raw)
      positions.set(parent, place + 1)
      for (const requirement of each) around.askEach(requirement, runCompiled, listing)
      running.add(record, session.index, session.context(session.asOf, 0))
      yield { position, id: recordName(record), findings: listing.take() }
    } catch (error) {
      const problems = problemsIn(error)
      listing.take() // of a record that cannot be told whole, nothing is told
      invalid++
      yield { position, problems }
    }
  }
  session.index = context
  session.renew()
  running.settle(context, session.context(session.asOf, 0))
  // A record that could not be read is missing from every total, so no total is sure.
  const unsure = invalid > 0 ? INVALID_RECORDS : running.failure
  const findings: EachEnd['findings'] = []
  const left = [...notEvaluated]
  for (const requirement of atEnd) {
    const text = unsure ?? failureOf(() => around.askEach(requirement, runCompiled, listing))
    const found = listing.take()
    if (text) left.push({ id: requirement.id, text })
    else for (const finding of found) findings.push(finding)
  }
  return { records: count, invalid, findings, notEvaluated: left }
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

/** Options that are none, and a limit on findings, which is one of a whole report: who reads a stream can stop. */
function noStreamOptions(options: object): InputProblem[] {
  if (typeof options !== 'object' || options === null) return misshapenOptions(options)
  return 'maxFindings' in options ? [unknownOption('maxFindings', '/maxFindings')] : []
}

function streamedScope(plan: Plan, name: unknown): Scope {
  const scope = typeof name === 'string' ? plan.scopes.get(name) : undefined
  if (scope?.parent && !scope.keyed) return scope
  const lists = [...plan.scopes.values()].filter((item) => item.parent && !item.keyed).map((item) => item.name)
  const suggestion = typeof name === 'string' ? closestName(name, lists) : undefined
  throw new InputError('options', [
    {
      code: 'unknown-scope',
      pointer: '/scope',
      message: {
        zh: `没有可逐条提供的这一范围。可用：${lists.join('、')}。`,
        en: `There is no such scope to stream. There are: ${lists.join(', ')}.`,
      },
      ...(suggestion === undefined ? {} : { suggestion }),
    },
  ])
}

function parentOf(
  raw: unknown,
  position: number,
  within: EachOptions['within'],
  parents: ReadonlyMap<string, LedgerRecord>,
): LedgerRecord {
  const told = typeof within === 'function' ? within(raw, position) : within
  const [first] = parents.keys()
  if (told === undefined && first !== undefined && parents.size > 1)
    throw new InputError('options', [
      { code: 'parent-not-told', pointer: '/within', message: notTold(parents.size, first) },
    ])
  const parent = parents.get(told ?? first ?? '')
  if (!parent)
    throw new InputError('options', [{ code: 'unknown-parent', pointer: '/within', message: UNKNOWN_PARENT }])
  return parent
}

const UNKNOWN_PARENT: Text = {
  zh: '所附台账中没有这条记录的上级。请在 context 中给出，并以 within 指明。',
  en: 'The record that this one belongs to is not in the context. Put it there and point at it with within.',
}

/** Whichever it were taken to be, other law might apply to it, so none is assumed. */
function notTold(parents: number, first: string): Text {
  return {
    zh: `所附台账中有 ${parents} 条上级记录，未说明这条记录属于哪一条。请以 within 指明，如“${first}”。`,
    en: `The context has ${parents} records that this one may belong to. Point at its own with within, such as "${first}".`,
  }
}
