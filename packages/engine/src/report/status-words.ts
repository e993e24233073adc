import type { Severity } from '../values/severity.ts'
import type { UnknownReason } from '../values/unknown-reason.ts'
import type { Status } from '../values/status.ts'
import type { Text } from '../text/text.ts'
import type { Force } from '../schema/common-schema.ts'
import { binds } from './binds.ts'

/** All share these words. */
function frozen<Name extends string>(words: Record<Name, Text>): Readonly<Record<Name, Text>> {
  for (const text of Object.values<Text>(words)) Object.freeze(text)
  return Object.freeze(words)
}

/** What people call the status of a finding. */
export const STATUS_WORDS: Readonly<Record<Status, Text>> = frozen({
  met: { zh: '符合', en: 'met' },
  met_late: { zh: '逾期完成', en: 'met late' },
  not_met: { zh: '不符合', en: 'not met' },
  pending: { zh: '未到期或审批中', en: 'pending' },
  exempted: { zh: '经同意的例外', en: 'exempted' },
  review: { zh: '需人工研判', en: 'to be judged by a person' },
  not_applicable: { zh: '不适用', en: 'not applicable' },
  calculated: { zh: '只列数据', en: 'calculated' },
  unknown: { zh: '无法判定', en: 'unknown' },
})

/** The same where findings are counted whatever their force. */
export const STATUS_TOTALS: Readonly<Record<Status, Text>> = frozen({
  ...STATUS_WORDS,
  not_met: { zh: '不符合或未做到', en: 'not met' },
})

/** What is no duty can come after the day aimed at, but is not overdue. */
const DONE_AFTER: Text = { zh: '期限后完成', en: 'done after the day aimed at' }
const NOT_REACHED: Text = { zh: '目标尚未实现', en: 'not reached yet' }

/** What it is called not to meet a requirement that is no duty. */
const NOT_MET = frozen({
  strive: NOT_REACHED,
  goal: NOT_REACHED,
  encourage: { zh: '未做到（鼓励事项，仅作建议）', en: 'not done (encouraged, a suggestion only)' },
  advisory: { zh: '未做到（一般性要求，仅作提示）', en: 'not so (usual, a hint only)' },
})

interface Judged {
  status: Status
  force: Force
  daysLate?: number | undefined
}

/** What people call the status of a finding under its force. */
export function statusText({ status, force, daysLate }: Judged): Text {
  if (status === 'not_met') return binds(force) ? STATUS_WORDS.not_met : NOT_MET[force]
  const words = status === 'met_late' && !binds(force) ? DONE_AFTER : STATUS_WORDS[status]
  if (status !== 'met_late' || daysLate === undefined) return words
  return {
    zh: `${words.zh}（${binds(force) ? '逾期' : '晚'}${daysLate}日）`,
    en: `${words.en} (by ${daysLate} ${daysLate === 1 ? 'day' : 'days'})`,
  }
}

/** Whether it is a duty that a finding shows to be broken, and not a goal, an encouragement or a usage. */
export function isBroken({ status, force }: Judged): boolean {
  return status === 'not_met' && binds(force)
}

export const SEVERITY_WORDS: Readonly<Record<Severity, Text>> = frozen({
  violation: { zh: '违反', en: 'violation' },
  shortfall: { zh: '未达到力争目标', en: 'shortfall' },
  suggestion: { zh: '建议', en: 'suggestion' },
  indicator: { zh: '指标', en: 'indicator' },
  advisory: { zh: '提示', en: 'advisory' },
  lapse: { zh: '逾期', en: 'lapse' },
})

export const FORCE_WORDS: Readonly<Record<Force, Text>> = frozen({
  must: { zh: '应当、要', en: 'must' },
  direct: { zh: '应按要求执行', en: 'is to' },
  strive: { zh: '力争', en: 'strive' },
  encourage: { zh: '鼓励', en: 'encourage' },
  goal: { zh: '目标', en: 'goal' },
  constitutive: { zh: '体制性规定', en: 'constitutive' },
  advisory: { zh: '一般、可以', en: 'generally, may' },
})

export const REASON_WORDS: Readonly<Record<UnknownReason, Text>> = frozen({
  missing_fact: { zh: '缺少事实', en: 'a fact is missing' },
  missing_parameter: { zh: '参数未设定', en: 'a parameter is not set' },
  earlier_ledger: { zh: '台账日期较早', en: 'the ledger is of an earlier day' },
  conflict: { zh: '填报矛盾', en: 'entries contradict each other' },
})
