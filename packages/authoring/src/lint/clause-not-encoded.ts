import type { PlannedClause } from '@tiaoli/engine/plan'
import { lint } from '../lint.ts'

/** Clauses that nothing encodes and that do not say why. One that ends or prolongs something is encoded by that. */
export const clauseNotEncoded = lint({ 'clause-not-encoded': 'warning' }, function* ({ plan, places, encoding }) {
  for (const { clause, citers } of encoding.values()) {
    if (clause.document.pack !== plan.pack.id || citers.length > 0 || clause.notEncoded || isChange(clause)) continue
    const testable = clause.testability !== 'none'
    yield {
      code: 'clause-not-encoded',
      about: clause.reference,
      place: places.named('clause', clause.reference),
      message: {
        zh: `${testable ? '可检验的' : ''}条款“${clause.reference}”没有任何要求引用。请为它编写要求，或在 notEncoded 中说明理由。`,
        en: `No requirement cites the ${testable ? 'testable ' : ''}clause "${clause.reference}". Write one or give the reason in notEncoded.`,
      },
    }
  }
})

/** Whether all that a clause does to earlier law says nothing new that a requirement would have to say. */
function isChange({ changes = [] }: PlannedClause): boolean {
  return changes.length > 0 && changes.every((change) => !('replaces' in change))
}
