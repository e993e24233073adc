import type { Text } from '@tiaoli/engine'
import { formatDay, standingOf } from '@tiaoli/engine/plan'
import { datedValues } from '../encoding/dated-values.ts'
import { lint } from '../lint.ts'
import { daySpan, spanText, type DaySpan } from './day-span.ts'

/** Dated values of parameters whose clauses had ended before, or take effect only after. */
export const valueNeverHolds = lint({ 'value-never-holds': 'warning' }, function* (context) {
  for (const { parameter, written, place, entry } of datedValues(context)) {
    if (entry) continue
    const clauses = (written.clauses ?? []).flatMap((reference) => context.plan.clauses.get(reference) ?? [])
    const days = daySpan(written)
    const standing = standingOf(clauses)
    yield {
      code: 'value-never-holds',
      about: parameter.name,
      place,
      message: standing.to <= days.from ? endedMessage(days, standing) : notYetMessage(days, standing),
    }
  }
})

function endedMessage(days: DaySpan, { to, endings }: ReturnType<typeof standingOf>): Text {
  const [when, end, by] = [spanText(days), formatDay(to), endings.map((ending) => ending.by.reference).join(', ')]
  return {
    zh: `这个值${when.zh}适用，而所引条款自 ${end} 起已经失效${by && `（${by}）`}，因此永远用不上。请删去这个值，或引用届时仍然有效的条款。`,
    en: `This value is for the days ${when.en}, but the clauses that it cites end on ${end}${by && ` (${by})`}, so it never holds. Remove it, or cite a clause that still holds then.`,
  }
}

function notYetMessage(days: DaySpan, { from }: ReturnType<typeof standingOf>): Text {
  const [when, start] = [spanText(days), formatDay(from)]
  return {
    zh: `这个值${when.zh}适用，而所引条款自 ${start} 起才代替或延续原来的条款，因此永远用不上。请删去这个值，或引用当时有效的条款。`,
    en: `This value is for the days ${when.en}, but the clauses that it cites take the place of earlier ones only from ${start} on, so it never holds. Remove it, or cite a clause that held then.`,
  }
}
