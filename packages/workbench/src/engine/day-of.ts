import { isObject } from '@tiaoli/engine/plan'

/** The day of a ledger, where it says one. */
export function dayOf(ledger: unknown): string | undefined {
  const on = isObject(ledger) ? ledger['on'] : undefined
  return typeof on === 'string' ? on : undefined
}
