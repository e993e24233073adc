import { nextQuestions, type Policy } from '@tiaoli/engine'
import type { NextQuestion } from '@tiaoli/engine/plan'
import type { AsksOf, Questions } from './calls.ts'
import { inWholeMoney } from './in-whole-money.ts'

/** What is missing of records, the most deciding first. */
export function questionsOn(policy: Policy, ledger: unknown, asked: AsksOf<'ask'>): Questions {
  const { limit = Infinity, fact, ...of } = asked
  const found = nextQuestions(policy, ledger, { ...of, limit: Infinity })
  const ofFact = fact === undefined ? found.questions : found.questions.filter((question) => question.fact === fact)
  return {
    ...inWholeMoney(policy.plan, { ...found, questions: ofFact.slice(0, limit) }),
    alike: alikeIn(found.questions),
  }
}

function alikeIn(questions: readonly NextQuestion[]): Record<string, number> {
  const counts = new Map<string, number>()
  for (const { fact, answer, pointer } of questions)
    if (pointer !== undefined && answer.kind === 'value' && (answer.values || answer.type === 'boolean'))
      counts.set(fact, (counts.get(fact) ?? 0) + 1)
  return Object.fromEntries([...counts].filter(([, count]) => count > 1))
}
