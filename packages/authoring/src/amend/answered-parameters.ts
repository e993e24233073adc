import type { Text } from '@tiaoli/engine'
import type { Plan } from '@tiaoli/engine/plan'
import { clauseEncodings } from '../encoding/clause-encodings.ts'
import { CHINESE_NUMERAL } from './numeral.ts'

/** A parameter without a value, and the requirements that wait for it. */
export interface OpenParameter {
  readonly id: string
  readonly label: Text
  readonly requirements: readonly string[]
}

const NUMBER = new RegExp(
  String.raw`\d+(?:\.\d+)?%?|百分之${CHINESE_NUMERAL}|${CHINESE_NUMERAL}(?=[名人日天年月个次家所倍周])`,
  'gu',
)

/** Whether a new text gives a number that the old one had not. */
export function givesNumber(before: string, after: string): boolean {
  const known = new Set(before.match(NUMBER))
  return (after.match(NUMBER) ?? []).some((number) => !known.has(number))
}

/** The parameters without a value that requirements on some clauses use: numbers that new words give may answer them. */
export function openParameters(plan: Plan, clauses: readonly string[]): OpenParameter[] {
  const encodings = clauseEncodings({ plan })
  const resting = new Set(
    clauses.flatMap((clause) => (encodings.get(clause)?.citers ?? []).flatMap(({ requirement }) => requirement ?? [])),
  )
  const asking = plan.requirements.filter(({ id }) => resting.has(id))
  return [...plan.parameters].flatMap(([id, parameter]) => {
    if (parameter.entry.values.length > 0) return []
    const requirements = asking.flatMap((item) => (item.parameters.includes(parameter) ? [item.id] : []))
    return requirements.length > 0 ? [{ id, label: parameter.label, requirements }] : []
  })
}
