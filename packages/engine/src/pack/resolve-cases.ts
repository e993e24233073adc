import { buildLedger, type Misfit } from './case-ledger.ts'
import type { Plan } from '../plan/plan.ts'
import type { PackFiles } from './read-files.ts'
import { Spot, type Resolver } from './resolver.ts'
import { isForbidden } from './source-file.ts'
import { closestName } from '../errors/closest-name.ts'

/** The cases of a pack, each with its ledger. */
export function resolveCases(resolver: Resolver, pack: PackFiles): Plan['cases'] {
  return pack.of('cases').flatMap(({ file, content: { cases, bases = {} } }) =>
    cases.map((item, i) => {
      const { ledger, misfits } = buildLedger(item, bases)
      for (const misfit of misfits)
        reportMisfit(resolver, misfit, Object.keys(bases), new Spot(file, ['cases', i, ...misfit.path]))
      return { file: file.path, case: item, ledger }
    }),
  )
}

function reportMisfit(resolver: Resolver, { code, name }: Misfit, bases: readonly string[], spot: Spot): void {
  if (code === 'unknown-base') resolver.report(code, spot, [name], closestName(name, bases))
  else if (isForbidden(name)) resolver.report('forbidden-name', spot, [])
  else resolver.report(code, spot, [name])
}
