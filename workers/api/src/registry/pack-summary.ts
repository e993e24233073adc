import type { Policy } from '@tiaoli/engine'
import type { Plan, PlannedDocument } from '@tiaoli/engine/plan'

/** What a pack says of itself and of the document that it is about. */
export function packHeader(
  { version, title, defaultProfile }: Plan['pack'],
  { issuer, number, issuedOn }: Partial<PlannedDocument['entry']> = {},
) {
  return { declaredVersion: version, title, issuer, documentNumber: number, issuedOn, defaultProfile }
}

/** The sizes of a pack, including the packs that it uses. */
export function packCounts({ plan }: Policy) {
  return {
    requirements: plan.requirements.length,
    parameters: plan.parameters.size,
    facts: plan.facts.size,
    clauses: plan.clauses.size,
  }
}
