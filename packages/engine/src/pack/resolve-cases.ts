import { buildLedger, type CaseLedgerFault } from './case-ledger.ts'
import type { Plan } from '../plan/plan.ts'
import type { Case } from '../schema/cases-schema.ts'
import type { Text } from '../text/text.ts'
import type { Limits } from './limits.ts'
import type { PackFiles } from './read-files.ts'
import { Spot, type Resolver } from './resolver.ts'
import { namesForbidden } from '../json/forbidden-names.ts'
import { closestName } from '../errors/closest-name.ts'

/** The cases of a pack, each with its ledger. More than `limits` allow are not made. */
export function resolveCases(resolver: Resolver, pack: PackFiles, { caseObjects }: Limits): Plan['cases'] {
  let left = caseObjects
  return pack.of('cases').flatMap(({ file, content: { cases, bases = {} } }) => {
    const sizes = new Map(Object.entries(bases).map(([name, base]) => [name, objectsIn(base)]))
    return cases.flatMap((item, i) => {
      const isFirst = left >= 0
      left -= ((sizes.get(item.base ?? '') ?? 0) + objectsIn(item.ledger) + objectsIn(item.set)) * questionsIn(item)
      if (left < 0) {
        if (isFirst) resolver.report('too-many', new Spot(file, ['cases', i]), [CASE_OBJECTS, caseObjects])
        return []
      }
      const { ledger, faults } = buildLedger(item, bases)
      for (const fault of faults)
        reportFault(resolver, fault, Object.keys(bases), new Spot(file, ['cases', i, ...fault.path]))
      return [{ file: file.path, case: item, ledger }]
    })
  })
}

const CASE_OBJECTS: Text = {
  zh: '用例台账中的对象（用例问到的每项要求、每个年度各计一次）',
  en: 'objects in the ledgers of cases, each counted for every requirement and year that its case asks about',
}

/** How many questions a case asks of its ledger. */
function questionsIn({ expect }: Case): number {
  return new Set(expect.map(({ requirement, period }) => `${period ?? ''} ${requirement}`)).size
}

function objectsIn(json: unknown): number {
  if (typeof json !== 'object' || json === null) return 0
  return Object.values(json).reduce((sum: number, part) => sum + objectsIn(part), Array.isArray(json) ? 0 : 1)
}

function reportFault(resolver: Resolver, { code, name }: CaseLedgerFault, bases: readonly string[], spot: Spot): void {
  if (code === 'unknown-base') resolver.report(code, spot, [name], closestName(name, bases))
  else if (namesForbidden(name)) resolver.report('forbidden-name', spot, [])
  else resolver.report(code, spot, [name])
}
