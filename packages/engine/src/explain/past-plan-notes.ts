import type { Text } from '../errors/text.ts'
import { isPlannedFor } from '../plan/document.ts'
import type { EvaluationContext } from '../plan/evaluation-context.ts'
import type { Plan, PlannedRequirement } from '../plan/plan.ts'
import type { Finding } from '../report/report.ts'
import type { Explainer } from './explainer.ts'

type Notes = Finding['notes']

/** Whether the years that the document plans for are over: the days since a last day are counted no longer. */
export function isPastPlan({ horizon }: PlannedRequirement, { session: { asOf } }: EvaluationContext): boolean {
  return horizon !== undefined && !isPlannedFor(horizon, asOf)
}

/** Why what was not done in the years planned for is for a person to judge. */
export function pastPlanNotes(
  explainer: Explainer,
  requirement: PlannedRequirement,
  context: EvaluationContext,
  day: number | undefined,
): Notes {
  const { horizon } = requirement
  if (!horizon || !isPastPlan(requirement, context)) return []
  const { entry } = horizon
  // What the pack says itself of the end of its plan stands once, before the findings.
  const text = isOwnPlan(explainer.plan, entry) ? FOR_A_PERSON : entry.text
  return [{ id: 'past-horizon', text, citations: explainer.cite(entry, day) }]
}

/** Why what is overdue has no number of days. */
export function daysNotCountedNotes(requirement: PlannedRequirement, context: EvaluationContext): Notes {
  if (!isPastPlan(requirement, context)) return []
  return [{ id: 'days-not-counted', text: requirement.firstPeriod ? DAYS_NOT_COUNTED : STILL_ASKED, citations: [] }]
}

function isOwnPlan({ documents, pack }: Plan, entry: object): boolean {
  return [...documents.values()].some((document) => document.pack === pack.id && document.horizon?.entry === entry)
}

const FOR_A_PERSON: Text = {
  zh: '文件规划期已届满：本项是否仍须办理，由人工研判。',
  en: 'The years that the document plans for are over: whether this is still to be done is for a person to judge.',
}

const DAYS_NOT_COUNTED: Text = {
  zh: '文件规划期已届满，逾期日数不再计算。',
  en: 'The years that the document plans for are over: the days since the last day are not counted.',
}

const STILL_ASKED: Text = {
  zh: '文件规划期已届满。本项未限于规划期内办理，仍按原文评价，但逾期日数不再计算。',
  en: 'The years that the document plans for are over. This duty is not limited to them and is still judged by the text, but the days since the last day are not counted.',
}
