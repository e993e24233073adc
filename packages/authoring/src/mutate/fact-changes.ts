import type { CheckEntry, GivenFact } from '@tiaoli/engine/plan'
import { change, within, type Change } from './change.ts'
import { conditionChanges } from './condition-changes.ts'
import { operandChanges } from './formula-changes.ts'
import type { ValueDomains } from './value-domains.ts'

/** Every change of what the catalogue knows of a given fact: its bounds, and that it may lie in the future. */
export function givenChanges(entry: GivenFact, names: ValueDomains): Change[] {
  if (entry.type === 'date') return entry.future ? [change('elapses', undefined, ['future'])] : []
  if (entry.type !== 'integer' && entry.type !== 'money') return []
  return (['min', 'max', 'equals'] as const).flatMap((bound) => {
    const operand = entry[bound]
    if (operand === undefined) return []
    // A number one off stands for a number left out: what notices the one notices the other.
    const inside = operandChanges(operand, names)
    return within([bound], [bound], typeof operand === 'number' ? inside : [change('dropped', undefined), ...inside])
  })
}

/** A check left out, or its condition changed. */
export function checkChanges(check: CheckEntry, names: ValueDomains): Change[] {
  return [
    change('dropped', undefined),
    ...('holds' in check ? within([], ['holds'], conditionChanges(check.holds, names)) : []),
  ]
}
