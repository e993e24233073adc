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
    const failures = result!.failures.map((failure) => failureInWords(plan, failure))
    if (failures.length > 0) failed.push({ file: item.file, id, title, failures })
  }
  return failed
}

function failureInWords(plan: Plan, { requirement: id, field, expected, actual }: CaseFailure) {
  const requirement = plan.requirements.find((one) => one.id === id)
  return {
    requirement: requirement && textWithoutRecord(plan, requirement.title),
    field: field === 'status' ? undefined : fieldInWords(field),
    expected: inWords(expected),
    actual: inWords(actual),
  }
}

/** What of a finding is expected, by the beginning of its name. */
const FIELDS: Readonly<Record<string, Text>> = {
  possible: { zh: '尚有可能的结论', en: 'possible outcomes' },
  unknownReasons: { zh: '无法判定的原因', en: 'why it is unknown' },
  missing: { zh: '缺少的内容', en: 'what is missing' },
  daysLate: { zh: '逾期天数', en: 'days late' },
  due: { zh: '期限', en: 'due' },
  notes: { zh: '提示', en: 'notes' },
  figures: { zh: '列示的数据', en: 'figures' },
  conflicts: { zh: '填报矛盾', en: 'contradictions' },
  absent: { zh: '是否提出', en: 'whether it is asked' },
  subject: { zh: '对象', en: 'record' },
}

function fieldInWords(field: string): Text {
  return FIELDS[field.split('.')[0]!] ?? { zh: '核查', en: 'evaluation' }
}

function inWords(value: unknown): Text {
  if (typeof value === 'string' && Object.hasOwn(STATUS_WORDS, value))
    return STATUS_WORDS[value as keyof typeof STATUS_WORDS]
  if (value === undefined) return { zh: '没有', en: 'none' }
  if (Array.isArray(value)) {
    const all = value.map(inWords)
    return { zh: all.map(({ zh }) => zh).join('、') || '没有', en: all.map(({ en }) => en).join(', ') || 'none' }
  }
  if (typeof value === 'boolean') return value ? { zh: '有', en: 'yes' } : { zh: '没有', en: 'no' }
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return { zh: text, en: text }
}
