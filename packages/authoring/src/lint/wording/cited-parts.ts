import { nodesOf, type Basis, type Node, type PlannedRequirement } from '@tiaoli/engine/plan'

/** A part of a requirement that cites. */
export interface CitedPart {
  name: string
  citing: { clauses?: readonly string[] | undefined; basis?: readonly Basis[] | undefined }
  roots: readonly Node[]
}

/** A requirement, its exceptions and its notes, each with what it cites and what it asks. */
export function citedParts(requirement: PlannedRequirement): [CitedPart, ...CitedPart[]] {
  const { id, entry, steps, unless, notes } = requirement
  const own = { ...requirement, steps: steps.filter(({ exception }) => !exception), unless: [], notes: [] }
  return [
    { name: id, citing: entry, roots: nodesOf(own) },
    ...[...unless, ...notes].map((part) => ({
      name: `${id}/${part.entry.id}`,
      citing: part.entry,
      roots: [part.when],
    })),
  ]
}
