import { decide, frameFor, outcomesIn, runCompiled, type Outcome } from '../evaluate/decide.ts'
import type { Frame } from '../evaluate/frame.ts'
import { pointerTo, type Subject } from '../ledger/subject.ts'
import { pointerOf } from '../load/pointer.ts'
import type { Given } from '../model/fact.ts'
import type { Plan, PlannedRequirement } from '../model/plan.ts'
import { isWithin } from '../model/scope.ts'
import { everythingIn, nodesOf } from '../model/walk.ts'
import type { Cure } from '../report.ts'
import { because } from './because.ts'
import { constraintsOn, isUnique } from './constraints.ts'
import { groupsAround } from './groups.ts'
import { waysToHold, type Change, type Way } from './cure-search.ts'
import { partsOf, type Parts } from './outlines.ts'
import type { Value } from '../values/value.ts'
import { capital, inWords, quoted, show } from './show.ts'

/** How many ways are shown besides the exceptions. */
const SHOWN = 3

/**
 * The smallest changes that would settle a requirement: of its own facts, then through each exception.
 * Every way is tried on the ledger before it is shown, and what it leads to is stated.
 */
export function curesOf(plan: Plan, requirement: PlannedRequirement, subject: Subject, frame: Frame): Cure[] {
  const { requires, unless } = requirement
  if (!requires || looksAround(requirement)) return []
  const situation = situationOf(partsOf(plan, requirement), subject, frame)
  const direct = settling(plan, requirement, subject, frame, waysToHold(requires, subject, frame), [
    'met',
    'met_late',
  ]).filter(({ changes }) => changes.every(({ fact }) => !situation.has(fact)))
  const byException = unless.flatMap(({ entry, when }) =>
    entry.status === 'exempted'
      ? settling(plan, requirement, subject, frame, waysToHold(when, subject, frame), ['exempted'])
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
function situationOf({ applies }: Parts, subject: Subject, frame: Frame): ReadonlySet<string> {
  const reasons = applies ? because(applies, subject, frame) : []
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
  const effects = [...way.flatMap(reopened), ...way]
  const before = effects.map(({ subject: changed, fact }) => changed.values[fact.slot]!)
  const added = new Set(way.filter((change) => change.added).map((change) => change.subject))
  for (const { subject: changed, fact, to } of effects) changed.values[fact.slot] = to
  for (const record of added) record.parent!.children[record.scope.childIndex]!.push(record)
  const outcomes = session.aside(() => {
    const again = frameFor(requirement, subject, session.frame(session.asOf, frame.year))
    const now = session.frame(session.asOf, 0)
    const consistent = way.every(({ subject: changed, fact }) => agrees(plan, changed, fact, now))
    return consistent ? outcomesIn(decide(requirement, subject, again, runCompiled)) : []
  })
  for (const record of added) record.parent!.children[record.scope.childIndex]!.pop()
  for (const [i, { subject: changed, fact }] of effects.entries()) changed.values[fact.slot] = before[i]!
  return outcomes.length === 1 ? outcomes[0] : undefined
}

/** Where a group is none as a whole, to give one of its facts is to say that there is one: the others are then open. */
function reopened({ subject, fact, to }: Change): { subject: Subject; fact: Given; to: Value }[] {
  if (to === null) return []
  const group = groupsAround(fact).find((facts) => facts.every(({ slot }) => subject.values[slot] === null))
  return (group ?? []).map((other) => ({ subject, fact: other, to: subject.scope.blank[other.slot]! }))
}

/** Whether a changed fact breaks no check and no bound, of its own or of facts that did not change. */
function agrees(plan: Plan, subject: Subject, fact: Given, frame: Frame): boolean {
  const constraints = constraintsOn(plan, subject, fact)
  if (!constraints || !isUnique(plan, subject, fact, frame.session)) return false
  return constraints.every(({ node, subject: record }) => {
    const truth = node.run(record, frame)
    // Facts that contradict each other are unknown, but what was given still counts once the others change.
    return truth === true || (truth === undefined && record.conflicts === undefined)
  })
}

function described({ subject, fact, to, added }: Change): Cure['changes'][number] {
  const record = pointerTo(subject) // an added record stands behind those there are
  const from = added ? undefined : show(fact.type, subject.values[fact.slot]!)
  const words = inWords(fact, to)
  const scope = subject.scope.label
  const asked = `${quoted(fact.label.zh)}应为${typeof to === 'boolean' ? quoted(words.zh) : words.zh}`
  return {
    pointer: `${record}${pointerOf(fact.path)}`,
    fact: fact.name,
    ...(from === undefined ? {} : { from }),
    to: show(fact.type, to) ?? null,
    text: added
      ? {
          zh: `新增${scope.zh}，${asked}`,
          en: `One more ${scope.en}, with ${fact.label.en}: ${words.en}`,
        }
      : { zh: asked, en: `${capital(fact.label.en)}: should be ${words.en}` },
  }
}
