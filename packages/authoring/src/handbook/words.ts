import type { Force, PlannedClause, Status, Text } from '@tiaoli/engine'

export const STATUSES: Record<Status, Text> = {
  met: { zh: '符合', en: 'met' },
  met_late: { zh: '逾期完成', en: 'met late' },
  not_met: { zh: '不符合', en: 'not met' },
  pending: { zh: '未到期或审批中', en: 'pending' },
  exempted: { zh: '经同意的例外', en: 'exempted' },
  review: { zh: '需人工研判', en: 'to be judged by a person' },
  not_applicable: { zh: '不适用', en: 'not applicable' },
  unknown: { zh: '无法判定', en: 'unknown' },
}

export const FORCES: Record<Force | 'context', Text> = {
  must: { zh: '必须', en: 'must' },
  direct: { zh: '应按要求执行', en: 'is to' },
  strive: { zh: '力争', en: 'strive' },
  encourage: { zh: '鼓励', en: 'encourage' },
  goal: { zh: '目标', en: 'goal' },
  constitutive: { zh: '规定性表述', en: 'constitutive' },
  advisory: { zh: '一般、可以', en: 'generally, may' },
  context: { zh: '背景', en: 'context' },
}

export const TESTABILITIES: Record<PlannedClause['testability'], Text> = {
  full: { zh: '依事实可检验', en: 'testable from facts' },
  parameter: { zh: '数值明确后可检验', en: 'testable once a number is fixed' },
  attestation: { zh: '凭证明检验', en: 'testable by attestation' },
  none: { zh: '不可检验', en: 'not testable' },
}
