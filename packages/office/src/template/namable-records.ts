import type { Plan } from '@tiaoli/engine/plan'
import { idOf, rootRow, rowsOf } from './ledger-records.ts'

/** A record that a reference may name. */
export interface NamableRecord {
  readonly id: string
  /** What the ledger calls it, if it does. */
  readonly name: string | undefined
}

/** The records of a scope that have ids, in the order of the ledger. */
export function namableRecords(plan: Plan, scope: string, ledger: unknown): NamableRecord[] {
  const of = plan.scopes.get(scope)
  if (!of) return []
  return rowsOf(of, rootRow(plan.root, ledger)).flatMap(({ json }) => {
    const id = idOf(of, json)
    const name = json?.['name']
    return id === undefined ? [] : [{ id, name: typeof name === 'string' ? name : undefined }]
  })
}
