import type { Given } from '../model/fact.ts'
import type { Plan } from '../model/plan.ts'
import { isWithin, type Scope } from '../model/scope.ts'
import type { Frame, Session } from '../evaluate/frame.ts'
import { between, greatestOf, isCertain, isUnknown, leastOf, UNKNOWN, type Value } from '../values/value.ts'
import { OPERATORS, type Test } from '../values/operator.ts'
import type { Expression } from '../model/expression.ts'
import { readLedger, readRecord, type Records } from './read-ledger.ts'
import { InputError } from '../errors.ts'
import { pointerTo, Subject } from './subject.ts'

/** A consistency check that failed, or a bound or reference that does not hold. */
export interface Conflict {
  /** The check's id; `bound` or `reference` for what the catalogue itself declares. */
  check: string
  subject: Subject
  facts: Given[]
}

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
    named: namedRecords(plan, records),
    undecided: new Map(),
    incomplete: incompleteScopes(plan, records),
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
  const index: Index = {
    root: around.root,
    records,
    named: new Map([...around.named, ...[...namedRecords(plan, records)].filter(([target]) => isWithin(target, scope))]),
    undecided: new Map(),
    incomplete: incompleteScopes(plan, records),
    conflicts: [],
    streamed: scope,
  }
  settleRecords(plan, index, session)
  return { subject, index }
}

/**
 * References in one pass, then every check on the facts as given, then all taints at once, so that the order of
 * checks never matters; last, dates after `asOf` become none and bounds narrow what is unknown.
 */
function settleRecords(plan: Plan, index: Index, session: Session): void {
  const givenFacts = givenFactsOf(plan)
  for (const fact of givenFacts) if (fact.to) link(index, fact)
  session.index = index
  const frame = session.frame(session.asOf, 0)
  checkBounds(index, givenFacts, frame)
  runChecks(index, plan, frame)
  taint(index)
  settle(index, givenFacts, frame)
  session.renew() // what the checks cached was computed from untouched facts
}

const givenFacts = new WeakMap<Plan, readonly Given[]>()

function givenFactsOf(plan: Plan): readonly Given[] {
  const known = givenFacts.get(plan)
  if (known) return known
  const facts = [...plan.facts.values()].filter((fact) => fact.kind === 'given')
  givenFacts.set(plan, facts)
  return facts
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

function namedRecords(plan: Plan, records: Records): Index['named'] {
  const named = new Map<Scope, Map<Value, Subject[]>>()
  for (const scope of plan.scopes.values()) {
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

function incompleteScopes(plan: Plan, records: Records): Index['incomplete'] {
  const incomplete = new Map<Scope, Subject[]>()
  for (const scope of plan.scopes.values()) // parents before children
    for (const child of scope.children) {
      const lacking = child.keyed
        ? []
        : records.get(scope)!.filter((subject) => subject.children[child.childIndex] === undefined)
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
    if (!isUnknown(value)) index.conflicts.push({ check: 'reference', subject, facts: [fact] })
  }
  if (undecided.length > 0) index.undecided.set(fact, undecided)
}

/** Bounds are checks where the value is known. */
function checkBounds(index: Index, facts: readonly Given[], frame: Frame): void {
  for (const fact of facts) {
    for (const [bound, holds] of boundsOf(fact))
      for (const subject of index.records.get(fact.scope)!) {
        const value = subject.values[fact.slot]!
        if (value === null || isUnknown(value)) continue
        const limit = bound.run(subject, frame)
        if (limit !== null && holds(value, limit) === false)
          index.conflicts.push({ check: 'bound', subject, facts: [fact, ...givenIn(bound)] })
      }
  }
}

function boundsOf({ min, max, equals }: Given): [Expression, Test][] {
  const bounds: [Expression | undefined, Test][] = [
    [min, OPERATORS.greaterThanInclusive],
    [max, OPERATORS.lessThanInclusive],
    [equals, OPERATORS.equal],
  ]
  return bounds.filter((bound): bound is [Expression, Test] => bound[0] !== undefined)
}

function givenIn(bound: Expression): Given[] {
  if (bound.kind === 'fact') return bound.fact.kind === 'given' ? [bound.fact] : []
  return bound.kind === 'arithmetic' ? bound.operands.flatMap(givenIn) : []
}

function runChecks(index: Index, plan: Plan, frame: Frame): void {
  for (const check of plan.checks) {
    const subjects = index.records.get(check.scope)!
    const fail = (subject: Subject) => index.conflicts.push({ check: check.entry.id, subject, facts: [...check.taints] })
    if ('holds' in check) {
      for (const subject of subjects) if (check.holds.run(subject, frame) === false) fail(subject)
      continue
    }
    const holders = new Map<Value, Subject[]>()
    for (const subject of subjects) {
      const value = subject.values[check.unique.slot]!
      if (value === null || isUnknown(value)) continue
      const before = holders.get(value)
      if (before) before.push(subject)
      else holders.set(value, [subject])
    }
    for (const shared of holders.values()) if (shared.length > 1) shared.forEach(fail)
  }
}

/** Makes the facts of failed checks unknown; a tainted reference is cut both ways. */
function taint(index: Index): void {
  const cut = new Map<Subject, Set<Given>>()
  for (const { check, subject, facts } of index.conflicts) {
    for (const fact of facts) {
      subject.conflicts ??= new Map()
      const failed = subject.conflicts.get(fact.slot)
      if (failed) failed.push(check)
      else subject.conflicts.set(fact.slot, [check])
      subject.values[fact.slot] = fact.scope.blank[fact.slot]!
      const target = fact.to && subject.links[fact.linkIndex]
      if (!(target instanceof Subject)) continue
      cut.set(target, (cut.get(target) ?? new Set()).add(fact))
      subject.links[fact.linkIndex] = UNKNOWN
      const before = index.undecided.get(fact)
      if (before) before.push(subject)
      else index.undecided.set(fact, [subject])
    }
  }
  for (const [target, facts] of cut)
    for (const fact of facts) {
      const place = fact.to!.referredBy.indexOf(fact)
      target.referrers[place] = target.referrers[place]!.filter((subject) => subject.links[fact.linkIndex] === target)
    }
}

/** Dates that lie ahead have not happened; what is unknown is narrowed by its bounds. */
function settle(index: Index, facts: readonly Given[], frame: Frame): void {
  const narrowed: [Subject, number, Value][] = []
  for (const fact of facts) {
    const { slot } = fact
    const bounded = fact.min !== undefined || fact.max !== undefined || fact.equals !== undefined
    const elapsing = fact.type === 'date' && !fact.future
    if (!elapsing && !bounded) continue
    for (const subject of index.records.get(fact.scope)!) {
      const value = subject.values[slot]!
      if (isUnknown(value)) {
        if (bounded) narrowed.push([subject, slot, narrow(fact, subject, frame)])
      } else if (elapsing && (value as number) > frame.session.asOf) subject.values[slot] = null
    }
  }
  // Bounds read the facts as given; only now are they replaced.
  for (const [subject, slot, value] of narrowed) subject.values[slot] = value
}

function narrow(fact: Given, subject: Subject, frame: Frame): Value {
  const bounds = [fact.min, fact.max, fact.equals].map((bound) => bound?.run(subject, frame))
  const [min, max, equals] = bounds
  const least = Math.max(lower(min), lower(equals))
  const greatest = Math.min(upper(max), upper(equals))
  const blank = fact.scope.blank[fact.slot]!
  return least > greatest ? blank : between(least, greatest, isCertain(blank))
}

const lower = (value: Value | undefined) => (value === undefined || value === null ? -Infinity : leastOf(value))
const upper = (value: Value | undefined) => (value === undefined || value === null ? Infinity : greatestOf(value))

