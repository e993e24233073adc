import type { OperatorName } from '../values/operator.ts'
import type { Expression } from './expression.ts'
import type { Given } from './fact.ts'

/** One bound of a fact, and what a value keeps to it by. */
export interface Bound {
  readonly fact: Given
  readonly operator: OperatorName
  readonly bound: Expression
}

const OPERATOR_OF = { min: 'greaterThanInclusive', max: 'lessThanInclusive', equals: 'equal' } as const

/** The bounds that the catalogue declares for a fact. */
export function boundsOf(fact: Given): Bound[] {
  return (['min', 'max', 'equals'] as const).flatMap((name) => {
    const bound = fact[name]
    return bound ? [{ fact, operator: OPERATOR_OF[name], bound }] : []
  })
}
