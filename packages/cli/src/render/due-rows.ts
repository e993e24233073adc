import type { DueItem } from '@tiaoli/calendar'
import { statusText } from '@tiaoli/engine'
import type { Plan } from '@tiaoli/engine/plan'
import type { Context } from '../context.ts'
import { subjectTitle } from './subject-title.ts'

/** A row for each duty of a day: how it stands, what it is, and whom it concerns. */
export function dueRows(context: Context, plan: Plan, items: readonly DueItem[]): string[][] {
  const duties = Map.groupBy(items, ({ due, requirement, period, status }) =>
    JSON.stringify([due, requirement, period, status]),
  )
  const { language } = context
  return [...duties.values()].map((same) => {
    const { due, title, requirement, period, status, force, dutyBearer } = same[0]!
    return [
      due,
      status ? statusText({ status, force })[language] : dutyBearer[language],
      `${title[language]}${period === undefined ? '' : ` ${period}`} [${requirement}]`,
      concerned(context, plan, same),
    ]
  })
}

/** The one record with its place, several by their names. */
function concerned(context: Context, plan: Plan, items: readonly DueItem[]): string {
  const { texts, language } = context
  const subjects = items.flatMap(({ subject }) => subject ?? [])
  const [first, ...others] = subjects
  const label = items[0]!.scope[language]
  if (!first) return texts.calendar.every(label)
  if (others.length === 0) return subjectTitle(context, plan, first)
  return texts.calendar.subjects(
    label,
    subjects.map(({ name, id }) => name ?? id),
  )
}
