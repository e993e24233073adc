import { ledgerPart, type ImportColumn, type Plan } from '@tiaoli/engine/plan'

/** Whether what a column names says that there is no organization of another kind, as that of a joint branch does. */
export function deniesGroup({ sets = {} }: ImportColumn, scopes: Plan['scopes']): boolean {
  return Object.entries(sets).some(([fact, value]) => value === null && ledgerPart(scopes, fact)?.kind === 'group')
}
