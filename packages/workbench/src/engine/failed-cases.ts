import { STATUS_WORDS, type Policy, type Text } from '@tiaoli/engine'
import { checkCases, textWithoutRecord, type CaseFailure, type Plan } from '@tiaoli/engine/plan'
import type { FailedCase } from './revision-calls.ts'

/** Milliseconds for which the thread listens to nobody. */
const AT_A_TIME = 30

/** Runs the cases of a pack, and pauses to hear whether anybody still wants to know. Throws where nobody does. */
export async function failedCases(policy: Policy, signal: AbortSignal): Promise<FailedCase[]> {
  const { plan } = policy
  const failed: FailedCase[] = []
  let since = performance.now()
  for (const item of plan.cases) {
    if (performance.now() - since > AT_A_TIME) {
      await new Promise((resume) => setTimeout(resume))
      signal.throwIfAborted()
      since = performance.now()
    }
    const [result] = await checkCases({ ...plan, cases: [item] }, (ledger, options) => policy.evaluate(ledger, options))
    const { id, title } = item.case
    const [first] = result!.failures
    if (first) failed.push({ file: item.file, id, title, ...failureInWords(plan, first) })
  }
  return failed
}

function failureInWords(plan: Plan, { requirement: id, field, expected, actual }: CaseFailure) {
  const requirement = plan.requirements.find((one) => one.id === id)
  return {
    requirement: requirement && textWithoutRecord(plan, requirement.title),
    field,
    expected: inWords(expected),
    actual: inWords(actual),
  }
}

function inWords(value: unknown): Text {
  if (typeof value === 'string' && Object.hasOwn(STATUS_WORDS, value))
    return STATUS_WORDS[value as keyof typeof STATUS_WORDS]
  if (value === undefined) return { zh: '没有', en: 'none' }
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return { zh: text, en: text }
}
