import type { Text } from '../text/text.ts'
import { shownClause } from '../report/shown-clause.ts'
import { isPlannedFor, isPlannedThroughout, type PlannedClause } from '../plan/document.ts'
import { endsWithPlan } from '../plan/ends-with-plan.ts'
import type { EvaluationContext } from '../plan/evaluation-context.ts'
import type { Plan, PlannedRequirement } from '../plan/plan.ts'
import type { Finding } from '../report/report.ts'
import type { Explainer } from './explainer.ts'

type Notes = Finding['notes']

/** Whether the years that the document plans for are over. */
function isPastPlan({ horizon }: PlannedRequirement, { session: { asOf } }: EvaluationContext): boolean {
  return horizon !== undefined && !isPlannedFor(horizon, asOf)
}

/** Whether what was not done is for a person to judge because it is a task, or of a year, behind those years. */
function isLeftToPerson({ entry, horizon }: PlannedRequirement, { session, yearStart }: EvaluationContext): boolean {
  if (horizon === undefined || !endsWithPlan(entry)) return false
  return !isPlannedFor(horizon, entry.recurs ? yearStart : session.asOf)
}

/** Why what was not done in the years planned for is for a person to judge. */
export function pastPlanNotes(
  explainer: Explainer,
  requirement: PlannedRequirement,
  context: EvaluationContext,
  day: number | undefined,
): Notes {
  const { horizon } = requirement
  if (!horizon || !isLeftToPerson(requirement, context)) return []
  const { entry } = horizon
  // What the pack says itself of the end of its plan stands once, before the findings.
  const text = isOwnPlan(explainer.plan, entry) ? forAPerson(amending(explainer, requirement, context)) : entry.text
  return [{ id: 'past-horizon', text, citations: explainer.cite(entry, day) }]
}

/** Whether the document has planned, without a break, from a last day on: else the days since then are not counted. */
export function countsDays({ horizon }: PlannedRequirement, last: number, { session }: EvaluationContext): boolean {
  return horizon === undefined || isPlannedThroughout(horizon, last, session.asOf)
}

/** Why what is overdue has no number of days. */
export function daysNotCountedNotes(requirement: PlannedRequirement, last: number, context: EvaluationContext): Notes {
  if (countsDays(requirement, last, context)) return []
  const past = requirement.firstPeriod ? DAYS_NOT_COUNTED : STILL_ASKED
  return [{ id: 'days-not-counted', text: isPastPlan(requirement, context) ? past : HAD_LAPSED, citations: [] }]
}

function isOwnPlan({ documents, pack }: Plan, entry: object): boolean {
  return [...documents.values()].some((document) => document.pack === pack.id && document.horizon?.entry === entry)
}

/** The clauses that have changed words of what a requirement rests on by the day, without years of their own for it. */
function amending(
  { plan }: Explainer,
  { entry: { clauses = [] }, horizon }: PlannedRequirement,
  { session: { asOf } }: EvaluationContext,
): PlannedClause[] {
  const continuing = clauses.flatMap((reference) => clausesContinuing(plan.clauses.get(reference), asOf))
  const planning = new Set(horizon?.prolonged.map(({ by }) => by))
  return [...new Set(continuing)].filter((by) => !planning.has(by))
}

function clausesContinuing(
  clause: PlannedClause | undefined,
  day: number,
  above: readonly PlannedClause[] = [],
): PlannedClause[] {
  return (clause?.endings ?? []).flatMap(({ how, by, day: from }) =>
    how === 'continues' && day >= from && !above.includes(by)
      ? [by, ...clausesContinuing(by, day, [...above, by])]
      : [],
  )
}

function forAPerson(by: readonly PlannedClause[]): Text {
  if (by.length === 0) return FOR_A_PERSON
  const names = by.map(shownClause)
  return {
    zh: `文件规划期已届满，${names.map(({ zh }) => zh).join('、')}改动了本项的文字而没有另定规划期：是否仍须办理，由人工研判。`,
    en: `The years that the document plans for are over, and ${names.map(({ en }) => en).join(', ')} changed words of this without planning for it anew: whether it is still to be done is for a person to judge.`,
  }
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

const HAD_LAPSED: Text = {
  zh: '文件规划期曾经届满，后来才延续，逾期日数不再计算。',
  en: 'The years that the document plans for had been over before it was prolonged: the days since the last day are not counted.',
}
