import type { Plan, PlannedRequirement } from '../plan/plan.ts'
import type { Text } from '../text/text.ts'
import type { Citation, Finding } from './report.ts'

/** What stands for the status of what is to be checked. */
export const TO_BE_CHECKED: Text = { zh: '待核', en: 'to be checked' }

/** The same where that is because nobody has seen the words of anything that it rests on. */
export const UNFOUNDED: Text = {
  zh: '待核（所依据的文件没有核对过原文）',
  en: 'to be checked (nobody has seen the words of what it rests on)',
}

/**
 * Whether what is not met is to be checked before anybody is told of it: it rests on how things stood after the day of the
 * report, or on nothing but instruments whose words nobody has seen.
 */
export function isToBeChecked(finding: Pick<Finding, 'status' | 'citations' | 'restsOnLaterDay'>): boolean {
  return finding.status === 'not_met' && (finding.restsOnLaterDay !== undefined || isUnfounded(finding))
}

/** Whether only what nobody has seen says that something has to be done; what gives a number of it does not say so. */
export function isUnfounded({ citations }: Pick<Finding, 'citations'>): boolean {
  return citations.filter(({ gives }) => gives === undefined).every(isUnverified)
}

/** Whether nobody has seen the words of an instrument in a copy: such a one can be no basis of an order. */
export function isUnverified({ evidence }: Pick<Citation, 'evidence'>): boolean {
  return evidence === 'to-be-verified'
}

/** Whether all that a requirement cites is instruments whose words nobody has seen, so that its findings are unfounded. */
export function restsOnUnseen({ instruments }: Plan, { entry: { clauses, basis = [] } }: PlannedRequirement): boolean {
  return (
    !clauses?.length &&
    basis.every(({ instrument, evidence }) => (evidence ?? instruments.get(instrument)?.evidence) === 'to-be-verified')
  )
}

/** Whether findings of a requirement may be unfounded on some day: what else it cites need not be in force on each. */
export function mayRestOnUnseen({ instruments }: Plan, { entry: { basis = [] } }: PlannedRequirement): boolean {
  return basis.some(
    ({ instrument, evidence }) => (evidence ?? instruments.get(instrument)?.evidence) === 'to-be-verified',
  )
}
