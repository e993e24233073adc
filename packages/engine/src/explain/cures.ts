import { canGather } from '../compile/aggregate.ts'
import { decide, outcomesIn, runCompiled, type Outcome } from '../evaluate/decide.ts'
import type { Frame, Session } from '../evaluate/frame.ts'
import { pointerTo, Subject } from '../ledger/subject.ts'
import { pointerOf } from '../load/pointer.ts'
import type { AggregateExpression, ConditionNode, Expression, LeafNode } from '../model/expression.ts'
import type { Given } from '../model/fact.ts'
import type { Plan, PlannedRequirement } from '../model/plan.ts'
import { isWithin } from '../model/scope.ts'
import { childrenOf, everythingIn, nodesOf } from '../model/walk.ts'
import type { Cure } from '../report.ts'
import { isUnknown, leastOf, greatestOf, type Value } from '../values/value.ts'
import { because } from './because.ts'
import { capital, inWords, show } from './show.ts'

/** The search is bounded: this many steps; this many ways for a condition, of this many changes each; this many shown. */
const STEPS = 1000
const WAYS = 8
const CHANGES = 5
const SHOWN = 3

/** One fact set to another value, in a record of the ledger or in one to be added. */
interface Change {
  subject: Subject
  fact: Given
  to: Value
  /** The record is not in the ledger yet. */
  added: boolean
}

type Way = readonly Change[]

/** A search under way, with the conditions it may still look at. */
interface Search {
  readonly frame: Frame
  steps: number
}

/**
 * The smallest changes that would settle a requirement: of its own facts, then through each exception.
 * Every way is tried on the ledger before it is shown, and what it leads to is stated.
 */
export function curesOf(plan: Plan, requirement: PlannedRequirement, subject: Subject, frame: Frame): Cure[] {
  const { requires, unless } = requirement
  if (!requires || looksAround(requirement)) return []
  const situation = situationOf(requirement, subject, frame)
  const direct = settling(plan, requirement, subject, frame, waysTo(requires, true, subject, { frame, steps: STEPS }), [
    'met',
    'met_late',
  ]).filter(({ changes }) => changes.every(({ fact }) => !situation.has(fact)))
  const byException = unless.flatMap(({ entry, when }) =>
    entry.status === 'exempted'
      ? settling(plan, requirement, subject, frame, waysTo(when, true, subject, { frame, steps: STEPS }), ['exempted'])
          .slice(0, 1)
          .map((cure) => ({ ...cure, exception: entry.id }))
      : [],
  )
  return [...direct.slice(0, SHOWN), ...byException]
}

const lookers = new WeakMap<PlannedRequirement, boolean>()

/** A formula over records that are not the subject's own would be computed again for every trial: no trials then. */
function looksAround(requirement: PlannedRequirement): boolean {
  let looks = lookers.get(requirement)
  if (looks === undefined) {
    const nodes = [...everythingIn(nodesOf(requirement))]
    looks = nodes.some((node) => node.kind === 'aggregate' && !isWithin(node.from, requirement.subject))
    lookers.set(requirement, looks)
  }
  return looks
}

/** Facts that make the requirement apply describe the situation: to restate them is no remedy. */
function situationOf({ applies }: PlannedRequirement, subject: Subject, frame: Frame): ReadonlySet<string> {
  const reasons = applies ? because('applies', applies, subject, frame) : []
  return new Set(reasons.flatMap(({ fact, expectedFact }) => (expectedFact ? [fact, expectedFact] : [fact])))
}

function settling(
  plan: Plan,
  requirement: PlannedRequirement,
  subject: Subject,
  frame: Frame,
  ways: readonly Way[],
  wanted: readonly Outcome[],
): Cure[] {
  const bySize = [...ways].sort((a, b) => a.length - b.length)
  return bySize.flatMap((way): Cure[] => {
    const outcome = way.length > 0 && tried(plan, requirement, subject, frame, way)
    return outcome && wanted.includes(outcome) ? [{ changes: way.map(described), leadsTo: outcome }] : []
  })
}

/** Makes the changes, decides, and takes them back; undefined where the outcome stays open or checks fail. */
function tried(
  plan: Plan,
  requirement: PlannedRequirement,
  subject: Subject,
  frame: Frame,
  way: Way,
): Outcome | undefined {
  const { session } = frame
  const before = way.map(({ subject: changed, fact }) => changed.values[fact.slot]!)
  const added = new Set(way.filter((change) => change.added).map((change) => change.subject))
  for (const { subject: changed, fact, to } of way) changed.values[fact.slot] = to
  for (const record of added) record.parent!.children[record.scope.childIndex]!.push(record)
  const outcomes = session.aside(() => {
    const again = session.frame(frame.at, frame.year)
    const touched = new Set(way.map((change) => change.subject))
    const consistent = [...touched].every((record) => boundsHold(record, again) && checksHold(plan, record, again))
    return consistent ? outcomesIn(decide(requirement, subject, again, runCompiled)) : []
  })
  for (const record of added) record.parent!.children[record.scope.childIndex]!.pop()
  for (const [i, { subject: changed, fact }] of way.entries()) changed.values[fact.slot] = before[i]!
  return outcomes.length === 1 ? outcomes[0] : undefined
}

/** Of every fact of the record: one that did not change may be bounded by one that did. */
function boundsHold(subject: Subject, frame: Frame): boolean {
  return subject.scope.given.every((fact) => withinBounds(fact, subject, frame))
}

function withinBounds(fact: Given, subject: Subject, frame: Frame): boolean {
  const value = subject.values[fact.slot]!
  const { min, max, equals } = fact
  if (!min && !max && !equals) return true
  const limit = (bound: Expression | undefined) => bound?.run(subject, frame) ?? null
  const [least, greatest, same] = [limit(min), limit(max), limit(equals)]
  if (value === null || isUnknown(value)) return true
  return (
    (least === null || (value as number) >= leastOf(least)) &&
    (greatest === null || (value as number) <= greatestOf(greatest)) &&
    (same === null || isUnknown(same) || same === value)
  )
}

function checksHold(plan: Plan, subject: Subject, frame: Frame): boolean {
  return plan.checks.every(
    (check) => !('holds' in check) || check.scope !== subject.scope || check.holds.run(subject, frame) !== false,
  )
}

function described({ subject, fact, to, added }: Change): Cure['changes'][number] {
  const record = pointerTo(subject) // an added record stands behind those there are
  const from = added ? undefined : show(fact.type, subject.values[fact.slot]!)
  const words = inWords(fact, to)
  const scope = subject.scope.label
  return {
    pointer: `${record}${pointerOf(fact.path)}`,
    fact: fact.name,
    ...(from === undefined ? {} : { from }),
    to: show(fact.type, to) ?? null,
    text: added
      ? {
          zh: `新增${scope.zh}，“${fact.label.zh}”应为${words.zh}`,
          en: `One more ${scope.en}, with ${fact.label.en}: ${words.en}`,
        }
      : { zh: `“${fact.label.zh}”应为${words.zh}`, en: `${capital(fact.label.en)}: should be ${words.en}` },
  }
}

/** Ways to make a condition true or false. None needed is one empty way; none found is no way. */
function waysTo(node: ConditionNode, want: boolean, subject: Subject, search: Search): Way[] {
  if (node.run(subject, search.frame) === want) return [[]]
  if (search.steps-- <= 0) return []
  if (node.kind === 'not') return waysTo(node.child, !want, subject, search)
  if (node.kind === 'leaf') return waysOfLeaf(node, want, subject, search)
  const ways = childrenOf(node).map((child) => waysTo(child, want, subject, search))
  const anyWill = (node.kind === 'any') === want
  return anyWill ? ways.flat().slice(0, WAYS) : ways.reduce<Way[]>(product, [[]])
}

function product(left: Way[], right: Way[]): Way[] {
  const both = left.flatMap((a) => right.map((b) => merge(a, b))).filter((way) => way !== undefined)
  return both.sort((a, b) => a.length - b.length).slice(0, WAYS)
}

/** Two ways together; undefined where they set one fact differently or are too many. */
function merge(a: Way, b: Way): Way | undefined {
  const fresh = b.filter((change) => !a.some((known) => known.subject === change.subject && known.fact === change.fact))
  const clash = b.some((change) =>
    a.some((known) => known.subject === change.subject && known.fact === change.fact && known.to !== change.to),
  )
  return clash || a.length + fresh.length > CHANGES ? undefined : [...a, ...fresh]
}

function waysOfLeaf(leaf: LeafNode, want: boolean, subject: Subject, search: Search): Way[] {
  const right = leaf.right.kind === 'list' ? leaf.right.values : leaf.right.run(subject, search.frame)
  const ways = waysOfSide(
    leaf.left,
    (value) => leaf.test(value, right) === want,
    pool(leaf, right, search),
    subject,
    search,
  )
  const leftIsGiven = leaf.left.kind === 'fact' && leaf.left.fact.kind === 'given'
  if (leftIsGiven || ways.length > 0 || leaf.right.kind === 'list' || leaf.right.kind === 'constant') return ways
  const left = leaf.left.run(subject, search.frame)
  return waysOfSide(leaf.right, (value) => leaf.test(left, value) === want, [left], subject, search)
}

function waysOfSide(
  side: Expression,
  fits: (value: Value) => boolean,
  candidates: readonly Value[],
  subject: Subject,
  search: Search,
): Way[] {
  if (side.kind !== 'fact') return []
  const target = side.route.follow(subject, search.frame)
  if (!(target instanceof Subject)) return []
  const { fact } = side
  if (fact.kind === 'given') {
    if (fact.type === 'reference' || fact.isKey) return [] // where a record belongs is no fact to be mended
    return suited(fact, candidates, search.frame.session)
      .filter(fits)
      .slice(0, 2)
      .map((to) => [{ subject: target, fact, to, added: target.isAdded }])
  }
  if (fact.formula.kind === 'when') {
    const want = fits(true) ? true : fits(false) ? false : undefined
    return want === undefined ? [] : waysTo(fact.formula.condition, want, target, search)
  }
  return fact.formula.kind === 'aggregate' && fact.formula.name === 'some' && fits(true)
    ? waysToSome(fact.formula, target, search)
    : []
}

/** Mends one of the records, or adds one. */
function waysToSome({ from, over, where }: AggregateExpression, subject: Subject, search: Search): Way[] {
  const records = subject.children[over.childIndex]
  if (!where || !canGather(from, over) || over.parent !== from || !isWithin(over, from) || !records) return []
  const mended = records.slice(0, SHOWN).flatMap((record) => waysTo(where, true, record, search).slice(0, 1))
  const blank = new Subject(over, subject, records.length)
  blank.isAdded = true
  const added = waysTo(where, true, blank, search).slice(0, 1)
  return [...mended, ...added].slice(0, WAYS)
}

/** Values worth trying for a leaf: what it is compared with, what lies beside that, and what the fact can be. */
function pool(leaf: LeafNode, right: Value | readonly Value[], { frame: { session } }: Search): Value[] {
  const { about } = leaf
  const others = Array.isArray(right) ? (right as Value[]) : [right as Value]
  const beside = others.flatMap((value): Value[] =>
    typeof value === 'number' ? [value, value + 1, value - 1] : [value],
  )
  if (about.type === 'boolean') return [true, false]
  const today = about.type === 'date' ? [session.asOf] : []
  return [...beside, ...today, ...(about.values?.keys() ?? [])]
}

function suited(fact: Given, candidates: readonly Value[], { asOf }: Session): Value[] {
  const none: Value[] = fact.nullable ? [null] : []
  return [...new Set<Value>([...candidates, ...(fact.values?.keys() ?? []), ...none])].filter((value) => {
    if (isUnknown(value) || (value === null && !fact.nullable)) return false
    const ahead = fact.type === 'date' && !fact.future && typeof value === 'number' && value > asOf
    return !ahead
  })
}
