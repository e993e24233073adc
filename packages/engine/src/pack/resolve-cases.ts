import { buildLedger, type CaseLedgerFault } from './case-ledger.ts'
import type { Plan } from '../plan/plan.ts'
import type { PackFiles } from './read-files.ts'
import { Spot, type Resolver } from './resolver.ts'
import { namesForbidden } from '../json/forbidden-names.ts'
import { closestName } from '../errors/closest-name.ts'

/** The cases of a pack, each with its ledger. */
export function resolveCases(resolver: Resolver, pack: PackFiles): Plan['cases'] {
  return pack.of('cases').flatMap(({ file, content: { cases, bases = {} } }) =>
    cases.map((item, i) => {
      const { ledger, faults } = buildLedger(item, bases)
      for (const fault of faults)
        reportFault(resolver, fault, Object.keys(bases), new Spot(file, ['cases', i, ...fault.path]))
      return { file: file.path, case: item, ledger }
    }),
  )
}

function reportFault(resolver: Resolver, { code, name }: CaseLedgerFault, bases: readonly string[], spot: Spot): void {
  if (code === 'unknown-base') resolver.report(code, spot, [name], closestName(name, bases))
  else if (namesForbidden(name)) resolver.report('forbidden-name', spot, [])
  else resolver.report(code, spot, [name])
}
