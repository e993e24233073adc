import type { Severity } from '../values/severity.ts'
import type { UnknownReason } from '../values/unknown-reason.ts'
import type { Status } from '../values/status.ts'
import type { Text } from '../errors/text.ts'
import type { Force } from '../schema/common-schema.ts'

/** What people call the status of a finding. */
export const STATUS_WORDS: Record<Status, Text> = {
  met: { zh: '符合', en: 'met' },
  met_late: { zh: '逾期完成', en: 'met late' },
  not_met: { zh: '不符合', en: 'not met' },
  pending: { zh: '未到期或审批中', en: 'pending' },
  exempted: { zh: '经同意的例外', en: 'exempted' },
  review: { zh: '需人工研判', en: 'to be judged by a person' },
  not_applicable: { zh: '不适用', en: 'not applicable' },
  calculated: { zh: '只列数据', en: 'calculated' },
  unknown: { zh: '无法判定', en: 'unknown' },
}

export const SEVERITY_WORDS: Record<Severity, Text> = {
  violation: { zh: '违反', en: 'violation' },
  shortfall: { zh: '未达到力争目标', en: 'shortfall' },
  suggestion: { zh: '建议', en: 'suggestion' },
  indicator: { zh: '指标', en: 'indicator' },
  advisory: { zh: '提示', en: 'advisory' },
  lapse: { zh: '逾期', en: 'lapse' },
}

export const FORCE_WORDS: Record<Force, Text> = {
  must: { zh: '应当、要', en: 'must' },
  direct: { zh: '应按要求执行', en: 'is to' },
  strive: { zh: '力争', en: 'strive' },
  encourage: { zh: '鼓励', en: 'encourage' },
  goal: { zh: '目标', en: 'goal' },
  constitutive: { zh: '规定性表述', en: 'constitutive' },
  advisory: { zh: '一般、可以', en: 'generally, may' },
}

export const REASON_WORDS: Record<UnknownReason, Text> = {
  missing_fact: { zh: '缺少事实', en: 'a fact is missing' },
  missing_parameter: { zh: '参数没有值', en: 'a parameter has no value' },
  conflict: { zh: '填报互相矛盾', en: 'what was given does not agree' },
}
