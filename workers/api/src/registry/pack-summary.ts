import type { Plan, Policy } from '@tiaoli/engine'

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
