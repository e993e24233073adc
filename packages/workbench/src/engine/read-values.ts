import { inWords, ledgerPart, parseDay, pathOf, pointerOf, type Plan } from '@tiaoli/engine/plan'
import type { ImportResult } from '@tiaoli/office/import'
import type { ReadRecord, ReadValue } from './calls.ts'

/** So many records are shown as they were read. */
const SHOWN = 200

/** What cells have given, record by record, for somebody to compare with the workbook. */
export function readValues(plan: Plan, { ledger, provenance, names }: ImportResult): ReadRecord[] {
  const records = new Map<string, { name: string | undefined; label: ReadRecord['label']; values: ReadValue[] }>()
  for (const { pointer, ...place } of provenance) {
    const found = placeIn(plan, ledger, pathOf(pointer))
    if (!found) continue
    const { record, label, name, value } = found
    const known = records.get(record) ?? {
      name: name === undefined ? undefined : (names[name] ?? name),
      label,
      values: [],
    }
    if (value) known.values.push({ ...value, place })
    records.set(record, known)
  }
  return [...records]
    .filter(([, { name, values }]) => name !== undefined || values.length > 0)
    .slice(0, SHOWN)
    .map(([pointer, record]) => ({ pointer, ...record }))
}

/** The record that has a name of its own and a value in it, with the value in words. */
function placeIn(plan: Plan, ledger: unknown, path: readonly string[]) {
  let scope = plan.root
  let at = ledger
  let named: { pointer: string; label: ReadRecord['label']; id: string | undefined } | undefined
  let from = 0
  for (let i = 0; i < path.length; i++) {
    at = (at as Record<string, unknown> | undefined)?.[path[i]!]
    const child = scope.children.find(({ list }) => list === path[i])
    if (!child || i + 1 >= path.length) continue
    at = (at as Record<string, unknown> | undefined)?.[path[++i]!]
    scope = child
    from = i + 1
    const id = (at as { id?: unknown } | undefined)?.id
    if (!named || (!scope.keyed && typeof id === 'string'))
      named = {
        pointer: pointerOf(path.slice(0, i + 1)),
        label: scope.label,
        id: typeof id === 'string' ? id : undefined,
      }
  }
  if (!named) return undefined
  const part = ledgerPart(plan.scopes, [scope.name, ...path.slice(from)].join('.'))
  const fact = part?.kind === 'fact' ? part.fact : undefined
  return {
    record: named.pointer,
    label: named.label,
    name: named.id,
    value: fact && valueOf(fact, at, scope.keyed ? path[from - 1] : undefined),
  }
}

type Given = Plan['root']['given'][number]

function valueOf(fact: Given, value: unknown, year: string | undefined): Omit<ReadValue, 'place'> | undefined {
  // Who it is stays with the workbook; ids say nothing to anybody.
  if (fact.type === 'id') return undefined
  const { zh, en } = fact.label
  const label = year === undefined ? fact.label : { zh: `${year}年${zh}`, en: `${en}, ${year}` }
  const day = fact.type === 'date' && typeof value === 'string' ? parseDay(value) : undefined
  if (fact.type === 'date' && typeof value === 'string' && day === undefined)
    return { label, text: { zh: value, en: value } }
  const isPlain = typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string' || value === null
  return isPlain ? { label, text: inWords(fact, day ?? value) } : undefined
}
