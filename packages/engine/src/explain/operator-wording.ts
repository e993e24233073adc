import type { Text } from '../text/text.ts'
import type { Described } from '../plan/fact.ts'
import { isOrder, type OperatorName, type OrderName } from '../values/operator.ts'

/** How an order reads before what it is compared with. */
const ORDER_WORDING: Record<'number' | 'rate' | 'date', Record<OrderName, Text>> = {
  number: {
    lessThan: { zh: '少于', en: 'less than' },
    lessThanInclusive: { zh: '不超过', en: 'at most' },
    greaterThan: { zh: '超过', en: 'more than' },
    greaterThanInclusive: { zh: '不少于', en: 'at least' },
  },
  rate: {
    lessThan: { zh: '低于', en: 'less than' },
    lessThanInclusive: { zh: '不高于', en: 'at most' },
    greaterThan: { zh: '高于', en: 'more than' },
    greaterThanInclusive: { zh: '不低于', en: 'at least' },
  },
  date: {
    lessThan: { zh: '早于', en: 'before' },
    lessThanInclusive: { zh: '不晚于', en: 'on or before' },
    greaterThan: { zh: '晚于', en: 'after' },
    greaterThanInclusive: { zh: '不早于', en: 'on or after' },
  },
}

/** How an operator reads that is no order: it asks whether the sides are the same, or one among the other. */
export interface EqualityWording {
  readonly order?: undefined
  /** Whether it holds of what is the same. */
  readonly same: boolean
  /** Without what it compares. */
  readonly alone: Text
  /** Before a value. */
  readonly value: Text
  /** Of two facts; in English between them. */
  readonly facts: Text
}

const SAME: Omit<EqualityWording, 'alone'> = {
  same: true,
  value: { zh: '为', en: 'is' },
  facts: { zh: '一致', en: 'is the same as' },
}

const DIFFERENT: Omit<EqualityWording, 'alone'> = {
  same: false,
  value: { zh: '不是', en: 'is not' },
  facts: { zh: '不一致', en: 'differs from' },
}

/** Typed, so that no operator reads as another for want of words. */
const EQUALITY_WORDING: Record<Exclude<OperatorName, OrderName>, EqualityWording> = {
  equal: { ...SAME, alone: { zh: '等于', en: 'equals' } },
  notEqual: { ...DIFFERENT, alone: { zh: '不等于', en: 'does not equal' } },
  in: { ...SAME, alone: { zh: '属于', en: 'is one of' } },
  notIn: { ...DIFFERENT, alone: { zh: '不属于', en: 'is not one of' } },
  contains: { ...SAME, alone: { zh: '包含', en: 'contains' } },
  doesNotContain: { ...DIFFERENT, alone: { zh: '不包含', en: 'does not contain' } },
}

export type OperatorWording = { readonly order: Text } | EqualityWording

export function wordingOf({ type }: Described, operator: OperatorName): OperatorWording {
  if (!isOrder(operator)) return EQUALITY_WORDING[operator]
  return { order: ORDER_WORDING[type === 'date' || type === 'rate' ? type : 'number'][operator] }
}
