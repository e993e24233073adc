import { policyOf } from '@tiaoli/engine/runtime'
import { lint } from '../lint.ts'
import { quotedDays, quotesOf, boundsText } from './quoted-bounds.ts'

/** Under every profile, the due date found in a sample is the day that the clauses of the requirement name. */
export const wordingDue = lint({ 'wording-due': 'warning' }, function* ({ plan, places, sample }) {
  if (!sample) return
  const { ledger, asOf } = sample
  const policy = policyOf(plan)
  for (const { id, pack, entry } of plan.requirements) {
    const targets = quotesOf(plan, entry).flatMap(quotedDays)
    if (targets.length === 0 || pack !== plan.pack.id) continue
    const dues = new Set<string | undefined>()
    for (const profile of [undefined, ...plan.profiles.keys()]) {
      const { findings } = policy.evaluate(ledger, { asOf, requirements: [id], ...(profile ? { profile } : {}) })
      for (const { due } of findings) dues.add(due)
    }
    const words = boundsText(targets)
    for (const due of dues) {
      if (targets.some(({ value }) => value === due)) continue
      yield {
        code: 'wording-due',
        about: id,
        place: entry.due === undefined ? places.named('requirement', id) : places.within('requirement', id, 'due'),
        message: {
          zh: `“${id}”的期限是${due ?? '空'}，所引原文为“${words}”。请改正 due 或出处。`,
          en: `${id} is due ${due ?? 'on no day'}, the source says ${words}. Correct the due date or the source.`,
        },
      }
    }
    if (dues.size === 0)
      yield {
        code: 'wording-due',
        about: id,
        place: places.named('requirement', id),
        message: {
          zh: `“${id}”引用了“${words}”，但在此台账中没有任何结论，无从核对期限。请换一份台账。`,
          en: `${id} cites ${words} but finds nothing in this ledger, so its due date cannot be compared. Take another ledger.`,
        },
      }
  }
})
