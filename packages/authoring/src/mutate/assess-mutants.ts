import type { Policy } from '@tiaoli/engine'
import type { EquivalentMutant } from '@tiaoli/engine/plan'
import type { MutantResult } from './run-mutants.ts'

/** Whether the cases of a pack notice its mutants, all but those that are known to be equivalent. */
export interface MutationAssessment {
  readonly pack: string
  /** Mutants that are packs at all. */
  readonly mutants: number
  readonly killed: number
  /** Survivors with a written reason why they change nothing. */
  readonly equivalent: number
  readonly invalid: number
  /** Noticed mutants in a hundred of those that are not equivalent, cut at two decimals; 100 if all are equivalent. */
  readonly score: number
  /** Noticed by no case, without a reason. */
  readonly survivors: readonly MutantResult[]
  /** Reasons for what is no mutant, or for one that a case notices. */
  readonly stale: readonly { readonly mutant: string; readonly why: 'no-such-mutant' | 'killed' | 'invalid' }[]
}

/** Puts the results of all mutants of a pack beside the reasons in its mutants.json. */
export function assessMutants({ plan }: Policy, results: Iterable<MutantResult>): MutationAssessment {
  const { pack, equivalentMutants } = plan
  const all = [...results]
  const outcomes = new Map(all.map(({ mutant, outcome }) => [mutant.id, outcome]))
  const excused = new Set(equivalentMutants.map(({ mutant }) => mutant))
  const survived = all.filter(({ outcome }) => outcome === 'survived')
  const survivors = survived.filter(({ mutant }) => !excused.has(mutant.id))
  const killed = all.filter(({ outcome }) => outcome === 'killed').length
  const noticeable = killed + survivors.length
  return {
    pack: pack.id,
    mutants: killed + survived.length,
    killed,
    equivalent: survived.length - survivors.length,
    invalid: all.length - killed - survived.length,
    score: noticeable === 0 ? 100 : Math.floor((killed * 10_000) / noticeable) / 100,
    survivors,
    stale: equivalentMutants.flatMap((entry) => staleness(entry, outcomes)),
  }
}

function staleness(
  { mutant }: EquivalentMutant,
  outcomes: ReadonlyMap<string, MutantResult['outcome']>,
): MutationAssessment['stale'] {
  const outcome = outcomes.get(mutant)
  if (outcome === 'survived') return []
  return [{ mutant, why: outcome ?? 'no-such-mutant' }]
}
