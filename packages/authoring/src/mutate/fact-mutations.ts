import type { CheckEntry, GivenFact } from '@tiaoli/engine/plan'
import { mutation, within, type Mutation } from './mutation.ts'
import { conditionMutations } from './condition-mutations.ts'
import { operandMutations } from './formula-mutations.ts'
import type { ValueDomains } from './value-domains.ts'

/** Every mutation of what the catalogue knows of a given fact: its bounds, that it may lie in the future, be written down before it comes or be done in the year after its record’s, that an absent date means it has not happened. */
export function givenMutations(entry: GivenFact, names: ValueDomains): Mutation[] {
  if (entry.type === 'date')
    return [
      ...(entry.future ? [mutation('elapses', undefined, ['future'])] : []),
      ...(entry.planned ? [mutation('written-once-come', undefined, ['planned'])] : []),
      ...(entry.intoNextYear ? [mutation('in-its-year', undefined, ['intoNextYear'])] : []),
      ...(entry.absent ? [mutation('unknown-if-absent', undefined, ['absent'])] : []),
    ]
  if (entry.type !== 'integer' && entry.type !== 'money') return []
  return (['min', 'max', 'equals'] as const).flatMap((bound) => {
    const operand = entry[bound]
    if (operand === undefined) return []
    // A number that is one off also covers one that is left out: what notices the one notices the other.
    const inside = operandMutations(operand, names)
    return within([bound], [bound], typeof operand === 'number' ? inside : [mutation('dropped', undefined), ...inside])
  })
}

/** A check left out, or its condition changed. */
export function checkMutations(check: CheckEntry, names: ValueDomains): Mutation[] {
  return [
    mutation('dropped', undefined),
    ...('holds' in check ? within([], ['holds'], conditionMutations(check.holds, names)) : []),
  ]
}
