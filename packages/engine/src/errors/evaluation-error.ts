import type { Text } from '../text/text.ts'

const EVALUATION_SENTENCES = {
  'number-too-large': {
    zh: '数值之和或积超过 9007199254740991，无法精确计算。请检查数值；金额以最小货币单位计。',
    en: 'A sum or product passes 9007199254740991 and would not be exact. Check the numbers: amounts of money are in the smallest unit of the currency.',
  },
  'date-out-of-range': {
    zh: '推算出的日期超出 0001-01-01 至 9999-12-31。请检查所加的天数、月数或年数。',
    en: 'A computed date lies outside 0001-01-01 to 9999-12-31. Check the days, months or years that are added.',
  },
  'too-many-findings': {
    zh: '结论条数超过 maxFindings。请以 requirements、subjects、scopes 或 periods 限定范围；评价时也可以 statuses 限定状态。',
    en: 'There are more findings than maxFindings allows. Limit them by requirements, subjects, scopes or periods; in an evaluation, by statuses as well.',
  },
  'too-many-decisions': {
    zh: '需要判定的次数（每项要求、每条记录、每个年度各一次）超过 maxDecisions，未列出的也计算在内。请以 requirements、subjects、scopes 或 periods 限定范围。',
    en: 'More decisions are needed than maxDecisions allows: one for each requirement, record and year, listed or not. Limit them by requirements, subjects, scopes or periods.',
  },
} as const satisfies Record<string, Text>

/** An answer that cannot be given: a result that would not be exact, or more findings or decisions than were allowed. */
export class EvaluationError extends Error {
  override readonly name = 'EvaluationError'
  readonly code: keyof typeof EVALUATION_SENTENCES
  readonly text: Text

  constructor(code: keyof typeof EVALUATION_SENTENCES) {
    super(EVALUATION_SENTENCES[code].en)
    this.code = code
    this.text = EVALUATION_SENTENCES[code]
  }
}

/** What is computed, or undefined where that cannot be done exactly: for tries that may come to nothing. */
export function ifComputable<T>(compute: () => T): T | undefined {
  try {
    return compute()
  } catch (error) {
    if (error instanceof EvaluationError) return undefined
    throw error
  }
}
