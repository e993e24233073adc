import type { ImportFile, Plan } from '@tiaoli/engine/plan'
import { USUAL_WORDS } from './words.ts'

/** What the mappings of the pack say of all their tables; the first that says it is believed. */
export function usualSettings(plan: Plan): Omit<ImportFile, 'id' | 'title' | 'tables'> {
  const usual = {
    head: { on: ['填报日期', '填表日期'], unit: ['单位', '金额单位'] },
    units: unitsOf(plan),
    blank: [...USUAL_WORDS.blank],
    none: [...USUAL_WORDS.none],
  }
  const said = [...plan.imports.values()].map(({ head, units, blank, none, yes, no, same, skip, names }) => {
    return { head, units, blank, none, yes, no, same, skip, names }
  })
  const settings = [...said, usual].flatMap((one) => Object.entries(one).filter(([, value]) => value !== undefined))
  return Object.fromEntries(settings.reverse())
}

/** Yuan is written by the thousands too; of other currencies only the smallest unit is known. */
function unitsOf({ pack }: Plan): Record<string, number> {
  return pack.currency === undefined ? { 元: 100, 万元: 1_000_000 } : { [pack.currency.minor.unit.zh]: 1 }
}
