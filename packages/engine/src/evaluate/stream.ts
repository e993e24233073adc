import { FOLDS, type Fold } from '../compile/fold.ts'
import { InputError } from '../errors.ts'
import { StreamIndex } from '../ledger/index-ledger.ts'
import { nameOf, pointerTo, Subject } from '../ledger/subject.ts'
import { nearest } from '../load/suggest.ts'
import type { Plan } from '../model/plan.ts'
import type { Scope } from '../model/scope.ts'
import type { EachEnd, EachOptions, EachResult } from '../policy.ts'
import type { Text } from '../schema/common.ts'
import { runCompiled } from './decide.ts'
import { Evaluation } from './evaluation.ts'
import { Listing } from './listing.ts'
import { readOptions } from './options.ts'
import { planStream, type Total } from './stream-plan.ts'

/**
 * Evaluates records of one scope one at a time, in flat memory: each is indexed beside the ledger around it,
 * answered, added to the running totals and let go. A record that cannot be read gives its problems in place
 * of findings, and the stream goes on. What needs the whole ledger is answered from the totals at the end,
 * or listed as not evaluated.
 */
export function* evaluateEach(
  plan: Plan,
  source: Iterable<unknown>,
  options: EachOptions,
): Generator<EachResult, EachEnd> {
  const scope = streamedScope(plan, options.scope)
  const around = new Evaluation(plan, options.context ?? {}, readOptions(plan, options), scope)
  const { session } = around
  const context = session.index
  const { each, atEnd, totals, notEvaluated } = planStream(plan, around.requirements(), scope)
  const parents = new Map(context.records.get(scope.parent!)!.map((subject) => [pointerTo(subject), subject]))
  const index = new StreamIndex(plan, context, session, scope)
  const running = new Totals(totals)
  const positions = new Map<Subject, number>()
  const listing = new Listing(around.settings)
  let count = 0
  let invalid = 0
  for (const raw of source) {
    const position = count++
    try {
      const parent = parentOf(raw, position, options, parents)
      const place = positions.get(parent) ?? 0
      const { subject, records } = index.take(parent, place, raw)
      positions.set(parent, place + 1)
      for (const requirement of each) around.askEach(requirement, runCompiled, listing)
      running.add(records, session.frame(session.asOf, 0))
      yield { position, id: nameOf(subject), findings: listing.take() }
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      invalid++
      yield { position, problems: error.problems }
    }
  }
  session.index = context
  session.renew()
  running.settle(context.records)
  // A record that could not be read is missing from every total, so no total is sure.
  if (invalid === 0) for (const requirement of atEnd) around.askEach(requirement, runCompiled, listing)
  return {
    records: count,
    invalid,
    findings: listing.take(),
    notEvaluated: [...notEvaluated, ...(invalid === 0 ? [] : atEnd.map(({ id }) => ({ id, text: INVALID_RECORDS })))],
  }
}

const INVALID_RECORDS = {
  zh: '有记录未能读取，汇总不完整，不作判断。请改正后重新评价。',
  en: 'Some records could not be read, so the totals are incomplete. Correct them and evaluate again.',
}

function streamedScope(plan: Plan, name: string): Scope {
  const scope = plan.scopes.get(name)
  if (scope?.parent && !scope.keyed) return scope
  const lists = [...plan.scopes.values()].filter((item) => item.parent && !item.keyed).map((item) => item.name)
  const suggestion = nearest(name, lists)
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
  { within }: EachOptions,
  parents: ReadonlyMap<string, Subject>,
): Subject {
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

/** Formulas over streamed records, kept for each record around the stream that has one. */
class Totals {
  readonly #totals: readonly Total[]
  readonly #folds = new Map<Total, Map<Subject, Fold>>()
  /** References that lead nowhere sure: their records may belong to any. */
  readonly #undecided = new Map<Total, number>()

  constructor(totals: readonly Total[]) {
    this.#totals = totals
    for (const total of totals) this.#folds.set(total, new Map())
  }

  add(records: ReadonlyMap<Scope, readonly Subject[]>, frame: ReturnType<Evaluation['session']['frame']>): void {
    for (const total of this.#totals)
      for (const record of records.get(total.formula.over)!) {
        const holder = holderOf(total, record)
        if (holder) this.#foldOf(total, holder).add(record, frame)
        else if (holder === undefined) this.#undecided.set(total, (this.#undecided.get(total) ?? 0) + 1)
      }
  }

  /** Hands each holder its total, as if its records were there. */
  settle(around: ReadonlyMap<Scope, readonly Subject[]>): void {
    for (const total of this.#totals)
      for (const holder of around.get(total.formula.from)!) {
        holder.totals ??= new Map()
        const fold = this.#foldOf(total, holder)
        holder.totals.set(total.fact.slot, fold.finish(this.#undecided.get(total) ?? 0, false))
      }
  }

  #foldOf(total: Total, holder: Subject): Fold {
    const folds = this.#folds.get(total)!
    let fold = folds.get(holder)
    if (!fold) folds.set(holder, (fold = FOLDS[total.formula.name](total.formula)))
    return fold
  }
}

/** The record whose total a streamed record counts in: above it, or referred to; null for none, undefined if unknown. */
function holderOf({ formula: { from, by } }: Total, record: Subject): Subject | null | undefined {
  if (!by) {
    let at: Subject = record
    while (at.scope !== from) at = at.parent!
    return at
  }
  const link = record.links[by.linkIndex]!
  return link instanceof Subject ? link : link === null ? null : undefined
}
