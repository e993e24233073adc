import type { DueItem } from '@tiaoli/calendar'
import { statusText, type Text } from '@tiaoli/engine'
import { isToBeChecked, TO_BE_CHECKED, type Plan } from '@tiaoli/engine/plan'
import type { Context } from '../context.ts'
import { subjectTitle } from './subject-title.ts'

/** A row for each duty of a day: its status, its title, and whom it concerns. */
export function dueRows(context: Context, plan: Plan, items: readonly DueItem[]): string[][] {
  const duties = Map.groupBy(items, (item) => JSON.stringify([item.due, item.requirement, item.period, stateOf(item)]))
  const { language } = context
  return [...duties.values()].map((same) => {
    const { due, title, requirement, period, dutyBearer, note } = same[0]!
    return [
      due,
      (stateOf(same[0]!) ?? dutyBearer)[language],
      `${title[language]}${period === undefined ? '' : ` ${period}`} [${requirement}]`,
      [concerned(context, plan, same), ...(note ? [note[language]] : [])].join(language === 'zh' ? '；' : '; '),
    ]
  })
}

function stateOf(item: DueItem): Text | undefined {
  const { status, force } = item
  if (!status) return undefined
  return isToBeChecked({ ...item, status }) ? TO_BE_CHECKED : statusText({ status, force })
}

/** The one record with its place, several by their names. */
function concerned(context: Context, plan: Plan, items: readonly DueItem[]): string {
  const { texts, language } = context
  const subjects = items.flatMap(({ subject }) => subject ?? [])
  const [first, ...others] = subjects
  const { scope, requirement } = items[0]!
  const label = scope[language]
  if (!first) return isOfRoot(plan, requirement) ? texts.calendar.whole(label) : texts.calendar.every(label)
  if (others.length === 0) return subjectTitle(context, plan, first)
  return texts.calendar.subjects(
    label,
    subjects.map(({ name, id }) => name ?? id),
  )
}

/** A ledger has one record of its root scope: a duty of it is not one of several. */
function isOfRoot(plan: Plan, id: string): boolean {
  return plan.requirements.some((requirement) => requirement.id === id && requirement.subject === plan.root)
}
