import { isObject, pathOf, type Plan } from '@tiaoli/engine/plan'

type Scope = Plan['root']

/** The records of a scope, wherever they are. */
export function pointersOf(scope: Scope, ledger: unknown): { pointer: string; record: unknown }[] {
  if (!scope.parent) return [{ pointer: '', record: ledger }]
  return pointersOf(scope.parent, ledger).flatMap(({ pointer, record }) => {
    const list = isObject(record) ? record[scope.list] : undefined
    if (typeof list !== 'object' || list === null) return []
    return Object.entries(list).map(([step, below]) => ({
      pointer: `${pointer}/${scope.list}/${step}`,
      record: below as unknown,
    }))
  })
}

/** Between the whole ledger and the organizations. */
export function isArea(scope: Scope): boolean {
  return scope.parent !== undefined && scope.children.some(isOrganization)
}

/** Whether records of a scope may have names. */
export function isOrganization({ layout }: Scope): boolean {
  return [...layout.values()].some(({ kind }) => kind === 'name')
}

/** The order of records in the ledger, each before those in it. */
export function byPlace(a: string, b: string): number {
  const [first, second] = [pathOf(a), pathOf(b)]
  for (const [i, step] of first.entries()) {
    const other = second[i]
    if (other === undefined) return 1
    if (step === other) continue
    const difference = Number(step) - Number(other)
    return Number.isNaN(difference) ? (step < other ? -1 : 1) : difference
  }
  return first.length - second.length
}
