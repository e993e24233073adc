import { InputError } from '../errors/input-error.ts'
import type { Session } from '../plan/evaluation-context.ts'
import type { Plan } from '../plan/plan.ts'
import { Records, type RecordIndex } from '../plan/record-index.ts'
import type { Scope } from '../plan/scope.ts'
import type { StreamView } from '../plan/stream-view.ts'
import { isUnknown } from '../values/value.ts'
import { RawValues } from './raw-values.ts'
import { checkBounds, checkIds, runChecks, taint } from './checks.ts'
import { IdIndex } from './id-index.ts'
import { readInto } from './read-ledger.ts'
import { narrowRecords } from './narrow.ts'
import { blankAround, withdrawSupposed } from './supposed-parents.ts'
import { recordPointer, type LedgerRecord } from '../plan/ledger-record.ts'
import { indexPlanOf, type IndexPlan, type Reference } from '../plan/index-plan.ts'

/** The index of a ledger around a stream keeps what checks of streamed records read of it. */
export interface LedgerIndex extends RecordIndex {
  readonly rawValues: RawValues | undefined
  /** The parent of streamed records where no ledger was given around them. */
  readonly supposed?: LedgerRecord | undefined
}

/**
 * Reads and indexes a ledger. With a view, it is the one around records that come later, one at a time, and may be
 * left out.
 */
export function indexLedger(plan: Plan, ledger: unknown, session: Session, view?: StreamView): LedgerIndex {
  const indexPlan = view ? indexPlanOf(plan, [...plan.scopes.values()], view) : plan.indexPlan
  const records = new Records(indexPlan.scopes)
  const isSupposed = view !== undefined && ledger === undefined
  const root = readInto(records, plan.root, undefined, 0, isSupposed ? blankAround(view.scope) : ledger)
  if (view) expectStream(view.scope, records)
  const incomplete = new Map(incompleteScopes(indexPlan.scopes, records, NONE))
  const [supposed] = isSupposed ? records.of(view.scope.parent!) : []
  const index: LedgerIndex = {
    root,
    records,
    ids: new IdIndex(indexPlan.named, records),
    undecided: new Map(),
    incomplete,
    conflicts: [],
    view,
    rawValues: view && new RawValues(records, view),
    supposed,
  }
  settleRecords(indexPlan, index, session)
  index.rawValues?.forgetUnchanged()
  if (supposed) withdrawSupposed(supposed, records, incomplete)
  return index
}

/** Indexes the records of one scope, each with the records below it, next to the ledger around them. */
export class StreamIndex {
  readonly #indexPlan: IndexPlan
  readonly #around: LedgerIndex
  readonly #session: Session
  readonly #view: StreamView
  /** One list per scope; those of the streamed scope and below start empty for each record. */
  readonly #records: Records

  constructor(plan: Plan, around: LedgerIndex, session: Session, view: StreamView) {
    const scopes = [...plan.scopes.values()].filter((scope) => view.isStreamed(scope))
    this.#indexPlan = indexPlanOf(plan, scopes, view)
    this.#around = around
    this.#session = session
    this.#view = view
    this.#records = new Records(scopes, around.records)
  }

  /** Reads a record and makes it the session's ledger, until the next takes its place. */
  take(parent: LedgerRecord, position: number, raw: unknown): LedgerRecord {
    const around = this.#around
    const { scopes } = this.#indexPlan
    const records = this.#records
    for (const scope of scopes) records.clear(scope)
    const record = readInto(records, this.#view.scope, parent, position, raw)
    const index: LedgerIndex = {
      root: around.root,
      records,
      ids: around.ids,
      undecided: new Map(around.undecided),
      incomplete: incompleteScopes(scopes, records, around.incomplete),
      conflicts: [],
      view: this.#view,
      rawValues: around.rawValues,
    }
    settleRecords(this.#indexPlan, index, this.#session)
    return record
  }
}

/**
 * References in one pass, then every check on the facts as given, then all taints at once, so that the order of
 * checks never matters; last, dates after `asOf` become none and bounds narrow what is unknown.
 */
function settleRecords(indexPlan: IndexPlan, index: LedgerIndex, session: Session): void {
  for (const fact of indexPlan.references) link(index, fact)
  session.index = index
  const check = () => {
    const context = session.context(session.asOf, 0)
    checkIds(index, indexPlan.identified)
    checkBounds(index, indexPlan.bounds, context)
    runChecks(index, indexPlan.checks, context)
  }
  if (index.rawValues) index.rawValues.during(index.records, session, check)
  else check()
  taint(index)
  narrowRecords(index, indexPlan.changing, session.context(session.asOf, 0))
  session.renew() // what the checks cached was computed from untouched facts
}

/** The lists to be streamed are not missing but empty so far; records already in them would be counted twice. */
function expectStream(streamed: Scope, records: Records): void {
  const [early] = records.of(streamed)
  if (early)
    throw new InputError('ledger', [
      {
        code: 'streamed-in-context',
        pointer: recordPointer(early),
        message: {
          zh: `“${streamed.label.zh}”逐条提供，所附台账中不应再有。请删去。`,
          en: `Records of ${streamed.label.en} are streamed one by one. Remove them from the ledger around them.`,
        },
      },
    ])
  for (const parent of records.of(streamed.parent!))
    if (!parent.children[streamed.childIndex]) parent.setList(streamed, [])
}

const NONE: LedgerIndex['incomplete'] = new Map()

/** Those of some scopes, beside what is known of others; parents stand before children. */
function incompleteScopes(
  scopes: readonly Scope[],
  records: Records,
  around: LedgerIndex['incomplete'],
): LedgerIndex['incomplete'] {
  let incomplete: Map<Scope, readonly LedgerRecord[]> | undefined
  for (const scope of scopes)
    for (const child of scope.children) {
      const lacking = lackingList(records.of(scope), child.childIndex)
      if (lacking.length > 0 || incomplete?.has(scope)) (incomplete ??= new Map(around)).set(child, lacking)
    }
  return incomplete ?? around
}

const NOBODY: readonly LedgerRecord[] = []

function lackingList(records: readonly LedgerRecord[], childIndex: number): readonly LedgerRecord[] {
  let lacking: LedgerRecord[] | undefined
  for (const record of records) if (record.children[childIndex] === undefined) (lacking ??= []).push(record)
  return lacking ?? NOBODY
}

/**
 * What a streamed record refers to does not hold on to it. Which streamed record is referred to stays open: others may
 * have the same id, and most are not there.
 */
function link(
  { ids, records, view, incomplete, undecided, conflicts }: LedgerIndex,
  { fact, target, place }: Reference,
): void {
  const passing = view?.isStreamed(fact.scope) ?? false
  const leadsToStream = view?.isStreamed(target) ?? false
  const open: LedgerRecord[] = []
  for (const record of records.of(fact.scope)) {
    const value = record.value(fact)
    if (value === null) {
      record.setLink(fact, null)
      continue
    }
    const found = isUnknown(value) || leadsToStream ? NOBODY : ids.find(target, value)
    if (found.length === 1) {
      record.setLink(fact, found[0]!)
      if (!passing) found[0]!.referrers[place]!.push(record)
      continue
    }
    open.push(record)
    const mayBeElsewhere = leadsToStream || (found.length === 0 && incomplete.has(target))
    if (!isUnknown(value) && !mayBeElsewhere) conflicts.push({ check: 'reference', record, facts: [fact] })
  }
  if (open.length > 0) undecided.set(fact, open)
}
