import { InputError } from '../errors.ts'
import type { Session } from '../evaluate/frame.ts'
import type { Given } from '../model/fact.ts'
import type { Plan } from '../model/plan.ts'
import { isWithin, type Scope } from '../model/scope.ts'
import { isUnknown, type Value } from '../values/value.ts'
import { boundsOf, checkBounds, runChecks, taint, type Bounded, type Conflict } from './checks.ts'
import { readLedger, readRecord, type Records } from './read-ledger.ts'
import { settle } from './settle.ts'
import { pointerTo, type Subject } from './subject.ts'

/** The records of a ledger with what leads from one to another. */
export interface Index {
  readonly root: Subject
  readonly records: Records
  /** By scope that is referred to: its records by id. */
  readonly named: ReadonlyMap<Scope, ReadonlyMap<Value, readonly Subject[]>>
  /** By reference fact: the records of which it is not known where they belong. */
  readonly undecided: Map<Given, Subject[]>
  /** By scope: the records whose list of it was not given. A scope below such a list is open too. */
  readonly incomplete: ReadonlyMap<Scope, readonly Subject[]>
  readonly conflicts: Conflict[]
  /** The scope that comes one record at a time: what its records refer to outside must not hold on to them. */
  readonly streamed: Scope | undefined
}

/** Reads and indexes a ledger. `streamed` is a scope whose records come later, one at a time. */
export function indexLedger(plan: Plan, ledger: unknown, session: Session, streamed?: Scope): Index {
  const { root, records } = readLedger(plan.root, plan.scopes.values(), ledger)
  if (streamed) expectStream(streamed, records)
  const index: Index = {
    root,
    records,
    named: namedRecords(plan.scopes.values(), records),
    undecided: new Map(),
    incomplete: incompleteScopes(plan.scopes.values(), records),
    conflicts: [],
    streamed: undefined,
  }
  settleRecords(plan, index, session)
  return index
}

/** Indexes one streamed record with what stands below it, beside the ledger around it. */
export function indexRecord(
  plan: Plan,
  around: Index,
  session: Session,
  { scope, parent, position, raw }: { scope: Scope; parent: Subject; position: number; raw: unknown },
): { subject: Subject; index: Index } {
  const { subject, records } = readRecord(scope, plan.scopes.values(), parent, position, raw)
  const below = scopesWithin(plan, scope)
  const index: Index = {
    root: around.root,
    records,
    named: joined(around.named, namedRecords(below, records)),
    undecided: new Map(),
    incomplete: joined(around.incomplete, incompleteScopes(below, records)),
    conflicts: [],
    streamed: scope,
  }
  settleRecords(plan, index, session)
  return { subject, index }
}

function joined<K, V>(first: ReadonlyMap<K, V>, second: ReadonlyMap<K, V>): ReadonlyMap<K, V> {
  return second.size === 0 ? first : new Map([...first, ...second])
}

const within = new WeakMap<Scope, readonly Scope[]>()

function scopesWithin(plan: Plan, scope: Scope): readonly Scope[] {
  let scopes = within.get(scope)
  if (!scopes) within.set(scope, (scopes = [...plan.scopes.values()].filter((item) => isWithin(item, scope))))
  return scopes
}

/**
 * References in one pass, then every check on the facts as given, then all taints at once, so that the order of
 * checks never matters; last, dates after `asOf` become none and bounds narrow what is unknown.
 */
function settleRecords(plan: Plan, index: Index, session: Session): void {
  const { references, bounded } = givenFactsOf(plan)
  for (const fact of references) link(index, fact)
  session.index = index
  const frame = session.frame(session.asOf, 0)
  checkBounds(index, bounded, frame)
  runChecks(index, plan, frame)
  taint(index)
  settle(index, plan.scopes.values(), frame)
  session.renew() // what the checks cached was computed from untouched facts
}

interface GivenFacts {
  references: readonly Given[]
  bounded: readonly Bounded[]
}

const givenFacts = new WeakMap<Plan, GivenFacts>()

function givenFactsOf(plan: Plan): GivenFacts {
  let known = givenFacts.get(plan)
  if (!known) {
    const facts = [...plan.facts.values()].filter((fact) => fact.kind === 'given')
    known = { references: facts.filter(({ to }) => to), bounded: facts.flatMap(boundsOf) }
    givenFacts.set(plan, known)
  }
  return known
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
  for (const parent of records.get(streamed.parent!)!) parent.children[streamed.childIndex] ??= []
}

function namedRecords(scopes: Iterable<Scope>, records: Records): Index['named'] {
  const named = new Map<Scope, Map<Value, Subject[]>>()
  for (const scope of scopes) {
    if (scope.referredBy.length === 0 || !scope.id) continue
    const byId = new Map<Value, Subject[]>()
    for (const subject of records.get(scope)!) {
      const id = subject.values[scope.id.slot]!
      const before = byId.get(id)
      if (before) before.push(subject)
      else byId.set(id, [subject])
    }
    named.set(scope, byId)
  }
  return named
}

function incompleteScopes(scopes: Iterable<Scope>, records: Records): Index['incomplete'] {
  const incomplete = new Map<Scope, Subject[]>()
  for (const scope of scopes)
    // parents before children
    for (const child of scope.children) {
      const lacking = records.get(scope)!.filter((subject) => subject.children[child.childIndex] === undefined)
      if (lacking.length > 0 || incomplete.has(scope)) incomplete.set(child, lacking)
    }
  return incomplete
}

function link(index: Index, fact: Given): void {
  const target = fact.to!
  const named = index.named.get(target)
  const place = target.referredBy.indexOf(fact)
  const undecided: Subject[] = []
  for (const subject of index.records.get(fact.scope)!) {
    const value = subject.values[fact.slot]!
    if (value === null) {
      subject.links[fact.linkIndex] = null
      continue
    }
    const found = isUnknown(value) ? [] : (named?.get(value) ?? [])
    if (found.length === 1) {
      subject.links[fact.linkIndex] = found[0]!
      if (!index.streamed || isWithin(target, index.streamed)) found[0]!.referrers[place]!.push(subject)
      continue
    }
    undecided.push(subject)
    const mayBeElsewhere = found.length === 0 && index.incomplete.has(target)
    if (!isUnknown(value) && !mayBeElsewhere) index.conflicts.push({ check: 'reference', subject, facts: [fact] })
  }
  if (undecided.length > 0) index.undecided.set(fact, undecided)
}
