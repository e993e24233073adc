import type { ConflictReport, Plan } from '@tiaoli/engine/plan'
import type { Context } from '../context.ts'
import { subjectTitle } from './subject-title.ts'

/** Which record does not agree with itself or others, in what and why. */
export function conflictLine(context: Context, plan: Plan, { subject, text, facts }: ConflictReport): string {
  const { out, texts, language } = context
  const mark = out.paint('yellow', texts.report.conflict)
  return `${mark} ${subjectTitle(context, plan, subject)}${texts.finding.colon}${text[language]} [${facts.join(', ')}]`
}
