import type { Policy } from '@tiaoli/engine'
import type { Plan, PlannedClause, PlannedRequirement } from '@tiaoli/engine/plan'
import { parameterValues } from './parameter-values.ts'

/** How a requirement comes to cite a clause. */
export type CitationWay = 'requirement' | 'exception' | 'note' | 'parameter'

/** One place of the pack that cites a clause. */
export interface Citer {
  way: CitationWay
  /** The requirement that cites it, itself or through what `id` names. */
  requirement: string
  /** The exception, note or parameter; the requirement itself where it cites the clause directly. */
  id: string
}

/** What encodes a clause; where nothing does, its `notEncoded` says why. */
export interface ClauseEncoding {
  clause: PlannedClause
  /** In the order of the pack, each once. */
  citers: readonly Citer[]
  /** The requirements among them, each once, in the order of the pack. */
  requirements: readonly string[]
  /** Cases of the pack that expect one of these requirements. */
  cases: number
}

/** For every clause of a pack and of those it uses, what encodes it, by its reference. */
export function clauseEncodings({ plan }: Pick<Policy, 'plan'>): ReadonlyMap<string, ClauseEncoding> {
  const citing = new Map<string, Map<string, Citer>>()
  for (const requirement of plan.requirements)
    for (const { clause, ...citer } of citersOf(plan, requirement)) {
      let citers = citing.get(clause)
      if (!citers) citing.set(clause, (citers = new Map()))
      const key = JSON.stringify(citer)
      if (!citers.has(key)) citers.set(key, citer)
    }
  return new Map(
    [...plan.clauses].map(([id, clause]) => {
      const citers = [...(citing.get(id)?.values() ?? [])]
      const requirements = [...new Set(citers.map(({ requirement }) => requirement))]
      return [id, { clause, citers, requirements, cases: countCases(plan, new Set(requirements)) }]
    }),
  )
}

/** The clauses that a requirement cites, itself and through its exceptions, notes and parameters. */
export function citersOf(plan: Plan, requirement: PlannedRequirement): (Citer & { clause: string })[] {
  const { id, entry } = requirement
  const by = (way: CitationWay, part: string, { clauses = [] }: { clauses?: readonly string[] | undefined }) =>
    clauses.map((clause) => ({ way, requirement: id, id: part, clause }))
  return [
    ...by('requirement', id, entry),
    ...requirement.unless.flatMap(({ entry: exception }) => by('exception', exception.id, exception)),
    ...requirement.notes.flatMap(({ entry: note }) => by('note', note.id, note)),
    ...requirement.parameters.flatMap((parameter) =>
      parameterValues(plan, parameter).flatMap((value) =>
        by('parameter', parameter.name.replace('parameters.', ''), value),
      ),
    ),
  ]
}

function countCases(plan: Plan, requirements: ReadonlySet<string>): number {
  return plan.cases.filter((item) => item.case.expect.some(({ requirement }) => requirements.has(requirement))).length
}
