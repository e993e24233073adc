import type { RequirementEntry } from '../schema/requirement-schema.ts'

/** Whether a duty is a task of the years that its document plans for, or one of each of these years. */
export function endsWithPlan({ duty, recurs }: RequirementEntry): boolean {
  return duty === 'once' || recurs !== undefined
}
