import { nextQuestions, type NextQuestions, type Policy } from '@tiaoli/engine'
import type { AsksOf } from './calls.ts'
import { inWholeMoney } from './in-whole-money.ts'

/** So many questions are asked at once. */
const QUESTIONS = 60

/** What is missing of records, the most deciding first. */
export function questionsOn(policy: Policy, ledger: unknown, asked: AsksOf<'ask'>): NextQuestions {
  return inWholeMoney(policy.plan, nextQuestions(policy, ledger, { ...asked, limit: QUESTIONS }))
}
