import type { NextQuestions } from '@tiaoli/engine'
import { YUAN, type Plan } from '@tiaoli/engine/plan'

/** Questions as people answer them: amounts in the currency, though the ledger counts the smallest unit of it. */
export function inWholeMoney({ facts }: Plan, asked: NextQuestions): NextQuestions {
  const questions = asked.questions.map((question) => {
    const { answer, fact } = question
    if (answer.kind !== 'value' || answer.type !== 'money') return question
    return { ...question, answer: { ...answer, unit: (facts.get(fact)?.currency ?? YUAN).sign } }
  })
  return { ...asked, questions }
}
