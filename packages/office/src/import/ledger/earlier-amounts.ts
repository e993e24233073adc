import { addTo, isObject, type Plan } from '@tiaoli/engine/plan'
import { amountKey } from './amounts.ts'
import type { Scope } from '../../scope.ts'

/** The amounts of an earlier ledger, by the id of the record they are of or below, and their fact. */
export function earlierAmounts({ root, facts }: Plan, ledger: unknown): Map<string, number[]> {
  const money = [...facts.values()].filter((fact) => fact.kind === 'given' && fact.type === 'money')
  const amounts = new Map<string, number[]>()
  const collect = (scope: Scope, record: unknown, around: unknown): void => {
    if (!isObject(record)) return
    const id = record['id'] ?? around
    for (const { name, scope: of } of money) {
      const value = of === scope ? valueAt(record, name.split('.').slice(1)) : undefined
      if (typeof value !== 'number' || value <= 0) continue
      const key = amountKey(id, name)
      addTo(amounts, key, value)
    }
    for (const child of scope.children)
      for (const inner of Object.values(record[child.list] ?? {})) collect(child, inner, id)
  }
  collect(root, ledger, undefined)
  return amounts
}

function valueAt(record: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((at, step) => (isObject(at) ? at[step] : undefined), record)
}
