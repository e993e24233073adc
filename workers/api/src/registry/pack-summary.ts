import type { Policy } from '@tiaoli/engine'
import type { Plan } from '@tiaoli/engine/plan'

/** What pack.json says about the document. */
export function documentSummary({ version, title, issuer, documentNumber, issuedOn, defaultProfile }: Plan['pack']) {
  return { declaredVersion: version, title, issuer, documentNumber, issuedOn, defaultProfile }
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
