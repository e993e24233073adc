import type { Derived } from '../plan/fact.ts'
import type { PlannedRequirement } from '../plan/plan.ts'
import type { StreamView, Total } from '../plan/stream-view.ts'
import { partsOf } from '../plan/walk.ts'
import type { Text } from '../text/text.ts'

/** Which requirements can be answered record by record, which at the end, and which not at all. */
export interface StreamPlan {
  each: readonly PlannedRequirement[]
  atEnd: readonly PlannedRequirement[]
  totals: readonly Total[]
  notEvaluated: readonly { id: string; text: Text }[]
}

const WHOLE_LEDGER: Text = {
  zh: '需要完整台账才能判断，逐条评价时不作判断。请提供完整台账。',
  en: 'It can be decided only from the whole ledger, not record by record. Evaluate the whole ledger for it.',
}

const SHARED_ID: Text = {
  zh: '是否有两条记录标识相同，逐条评价时不核对。请用完整台账核对。',
  en: 'Whether two records have the same one is not checked record by record. Evaluate the whole ledger for it.',
}

const UNKNOWN_TARGET: Text = {
  zh: '所指的记录是否在台账中，逐条评价时不核对。请用完整台账核对。',
  en: 'Whether the record that it names is in the ledger is not checked record by record. Evaluate the whole ledger for it.',
}

/** Known statically: what each requirement sees of the streamed records and of formulas over them. */
export function planStream(requirements: readonly PlannedRequirement[], view: StreamView): StreamPlan {
  const totals = new Map<Derived, Total>()
  const each: PlannedRequirement[] = []
  const atEnd: PlannedRequirement[] = []
  const notEvaluated: { id: string; text: Text }[] = []
  for (const requirement of requirements) {
    const seen = view.seenBy(requirement)
    const within = view.isStreamed(requirement.subject)
    if (within && seen.totals.length === 0 && !seen.beyond) each.push(requirement)
    else if (!within && !seen.beyond && seen.totals.every((total) => foldable(total, requirement, view))) {
      atEnd.push(requirement)
      for (const total of seen.totals) totals.set(total.fact, total)
    } else notEvaluated.push({ id: requirement.id, text: WHOLE_LEDGER })
  }
  for (const { entry } of view.unchecked) notEvaluated.push({ id: entry.id, text: WHOLE_LEDGER })
  for (const { name, to } of view.unmatched) notEvaluated.push({ id: name, text: to ? UNKNOWN_TARGET : SHARED_ID })
  return { each, atEnd, totals: [...totals.values()], notEvaluated }
}

/** A running total is taken once, under the law of `asOf`; what it asks of a record must need no other total. */
function foldable({ fact, formula }: Total, { at, firstPeriod }: PlannedRequirement, view: StreamView): boolean {
  const inner = view.see(partsOf(formula))
  const otherLaw = at !== undefined || firstPeriod !== undefined
  const isSure = inner.totals.length === 0 && !inner.beyond && !view.isLoose(formula)
  return isSure && !fact.usesPeriod && !(fact.varies && otherLaw)
}
