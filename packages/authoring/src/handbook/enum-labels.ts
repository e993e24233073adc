import type { Text } from '@tiaoli/engine'
import { FORCE_WORDS, type Fact, type Force, type PlannedClause, type RequirementEntry } from '@tiaoli/engine/plan'

/** Clauses may also be mere background. */
export const FORCE_LABELS: Record<Force | 'context', Text> = { ...FORCE_WORDS, context: { zh: '背景', en: 'context' } }

export const TESTABILITY_LABELS: Record<PlannedClause['testability'], Text> = {
  full: { zh: '依事实可检验', en: 'testable from facts' },
  parameter: { zh: '数值明确后可检验', en: 'testable once a number is fixed' },
  attestation: { zh: '凭证明检验', en: 'testable by attestation' },
  none: { zh: '不可检验', en: 'not testable' },
}

export const DUTY_LABELS: Record<NonNullable<RequirementEntry['duty']>, Text> = {
  once: { zh: '一次性', en: 'once' },
  standing: { zh: '经常性', en: 'standing' },
}

export const TYPE_LABELS: Record<Fact['type'], Text> = {
  boolean: { zh: '是或否', en: 'yes or no' },
  integer: { zh: '整数', en: 'whole number' },
  money: { zh: '金额', en: 'amount of money' },
  rate: { zh: '比率', en: 'rate' },
  date: { zh: '日期', en: 'date' },
  enum: { zh: '选项', en: 'one of the values below' },
  id: { zh: '代号', en: 'id' },
  text: { zh: '文字', en: 'text' },
  reference: { zh: '所指记录的代号', en: 'id of the record referred to' },
  share: { zh: '比例', en: 'share' },
  number: { zh: '数', en: 'number' },
}
