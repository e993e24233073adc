import { clauseEncodings } from '@tiaoli/authoring'
import type { Policy } from '@tiaoli/engine'
import { addTo, shownPlace, textWithoutRecord } from '@tiaoli/engine/plan'
import type { DocumentClauses, ShownClause } from './calls.ts'

/** The clauses of every document of the rules in their order, with what encodes each. */
export function documentClauses(policy: Policy): DocumentClauses[] {
  const { plan } = policy
  const titles = new Map(plan.requirements.map(({ id, title }) => [id, textWithoutRecord(plan, title)]))
  const byDocument = new Map<string, ShownClause[]>()
  for (const [id, { clause, requirements }] of clauseEncodings(policy)) {
    const { document, text, notEncoded } = clause
    const shown = {
      id,
      place: shownPlace(clause),
      text,
      requirements: requirements.map((requirement) => ({ id: requirement, title: titles.get(requirement)! })),
      notEncoded,
    }
    addTo(byDocument, document.id, shown)
  }
  return [...plan.documents.values()].flatMap(({ id, entry: { title, number } }) => {
    const clauses = byDocument.get(id)
    return clauses ? [{ id, title, number, clauses }] : []
  })
}
