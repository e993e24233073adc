import type { OperatorName } from '../values/operator.ts'
import type { Expression } from './expression.ts'
import { between, greatestOf, isCertain, leastOf, type Value } from '../values/value.ts'
import { blankOf, type Given } from './fact.ts'

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

/** What is known of a fact that was not given, by the values of its bounds. */
export function withinBounds(fact: Given, valueOf: (bound: Expression) => Value | undefined): Value {
  const [min, max, equals] = [fact.min, fact.max, fact.equals].map((bound) => bound && valueOf(bound))
  const least = Math.max(lower(min), lower(equals))
  const greatest = Math.min(upper(max), upper(equals))
  const blank = blankOf(fact)
  return least > greatest ? blank : between(least, greatest, isCertain(blank))
}

const lower = (value: Value | undefined) => (value === undefined || value === null ? -Infinity : leastOf(value))
const upper = (value: Value | undefined) => (value === undefined || value === null ? Infinity : greatestOf(value))
