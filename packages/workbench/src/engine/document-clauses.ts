import { clauseEncodings } from '@tiaoli/authoring'
import type { Policy } from '@tiaoli/engine'
import { shownPlace } from '@tiaoli/engine/plan'
import type { DocumentClauses, ShownClause } from './calls.ts'

/** The clauses of every document of the rules in their order, with what encodes each. */
export function documentClauses(policy: Policy): DocumentClauses[] {
  const byDocument = new Map<string, ShownClause[]>()
  for (const [id, { clause, requirements }] of clauseEncodings(policy)) {
    const { document, text, notEncoded } = clause
    const shown = { id, place: shownPlace(clause), text, requirements, notEncoded }
    byDocument.set(document.id, [...(byDocument.get(document.id) ?? []), shown])
  }
  return [...policy.plan.documents.values()].flatMap(({ id, entry: { title, number } }) => {
    const clauses = byDocument.get(id)
    return clauses ? [{ id, title, number, clauses }] : []
  })
}
