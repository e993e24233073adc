import type { PlannedClause } from '@tiaoli/engine/plan'
import type { ClauseEncoding } from '../encoding/clause-encodings.ts'
import type { Alignment } from './align-text.ts'
import { forceIn, forceNow } from './force-of-words.ts'
import type { StandingClause } from './standing-clauses.ts'

type Force = PlannedClause['force']

/** A clause whose force is another one by its new words, and the requirements that have it from there. */
export interface ChangedForce {
  /** As the pack cites what says it on the day of the new text. */
  readonly clause: string
  readonly before: Force
  /** Left out where the word of force of its sentence has changed beside it: a person says what that means for it. */
  readonly after?: Force
  readonly requirements: readonly string[]
}

/** Behind these a clause goes on with the sentence of the one before. */
const PAUSE = /[，、：][”’）」』》]*$/u

/** The clauses whose words have another force, and those that stay but had their force from such a word in their sentence. */
export function changedForces(
  clauses: readonly StandingClause[],
  { clauses: aligned }: Alignment,
  encodings: ReadonlyMap<string, ClauseEncoding>,
): ChangedForce[] {
  const now = clauses.map(({ force, text }, i): Force => {
    const { fate, passages } = aligned[i]!
    const hasWords = fate === 'reworded' || fate === 'split' || fate === 'merged'
    return hasWords ? forceNow(force, text.zh, passages.map((passage) => passage.text).join('')) : force
  })
  /** The clause of whose word a clause without one has its force. */
  const sayingFor = (i: number): number | undefined => {
    const { force, text } = clauses[i]!
    if (force === 'direct' || forceIn(text.zh) !== undefined) return undefined
    for (let k = i - 1; k >= 0 && PAUSE.test(clauses[k]!.text.zh); k--)
      if (forceIn(clauses[k]!.text.zh) === force) return k
    return undefined
  }
  return clauses.flatMap(({ force, cited, references }, i): ChangedForce[] => {
    const { fate } = aligned[i]!
    const saying = sayingFor(i)
    const isBesideChange = fate !== 'dropped' && saying !== undefined && now[saying] !== clauses[saying]!.force
    if (now[i] === force && !isBesideChange) return []
    const requirements = new Set(
      cited.flatMap((clause) =>
        (encodings.get(clause)?.citers ?? []).flatMap(({ way, requirement }) =>
          way === 'requirement' ? [requirement] : [],
        ),
      ),
    )
    return [
      {
        clause: references.at(-1)!,
        before: force,
        ...(now[i] === force ? {} : { after: now[i]! }),
        requirements: [...requirements],
      },
    ]
  })
}
