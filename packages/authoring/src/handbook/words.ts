import { FORCE_WORDS, type Force, type PlannedClause, type Text } from '@tiaoli/engine'

/** Clauses may also be mere background. */
export const FORCES: Record<Force | 'context', Text> = { ...FORCE_WORDS, context: { zh: '背景', en: 'context' } }

export const TESTABILITIES: Record<PlannedClause['testability'], Text> = {
  full: { zh: '依事实可检验', en: 'testable from facts' },
  parameter: { zh: '数值明确后可检验', en: 'testable once a number is fixed' },
  attestation: { zh: '凭证明检验', en: 'testable by attestation' },
  none: { zh: '不可检验', en: 'not testable' },
}
