import { InputError } from '../errors.ts'
import type { Session } from '../model/frame.ts'
import type { Given } from '../model/fact.ts'
import type { Plan } from '../model/plan.ts'
import { isWithin, type Scope } from '../model/scope.ts'
import { isUnknown } from '../values/value.ts'
import { checkBounds, runChecks, taint, type Conflict } from './checks.ts'
import { Names } from './names.ts'
import { noRecords, readInto, type Records } from './read-ledger.ts'
import { settle } from './settle.ts'
import { pointerTo, type Subject } from './subject.ts'
import { surveyOf, type Reference, type Survey } from './survey.ts'

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
  /** The scope that comes one record at a time: what its records refer to outside must not hold on to them. */
  readonly streamed: Scope | undefined
}

const surveys = new WeakMap<Plan, Survey>()

/** Reads and indexes a ledger. `streamed` is a scope whose records come later, one at a time. */
export function indexLedger(plan: Plan, ledger: unknown, session: Session, streamed?: Scope): Index {
  let survey = surveys.get(plan)
  if (!survey) surveys.set(plan, (survey = surveyOf(plan, [...plan.scopes.values()])))
  const records = noRecords(survey.scopes)
  const root = readInto(records, plan.root, undefined, 0, ledger)
  if (streamed) expectStream(streamed, records)
  const index: Index = {
    root,
    records,
    names: new Names(survey.named, records),
    undecided: new Map(),
    incomplete: incompleteScopes(survey.scopes, records, NONE),
    conflicts: [],
    streamed: undefined,
  }
  settleRecords(survey, index, session)
  return index
}

/** Indexes the records of one scope, each by itself with what stands below it, beside the ledger around them. */
export class StreamIndex {
  readonly #survey: Survey
  readonly #around: Index
  readonly #session: Session
  readonly #scope: Scope
  /** One list a scope; those below the streamed scope are begun anew for each record. */
  readonly #records: Map<Scope, Subject[]>

  constructor(plan: Plan, around: Index, session: Session, scope: Scope) {
    const scopes = [...plan.scopes.values()]
    this.#survey = surveyOf(
      plan,
      scopes.filter((item) => isWithin(item, scope)),
    )
    this.#around = around
    this.#session = session
    this.#scope = scope
    this.#records = noRecords(scopes)
  }

  /** Reads a record and makes it the session's ledger, until the next takes its place. */
  take(parent: Subject, position: number, raw: unknown): { subject: Subject; records: Records } {
    const around = this.#around
    const { scopes, named } = this.#survey
    const records = this.#records
    for (const scope of scopes) if (records.get(scope)!.length > 0) records.set(scope, [])
    const subject = readInto(records, this.#scope, parent, position, raw)
    const index: Index = {
      root: around.root,
      records,
      names: new Names(named, records, around.names),
      undecided: new Map(),
      incomplete: incompleteScopes(scopes, records, around.incomplete),
      conflicts: [],
      streamed: this.#scope,
    }
    settleRecords(this.#survey, index, this.#session)
    return { subject, records }
  }
}

/**
 * References in one pass, then every check on the facts as given, then all taints at once, so that the order of
 * checks never matters; last, dates after `asOf` become none and bounds narrow what is unknown.
 */
function settleRecords(survey: Survey, index: Index, session: Session): void {
  for (const fact of survey.references) link(index, fact)
  session.index = index
  const frame = session.frame(session.asOf, 0)
  checkBounds(index, survey.bounds, frame)
  runChecks(index, survey.checks, frame)
  taint(index)
  settle(index, survey.changing, frame)
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

function link(index: Index, { fact, target, place }: Reference): void {
  const undecided: Subject[] = []
  for (const subject of index.records.get(fact.scope)!) {
    const value = subject.values[fact.slot]!
    if (value === null) {
      subject.setLink(fact, null)
      continue
    }
    const found = isUnknown(value) ? NOBODY : index.names.find(target, value)
    if (found.length === 1) {
      subject.setLink(fact, found[0]!)
      if (!index.streamed || isWithin(target, index.streamed)) found[0]!.referrers[place]!.push(subject)
      continue
    }
    undecided.push(subject)
    const mayBeElsewhere = found.length === 0 && index.incomplete.has(target)
    if (!isUnknown(value) && !mayBeElsewhere) index.conflicts.push({ check: 'reference', subject, facts: [fact] })
  }
  if (undecided.length > 0) index.undecided.set(fact, undecided)
}
