import type { Text } from '../text/text.ts'
import type { z } from 'zod'
import type { basisSchema } from '../schema/common-schema.ts'
import type { Instrument } from '../schema/pack-schema.ts'
import type { PlannedClause, PlannedDocument } from '../plan/document.ts'
import type { Resolver, Spot } from './resolver.ts'
import { closestName } from '../errors/closest-name.ts'

/** What can be cited and named: the documents, clauses, instruments and bodies of all packs. */
export interface Citable {
  documents: ReadonlyMap<string, PlannedDocument>
  clauses: ReadonlyMap<string, PlannedClause>
  instruments: ReadonlyMap<string, Instrument>
  bodies: ReadonlyMap<string, Text>
}

interface Citing {
  clauses?: readonly string[] | undefined
  basis?: readonly z.infer<typeof basisSchema>[] | undefined
}

/** Reports every clause and instrument that does not exist. */
export function checkCitations(resolver: Resolver, { clauses, basis }: Citing, citable: Citable, spot: Spot): void {
  for (const [i, id] of (clauses ?? []).entries())
    if (!citable.clauses.has(id))
      resolver.report('unknown-clause', spot.at('clauses', i), [id], closestName(id, citable.clauses.keys()))
  for (const [i, { instrument }] of (basis ?? []).entries())
    if (!citable.instruments.has(instrument))
      resolver.report(
        'unknown-instrument',
        spot.at('basis', i, 'instrument'),
        [instrument],
        closestName(instrument, citable.instruments.keys()),
      )
}

/** The clauses that something cites, as far as there are any by these names. */
export function clausesOf({ clauses = [] }: Citing, citable: Citable): PlannedClause[] {
  return clauses.flatMap((reference) => citable.clauses.get(reference) ?? [])
}

export function checkBody(resolver: Resolver, body: string, { bodies }: Citable, spot: Spot): void {
  if (!bodies.has(body)) resolver.report('unknown-body', spot, [body], closestName(body, bodies.keys()))
}
