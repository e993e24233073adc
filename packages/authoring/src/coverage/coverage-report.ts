import type { Status } from '@tiaoli/engine'
import { everythingIn, nodesOf, type Fact, type SourcePlace, type PlannedRequirement } from '@tiaoli/engine/plan'
import type { Step } from '@tiaoli/engine/runtime'
import type { LoadedPack } from '../load-or-throw.ts'
import { epochsOf, type EpochCoverage } from './epochs.ts'
import { leavesAt, leavesInside, leavesOf, type NamedLeaf } from './leaves.ts'
import { Possible } from './possible.ts'
import type { Seen, Tally } from './tally.ts'

export interface LeafCoverage {
  /** As in the ids of mutants: `one-shoulder/unless/consented/when`. */
  readonly id: string
  readonly place: SourcePlace
  /** What the leaf can be, and the cases in which it was. */
  readonly truths: readonly ({ readonly truth: 'true' | 'false' | 'unknown' } & Seen)[]
}

export interface RequirementCoverage {
  readonly id: string
  readonly place: SourcePlace
  /** The statuses it can have, and the cases that expect and reach each. */
  readonly statuses: readonly ({ readonly status: Status } & Seen)[]
  readonly leaves: readonly LeafCoverage[]
  /** The cases in which each exception gave the status. */
  readonly exceptions: readonly ({ readonly id: string } & Seen)[]
  readonly notes: readonly { readonly id: string; readonly shown: Seen; readonly notShown: Seen }[]
}

/** What the cases of a pack show of it: only what a case expects something of counts as shown. */
export interface Coverage {
  readonly pack: string
  readonly requirements: readonly RequirementCoverage[]
  /** The leaves of the conditions of derived facts. */
  readonly facts: readonly { readonly fact: string; readonly leaves: readonly LeafCoverage[] }[]
  readonly epochs: readonly EpochCoverage[]
  /** Everything that can be shown and is not. */
  readonly gaps: readonly Gap[]
}

/** Something that no case shows. */
export interface Gap {
  readonly kind: 'status' | 'leaf' | 'exception' | 'note' | 'epoch'
  /** The requirement, leaf, exception, note or value. */
  readonly id: string
  /** The status or truth that is not reached; `shown` or `not shown` of a note; `used` of an exception or value. */
  readonly lacks: string
  readonly place: SourcePlace
}

/** What was counted, beside what can be. */
export function coverageReport(pack: LoadedPack, tally: Tally): Coverage {
  const { plan, places } = pack
  // What no requirement depends on cannot be shown by any case.
  const dependedOn = new Set<Fact>()
  for (const node of everythingIn(plan.requirements.flatMap(nodesOf)))
    if (node.kind === 'fact') dependedOn.add(node.fact)
  const own = ({ pack: id }: { pack: string }) => id === plan.pack.id
  const requirements = plan.requirements.filter(own).map((requirement) => requirementCoverage(pack, requirement, tally))
  const facts = [...plan.facts.values()].filter(own).flatMap((fact) => {
    if (fact.kind !== 'derived' || !dependedOn.has(fact)) return []
    const named = leavesAt([fact.name], leavesInside(fact.formula))
    return [{ fact: fact.name, leaves: leafCoverage(pack, named, places.named('fact', fact.name), tally) }]
  })
  const epochs = epochsOf(pack, tally)
  return { pack: plan.pack.id, requirements, facts, epochs, gaps: gapsIn(requirements, facts, epochs) }
}

function requirementCoverage(pack: LoadedPack, requirement: PlannedRequirement, tally: Tally): RequirementCoverage {
  const { id, unless, notes } = requirement
  const place = pack.places.named('requirement', id)
  return {
    id,
    place,
    statuses: new Possible(pack.plan, requirement)
      .statuses()
      .map((status) => ({ status, ...tally.statuses(id, status) })),
    leaves: leafCoverage(pack, leavesAt([id], namedLeaves(requirement)), place, tally, requirement),
    exceptions: unless.map((exception) => ({ id: exception.entry.id, ...tally.exceptions(exception) })),
    notes: notes.map(({ entry }) => ({
      id: entry.id,
      shown: tally.notes(id, entry.id, true),
      notShown: tally.notes(id, entry.id, false),
    })),
  }
}

function namedLeaves({ steps, due, achievedOn, at, notes, figures }: PlannedRequirement): NamedLeaf[] {
  return [
    ...steps
      .filter(({ part }) => part !== 'horizon') // one day of the document, whatever the requirement
      .flatMap((step) => leavesAt(nameOf(step), leavesOf(step.condition))),
    ...Object.entries({ due, achievedOn, at }).flatMap(([part, node]) =>
      node ? leavesAt([part], leavesInside(node)) : [],
    ),
    ...notes.flatMap(({ entry, when }) => leavesAt(['notes', entry.id, 'when'], leavesOf(when))),
    ...figures.flatMap(({ name, expression }) => leavesAt(['figures', name], leavesInside(expression))),
  ]
}

/** What a step is called where it is written. */
function nameOf({ part, exception }: Step): string[] {
  if (exception) return [part, exception.entry.id, 'when']
  return [part === 'inForce' ? 'effective' : part]
}

/** `around` is the place of what the engine itself compares, such as the governing day. */
function leafCoverage(
  { plan, places }: LoadedPack,
  named: readonly NamedLeaf[],
  around: SourcePlace,
  tally: Tally,
  requirement?: PlannedRequirement,
): LeafCoverage[] {
  const possible = new Possible(plan, requirement)
  return named.map(({ leaf, at }) => ({
    id: at.join('/'),
    place: places.condition(leaf) ?? around,
    truths: possible.truths(leaf).map((truth) => ({ truth, ...tally.leaves(leaf, truth) })),
  }))
}

function gapsIn(
  requirements: Coverage['requirements'],
  facts: Coverage['facts'],
  epochs: readonly EpochCoverage[],
): Gap[] {
  const gap = (kind: Gap['kind'], id: string, lacks: string, place: SourcePlace, { cases }: Seen): Gap[] =>
    cases > 0 ? [] : [{ kind, id, lacks, place }]
  const leafGaps = ({ leaves }: { readonly leaves: readonly LeafCoverage[] }) =>
    leaves.flatMap(({ id, place, truths }) => truths.flatMap((seen) => gap('leaf', id, seen.truth, place, seen)))
  return [
    ...requirements.flatMap((requirement) => {
      const { id, place, statuses, exceptions, notes } = requirement
      return [
        ...statuses.flatMap((seen) => gap('status', id, seen.status, place, seen)),
        ...leafGaps(requirement),
        ...exceptions.flatMap((seen) => gap('exception', `${id}/unless/${seen.id}`, 'used', place, seen)),
        ...notes.flatMap((note) => [
          ...gap('note', `${id}/notes/${note.id}`, 'shown', place, note.shown),
          ...gap('note', `${id}/notes/${note.id}`, 'not shown', place, note.notShown),
        ]),
      ]
    }),
    ...facts.flatMap(leafGaps),
    ...epochs.flatMap((epoch) => gap('epoch', epoch.id, 'used', epoch.place, epoch)),
  ]
}
