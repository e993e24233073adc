import { InputError } from '../errors/errors.ts'
import type { Session } from '../plan/evaluation-context.ts'
import type { Given } from '../plan/fact.ts'
import type { Plan } from '../plan/plan.ts'
import type { Scope } from '../plan/scope.ts'
import type { StreamView } from '../plan/stream-view.ts'
import { isUnknown } from '../values/value.ts'
import { AsGiven } from './raw-values.ts'
import { checkBounds, checkIds, runChecks, taint, type Conflict } from './checks.ts'
import { Names } from './id-index.ts'
import { noRecords, readInto, type Records } from './read-ledger.ts'
import { settle } from './narrow.ts'
import { pointerTo, type Subject } from '../plan/ledger-record.ts'
import { surveyOf, type Reference, type Survey } from './index-plan.ts'

/** The records of a ledger with what leads from one to another. */
export interface Index {
  readonly root: Subject
  readonly records: Records
  readonly names: Names
  /** By reference fact: the records of which it is not known where they belong. */
  readonly undecided: Map<Given, Subject[]>
  /** By scope: the records whose list of it was not given. A scope below such a list is open too. */
  readonly incomplete: ReadonlyMap<Scope, readonly Subject[]>
  readonly conflicts: Conflict[]
  /** Where records of a scope come one at a time: what can be told then. */
  readonly view: StreamView | undefined
  /** What checks of such records read of the ledger around them. */
  readonly asGiven: AsGiven | undefined
}

const surveys = new WeakMap<Plan, Survey>()

/** Reads and indexes a ledger. With a view, it is the one around records that come later, one at a time. */
export function indexLedger(plan: Plan, ledger: unknown, session: Session, view?: StreamView): Index {
  const survey = view ? surveyOf(plan, [...plan.scopes.values()], view) : surveyOfWhole(plan)
  const records = noRecords(survey.scopes)
  const root = readInto(records, plan.root, undefined, 0, ledger)
  if (view) expectStream(view.scope, records)
  const index: Index = {
    root,
    records,
    names: new Names(survey.named, records),
    undecided: new Map(),
    incomplete: incompleteScopes(survey.scopes, records, NONE),
    conflicts: [],
    view,
    asGiven: view && new AsGiven(records, view),
  }
  settleRecords(survey, index, session)
  index.asGiven?.forgetUnchanged()
  return index
}

function surveyOfWhole(plan: Plan): Survey {
  let survey = surveys.get(plan)
  if (!survey) surveys.set(plan, (survey = surveyOf(plan, [...plan.scopes.values()])))
  return survey
}

/** Indexes the records of one scope, each by itself with what stands below it, beside the ledger around them. */
export class StreamIndex {
  readonly #survey: Survey
  readonly #around: Index
  readonly #session: Session
  readonly #view: StreamView
  /** One list a scope; those of the streamed scope and below are begun anew for each record. */
  readonly #records: Map<Scope, Subject[]>

  constructor(plan: Plan, around: Index, session: Session, view: StreamView) {
    const scopes = [...plan.scopes.values()].filter((scope) => view.isStreamed(scope))
    this.#survey = surveyOf(plan, scopes, view)
    this.#around = around
    this.#session = session
    this.#view = view
    this.#records = new Map([...around.records, ...noRecords(scopes)])
  }

  /** Reads a record and makes it the session's ledger, until the next takes its place. */
  take(parent: Subject, position: number, raw: unknown): Subject {
    const around = this.#around
    const { scopes } = this.#survey
    const records = this.#records
    for (const scope of scopes) if (records.get(scope)!.length > 0) records.set(scope, [])
    const subject = readInto(records, this.#view.scope, parent, position, raw)
    const index: Index = {
      root: around.root,
      records,
      names: around.names,
      undecided: new Map(around.undecided),
      incomplete: incompleteScopes(scopes, records, around.incomplete),
      conflicts: [],
      view: this.#view,
      asGiven: around.asGiven,
    }
    settleRecords(this.#survey, index, this.#session)
    return subject
  }
}

/**
 * References in one pass, then every check on the facts as given, then all taints at once, so that the order of
 * checks never matters; last, dates after `asOf` become none and bounds narrow what is unknown.
 */
function settleRecords(survey: Survey, index: Index, session: Session): void {
  for (const fact of survey.references) link(index, fact)
  session.index = index
  const check = () => {
    const frame = session.frame(session.asOf, 0)
    checkIds(index, survey.identified)
    checkBounds(index, survey.bounds, frame)
    runChecks(index, survey.checks, frame)
  }
  if (index.asGiven) index.asGiven.during(index.records, session, check)
  else check()
  taint(index)
  settle(index, survey.changing, session.frame(session.asOf, 0))
  session.renew() // what the checks cached was computed from untouched facts
}

/** The lists to be streamed are not missing but empty so far; records already in them would be counted twice. */
function expectStream(streamed: Scope, records: Records): void {
  const [early] = records.get(streamed)!
  if (early)
    throw new InputError('ledger', [
      {
        code: 'streamed-in-context',
        pointer: pointerTo(early),
        message: {
          zh: `“${streamed.label.zh}”逐条提供，所附台账中不应再有。请删去。`,
          en: `Records of ${streamed.label.en} are streamed one by one. Remove them from the ledger around them.`,
        },
      },
    ])
  for (const parent of records.get(streamed.parent!)!)
    if (!parent.children[streamed.childIndex]) parent.setList(streamed, [])
}

const NONE: Index['incomplete'] = new Map()

/** Those of some scopes, beside what is known of others; parents stand before children. */
function incompleteScopes(
  scopes: readonly Scope[],
  records: Records,
  around: Index['incomplete'],
): Index['incomplete'] {
  let incomplete: Map<Scope, readonly Subject[]> | undefined
  for (const scope of scopes)
    for (const child of scope.children) {
      const lacking = lackingList(records.get(scope)!, child.childIndex)
      if (lacking.length > 0 || incomplete?.has(scope)) (incomplete ??= new Map(around)).set(child, lacking)
    }
  return incomplete ?? around
}

const NOBODY: readonly Subject[] = []

function lackingList(subjects: readonly Subject[], childIndex: number): readonly Subject[] {
  let lacking: Subject[] | undefined
  for (const subject of subjects) if (subject.children[childIndex] === undefined) (lacking ??= []).push(subject)
  return lacking ?? NOBODY
}

/**
 * What a streamed record refers to does not hold on to it. Which streamed record is referred to stays open: others may
 * have the same id, and most are not there.
 */
function link(
  { names, records, view, incomplete, undecided, conflicts }: Index,
  { fact, target, place }: Reference,
): void {
  const passing = view?.isStreamed(fact.scope) ?? false
  const leadsToStream = view?.isStreamed(target) ?? false
  const open: Subject[] = []
  for (const subject of records.get(fact.scope)!) {
    const value = subject.values[fact.slot]!
    if (value === null) {
      subject.setLink(fact, null)
      continue
    }
    const found = isUnknown(value) || leadsToStream ? NOBODY : names.find(target, value)
    if (found.length === 1) {
      subject.setLink(fact, found[0]!)
      if (!passing) found[0]!.referrers[place]!.push(subject)
      continue
    }
    open.push(subject)
    const mayBeElsewhere = leadsToStream || (found.length === 0 && incomplete.has(target))
    if (!isUnknown(value) && !mayBeElsewhere) conflicts.push({ check: 'reference', subject, facts: [fact] })
  }
  if (open.length > 0) undecided.set(fact, open)
}
