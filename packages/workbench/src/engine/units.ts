import { getAt, isObject, pathOf, pointerOf, type Plan, type RecordReference } from '@tiaoli/engine/plan'
import type { Text } from '@tiaoli/engine'
import type { Unit } from './picture.ts'
import type { Scope } from './scopes-shown.ts'

export type DraftUnit = { -readonly [K in keyof Unit]: Unit[K] }

/** The row of a finding: the record of the scope of rows or groups that it is in, else its own. */
export function unitAround(
  plan: Plan,
  ledger: unknown,
  subject: RecordReference,
  rows: Scope,
  groups: Scope,
): DraftUnit {
  let scope: Scope | undefined = plan.scopes.get(subject.scope)
  let path = pathOf(subject.pointer)
  while (scope && scope !== rows && scope !== groups) {
    scope = scope.parent
    path = path.slice(0, -2)
  }
  const pointer = pointerOf(path)
  if (!scope || pointer === subject.pointer) return unitOf(plan, subject)
  return unitAt(ledger, pointer, scope.label)
}

export function unitOf(plan: Plan, { scope, pointer, id, name, within = [] }: RecordReference): DraftUnit {
  const around = within.at(-1)
  // One without a name or an id has its place, in what is around it; the ledger itself is one alone.
  const place = pointer === '' ? scope : [around?.name ?? around?.id, pathOf(pointer).at(-1)].filter(Boolean).join(' ')
  return { pointer, key: name ?? (id === pointer ? place : id), id, name, label: plan.scopes.get(scope)!.label }
}

/** Records of one name are told apart: for addresses by their ids, for readers by the groups that they are in where these differ. */
export function tellApart(units: readonly DraftUnit[], groupOf: (unit: Unit) => string | undefined): void {
  const seen = new Map<string, DraftUnit[]>()
  for (const unit of units) {
    const alike = seen.get(unit.key)
    if (alike) alike.push(unit)
    else seen.set(unit.key, [unit])
  }
  for (const alike of seen.values()) {
    if (alike.length === 1) continue
    const groups = new Set(alike.map(groupOf))
    for (const [i, unit] of alike.entries()) {
      const group = groups.size === alike.length ? groupOf(unit) : undefined
      if (unit.name !== undefined) unit.apart = group ?? unit.id
      if (i > 0) unit.key += ` ${unit.id}`
    }
  }
}

/** A record of which nothing is asked on the day, as the ledger calls it. */
export function unitAt(ledger: unknown, pointer: string, label: Text): DraftUnit {
  const record = getAt(ledger, pathOf(pointer))
  const [id, name] = isObject(record) ? [record['id'], record['name']] : []
  const ownId = typeof id === 'string' ? id : pointer
  const ownName = typeof name === 'string' ? name : undefined
  return { pointer, key: ownName ?? ownId, id: ownId, name: ownName, label }
}
