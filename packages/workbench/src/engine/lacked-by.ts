import type { Finding, Text } from '@tiaoli/engine'
import { getAt, kindInList, pathOf, pointerOf, type Plan } from '@tiaoli/engine/plan'
import type { Lacked, LackedOf } from './calls.ts'
import { unitAt } from './units.ts'

type Scope = Plan['root']
type Missing = Finding['missing'][number]

/** What a finding waits for, each matter once, with the records of which it is asked where that is not its own. */
export function lackedBy(plan: Plan, ledger: unknown, finding: Finding): Lacked[] {
  const matters = new Map<string, { text: Text; of: LackedOf[] }>()
  for (const missing of finding.missing) {
    const text = missing.text ?? missing.label
    const known = matters.get(text.zh) ?? { text, of: [] }
    matters.set(text.zh, known)
    known.of.push(...ownerOf(plan, ledger, finding, missing))
  }
  return [...matters.values()]
}

/** The record that something is in, as it is called or known in the named one around it; none where that is the finding’s. */
function ownerOf(
  { root, scopes }: Plan,
  ledger: unknown,
  { subject, period }: Finding,
  { pointer, fact }: Missing,
): LackedOf[] {
  if (pointer === undefined) return []
  const place = pathOf(pointer)
  const records = recordsOn(root, place)
  // The record of a year that is not there says itself of which.
  if (scopes.has(fact) && records.at(-1)?.path.length === place.length) records.pop()
  const known: Text[] = []
  for (const { scope, path } of records.reverse()) {
    const at = pointerOf(path)
    if (at === subject.pointer) break
    const unit = unitAt(ledger, at, scope.label)
    if (unit.id !== at || unit.name !== undefined) return [{ unit, known }]
    const year = scope.keyed ? path.at(-1)! : undefined
    if (year !== String(period)) known.unshift(year === undefined ? kindOf(scope, ledger, path) : yearText(year))
  }
  return known.length > 0 ? [{ unit: undefined, known }] : []
}

function yearText(year: string): Text {
  return { zh: `${year}年度`, en: year }
}

/** What a record without a name is called: what kind it is, where that tells it from others, else its place. */
function kindOf(scope: Scope, ledger: unknown, path: readonly string[]): Text {
  const place = Number(path.at(-1))
  const { zh, en } = scope.label
  return (
    kindInList(scope, getAt(ledger, path.slice(0, -1)), place) ?? {
      zh: `${zh}第${place + 1}个`,
      en: `${en} no. ${place + 1}`,
    }
  )
}

/** The records on the way to a place, from those in the ledger down. */
function recordsOn(root: Scope, path: readonly string[]): { scope: Scope; path: readonly string[] }[] {
  const records: ReturnType<typeof recordsOn> = []
  let scope = root
  for (let i = 0; i + 1 < path.length; i += 2) {
    const child = scope.children.find(({ list }) => list === path[i])
    if (!child) break
    scope = child
    records.push({ scope, path: path.slice(0, i + 2) })
  }
  return records
}
