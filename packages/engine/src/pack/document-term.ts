import type { PackFile } from '../schema/pack-schema.ts'
import type { PackFiles } from './read-files.ts'
import { dayOf } from './resolve-parameters.ts'
import { Spot, type Resolver } from './resolver.ts'

/** The last day that a document plans for, and what to say after it. */
export interface Horizon {
  readonly day: number
  readonly entry: NonNullable<PackFile['horizon']>
}

/** The days that a pack says of its document as a whole: in force from and to (half-open), and the last it plans for. */
export interface DocumentTerm {
  readonly from: number
  readonly to: number
  readonly horizon: Horizon | undefined
}

export function documentTerm(resolver: Resolver, { pack, sources }: PackFiles): DocumentTerm {
  const spot = new Spot(
    sources.find(({ path }) => path === 'pack.json')!,
    [],
  )
  const { effective, horizon } = pack!
  return {
    from: dayOf(resolver, effective?.from, -Infinity, spot.at('effective', 'from')),
    to: dayOf(resolver, effective?.to, Infinity, spot.at('effective', 'to')),
    horizon: horizon && { day: dayOf(resolver, horizon.to, Infinity, spot.at('horizon', 'to')), entry: horizon },
  }
}
