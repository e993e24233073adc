import { removeAt, setAt } from '../json/json-at.ts'
import { pathOf } from '../json/pointer.ts'
import type { Case } from '../schema/cases-schema.ts'

type Json = Record<string, unknown>

/** A part of a case that does not fit: an unknown base, or a place that cannot be set or does not exist. */
export interface CaseLedgerFault {
  path: readonly string[]
  code: 'unknown-base' | 'no-such-place'
  name: string
}

/** The ledger of a case, its own or a base with some places set and some removed, and what did not fit. */
export function buildLedger(
  item: Case,
  bases: Readonly<Record<string, Json>>,
): { ledger: Json; faults: CaseLedgerFault[] } {
  const faults: CaseLedgerFault[] = []
  const { base } = item
  if (base !== undefined && !Object.hasOwn(bases, base))
    return { ledger: {}, faults: [{ path: ['base'], code: 'unknown-base', name: base }] }
  const ledger = copy(item.ledger ?? (base === undefined ? {} : bases[base]!))
  for (const [pointer, value] of Object.entries(item.set ?? {}))
    if (!setAt(ledger, pathOf(pointer), copy(value)))
      faults.push({ path: ['set', pointer], code: 'no-such-place', name: pointer })
  for (const [i, pointer] of (item.remove ?? []).entries())
    if (!removeAt(ledger, pathOf(pointer)))
      faults.push({ path: ['remove', String(i)], code: 'no-such-place', name: pointer })
  return { ledger, faults }
}

function copy<T>(json: T): T {
  return json === undefined ? json : (JSON.parse(JSON.stringify(json)) as T)
}
