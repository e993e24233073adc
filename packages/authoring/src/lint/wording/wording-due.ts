import { lint } from '../../lint.ts'
import { boundsText, quotedDays, quotesOf } from './quoted-bounds.ts'
import { statedDays } from './stated-days.ts'

/**
 * A due date that no fact decides is, under every profile, the day that the clauses of the requirement name, or the day
 * that the source of its value does.
 */
export const wordingDue = lint({ 'wording-due': 'warning' }, function* ({ plan, places }) {
  for (const { id, pack, entry, due } of plan.requirements) {
    const targets = quotesOf(plan, entry).flatMap(quotedDays)
    if (targets.length === 0 || pack !== plan.pack.id) continue
    const isNamed = (day: string | undefined) => targets.some(({ value }) => value === day)
    const stated = due ? statedDays(plan, due) : [undefined]
    const days = new Set(stated?.flatMap((item) => (item?.sources.includes(item.day) ? [] : [item?.day])))
    const words = boundsText(targets)
    for (const day of days)
      if (!isNamed(day))
        yield {
          code: 'wording-due',
          about: id,
          place: entry.due === undefined ? places.named('requirement', id) : places.within('requirement', id, 'due'),
          message: {
            zh: `“${id}”的期限是${day ?? '空'}，所引原文为“${words}”。请改正 due 或出处。`,
            en: `${id} is due ${day ?? 'on no day'}, the source says ${words}. Correct the due date or the source.`,
          },
        }
  }
})
