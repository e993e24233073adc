import type { Missing, Text } from '@tiaoli/engine'
import { getAt, kindInList, pathOf, pointerOf, type Plan } from '@tiaoli/engine/plan'
import { isArea } from './records-of.ts'
import type { UnitNames } from './unit-names.ts'

type Scope = Plan['root']

/** Of which record something is, as it is told beside a unit; empty where it is the unit’s own. */
export function ownerOf(plan: Plan, ledger: unknown, units: UnitNames, missing: Missing, unit: string): Text {
  const { pointer, fact } = missing
  if (pointer === undefined) return { zh: '', en: '' }
  const records = recordsOn(plan.root, pathOf(pointer))
  // The record of a year that is not there is asked of what it would be in.
  const owned = plan.scopes.get(fact)?.keyed ? records.slice(0, -1) : records
  const isAround = ({ pointer: at }: { pointer: string }) => at === '' || at === unit || unit.startsWith(`${at}/`)
  // What is in an area is told without it.
  const beside = owned.filter((one, i) => !isAround(one) && (i === owned.length - 1 || !isArea(one.scope)))
  const parts = beside.flatMap(({ scope, pointer: at }): Text[] => {
    const step = pathOf(at).at(-1)!
    if (scope.keyed) return [{ zh: `${step}年度`, en: step }]
    const { name, isOrganization } = units.unitOf({ scope: scope.name, pointer: at })
    if (isOrganization) return [{ zh: name, en: name }]
    const list = getAt(ledger, pathOf(at).slice(0, -1))
    if (!Array.isArray(list) || list.length < 2) return []
    const place = Number(step)
    const numbered = { zh: `${scope.label.zh}第${place + 1}条`, en: `${scope.label.en} no. ${place + 1}` }
    return [kindInList(scope, list, place) ?? numbered]
  })
  return { zh: parts.map(({ zh }) => zh).join(''), en: parts.map(({ en }) => en).join(', ') }
}

/** The records on the way to a place, from the ledger down. */
function recordsOn(root: Scope, path: readonly (string | number)[]): { scope: Scope; pointer: string }[] {
  const records = [{ scope: root, pointer: '' }]
  let scope = root
  for (let i = 0; i + 1 < path.length; i += 2) {
    const child = scope.children.find(({ list }) => list === path[i])
    if (!child) break
    scope = child
    records.push({ scope, pointer: pointerOf(path.slice(0, i + 2)) })
  }
  return records
}
