import { textWithoutRecord, type Plan } from '@tiaoli/engine/plan'
import type { Context } from '../context.ts'

/** The requirements whose due dates no record at hand decides, by title and id under a heading; no lines if a record decides all. */
export function undatedLines({ texts, language }: Context, plan: Plan, ids: readonly string[]): string[] {
  const undated = plan.requirements.filter(({ id }) => ids.includes(id))
  if (undated.length === 0) return []
  return [
    '',
    texts.calendar.undated,
    ...undated.map(({ id, title }) => `  ${textWithoutRecord(plan, title)[language]} [${id}]`),
  ]
}
