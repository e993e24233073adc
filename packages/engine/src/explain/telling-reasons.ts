import type { Answer } from '../decide/decide.ts'
import type { Plan } from '../plan/plan.ts'
import type { Reason } from '../report/report.ts'
import type { Reasons } from './reasons.ts'
import { isOrder, type OperatorName } from '../values/operator.ts'

/** The reasons that one answer gives. */
export interface AnswerReasons extends Reasons {
  readonly answer: Answer
}

/**
 * The reasons without those that a reader can do without (decision 0058): that nothing has ended yet, where something
 * applies or is met, and values that another reason states with more. The last answer keeps at least one of its own.
 */
export function tellingReasons(plan: Plan, answers: readonly AnswerReasons[]): Reason[] {
  const all = answers.flatMap(({ reasons }) => reasons)
  const decisive = answers.reduce<AnswerReasons | undefined>(
    (last, given) => (given.reasons.length > 0 ? given : last),
    undefined,
  )
  return answers.flatMap((given) => {
    const kept = given.reasons.filter((reason) => !isNoEnd(plan, reason, given.answer) && !isRepeated(reason, all))
    return given === decisive && kept.length === 0 ? given.reasons : kept
  })
}

/** A condition that asks whether a day has not come, such as that of a dissolution, and finds that it has not. */
function isNoEnd({ facts }: Plan, { part, fact, operator, actual, holds }: Reason, { truth }: Answer): boolean {
  if (actual !== null || facts.get(fact)?.type !== 'date') return false
  const isBackground = part === 'applies' || (part === 'requires' && truth === true)
  if (!isBackground) return false
  return holds ? operator === 'equal' : truth === true && isOrder(operator as OperatorName)
}

/** That there is a value, where another reason says what it is compared with. */
function isRepeated({ fact, actual, expected }: Reason, all: readonly Reason[]): boolean {
  if (actual === null || expected !== null) return false
  return all.some((other) => other.fact === fact && other.actual === actual && other.expected !== null)
}
