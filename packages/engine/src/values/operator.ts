import { parseDay } from './date.ts'
import { allOf, anyOf, not, type Truth } from './truth.ts'
import { greatestOf, isCertain, leastOf, Unknown, type Value } from './value.ts'

/**
 * Either side of an operator: a value, or a list of values.
 * Lists are literals in packs; in `compileCondition` they may be facts too.
 */
export type Comparable = Value | bigint | readonly unknown[] | object | undefined

export type Test = (fact: Comparable, value: Comparable) => Truth

function open(side: Comparable): side is Unknown {
  return side instanceof Unknown
}

/** `===`, decided early where an interval or a certain existence excludes it. */
function equal(fact: Comparable, value: Comparable): Truth {
  if (!open(fact) && !open(value)) return fact === value
  if (open(fact) && open(value)) return disjoint(fact, value) ? false : undefined
  const [unknown, known] = open(fact) ? [fact, value] : [value as Unknown, fact]
  if (known === null) return unknown.certain ? false : undefined
  if (typeof known === 'number') return disjoint(unknown, known) ? false : undefined
  return undefined
}

function disjoint(a: Value, b: Value): boolean {
  if (!isCertain(a) && !isCertain(b)) return false // both may be none, and then they are equal
  return greatestOf(a) < leastOf(b) || greatestOf(b) < leastOf(a)
}

function isIn(fact: Comparable, list: Comparable): Truth {
  if (open(list)) return undefined
  return Array.isArray(list) ? anyOf(list, (item) => equal(fact, item as Comparable)) : false
}

function contains(fact: Comparable, value: Comparable): Truth {
  if (open(fact)) return undefined
  return Array.isArray(fact) ? anyOf(fact, (item) => equal(item as Comparable, value)) : false
}

/** Stock json-rules-engine says false for a fact that is no list, and so do we. */
function doesNotContain(fact: Comparable, value: Comparable): Truth {
  if (open(fact)) return undefined
  return Array.isArray(fact) ? not(contains(fact, value)) : false
}

/** An order operator from what it says of two numbers and of the extremes of two intervals. */
function order(
  compare: (a: number | bigint, b: number | bigint) => boolean,
  text: (a: string, b: string) => boolean,
): Test {
  // Every order is monotone in both sides, so two opposite corners of the intervals decide.
  return (fact, value) => {
    if (typeof fact === 'number' && typeof value === 'number') return compare(fact, value)
    if (typeof fact === 'string' && typeof value === 'string') return isDate(fact) && isDate(value) && text(fact, value)
    if (!open(fact) && !open(value)) return isNumeric(fact) && isNumeric(value) && compare(fact, value)
    if (typeof fact === 'bigint' || typeof value === 'bigint') return undefined
    if (!ordered(fact) || !ordered(value)) return false
    const corner = compare(leastOf(fact), greatestOf(value))
    if (corner !== compare(greatestOf(fact), leastOf(value))) return undefined
    return corner && !(isCertain(fact) && isCertain(value)) ? undefined : corner
  }
}

/** Whether a side can have an order at all: none, booleans and lists have none. */
function ordered(side: Comparable): side is Value {
  return typeof side === 'number' || open(side) || (typeof side === 'string' && isDate(side))
}

function isNumeric(side: Comparable): side is number | bigint {
  return typeof side === 'number' || typeof side === 'bigint'
}

function isDate(text: string): boolean {
  return parseDay(text) !== undefined
}

/** The ten operators of json-rules-engine. */
export const OPERATORS = {
  equal,
  notEqual: (fact, value) => not(equal(fact, value)),
  in: isIn,
  notIn: (fact, value) => not(isIn(fact, value)),
  contains,
  doesNotContain,
  lessThan: order(
    (a, b) => a < b,
    (a, b) => a < b,
  ),
  lessThanInclusive: order(
    (a, b) => a <= b,
    (a, b) => a <= b,
  ),
  greaterThan: order(
    (a, b) => a > b,
    (a, b) => a > b,
  ),
  greaterThanInclusive: order(
    (a, b) => a >= b,
    (a, b) => a >= b,
  ),
} as const satisfies Record<string, Test>

export type OperatorName = keyof typeof OPERATORS

/** Whether an operator asks for the order of its sides: only some types have one, and null has none. */
const IS_ORDER = {
  equal: false,
  notEqual: false,
  in: false,
  notIn: false,
  contains: false,
  doesNotContain: false,
  lessThan: true,
  lessThanInclusive: true,
  greaterThan: true,
  greaterThanInclusive: true,
} as const satisfies Record<OperatorName, boolean>

export type OrderName = {
  [Name in OperatorName]: (typeof IS_ORDER)[Name] extends true ? Name : never
}[OperatorName]

export function isOrder(operator: OperatorName): operator is OrderName {
  return IS_ORDER[operator]
}

/** What an operator says where it does not hold. */
export const OPPOSITES: Record<OperatorName, OperatorName> = {
  equal: 'notEqual',
  notEqual: 'equal',
  in: 'notIn',
  notIn: 'in',
  contains: 'doesNotContain',
  doesNotContain: 'contains',
  lessThan: 'greaterThanInclusive',
  greaterThanInclusive: 'lessThan',
  greaterThan: 'lessThanInclusive',
  lessThanInclusive: 'greaterThan',
}

/** What an operator says once its sides have changed places. */
export const CONVERSES: { readonly [Name in OperatorName]: Name extends OrderName ? OrderName : OperatorName } = {
  equal: 'equal',
  notEqual: 'notEqual',
  in: 'contains',
  notIn: 'doesNotContain',
  contains: 'in',
  doesNotContain: 'notIn',
  lessThan: 'greaterThan',
  greaterThan: 'lessThan',
  lessThanInclusive: 'greaterThanInclusive',
  greaterThanInclusive: 'lessThanInclusive',
}

export type SideName = 'fact' | 'value'

/** The side on which an operator takes a list; undefined where it takes none. */
export const LIST_SIDES: Record<OperatorName, SideName | undefined> = {
  equal: undefined,
  notEqual: undefined,
  in: 'value',
  notIn: 'value',
  contains: 'fact',
  doesNotContain: 'fact',
  lessThan: undefined,
  lessThanInclusive: undefined,
  greaterThan: undefined,
  greaterThanInclusive: undefined,
}

function overList(side: SideName, combine: typeof allOf): (next: Test) => Test {
  return (next) => (fact, value) => {
    const list = side === 'fact' ? fact : value
    if (open(list)) return undefined
    if (!Array.isArray(list)) return false
    return combine(list, (item: Comparable) => (side === 'fact' ? next(item, value) : next(fact, item)))
  }
}

/** The six operator decorators of json-rules-engine. */
export const DECORATORS = {
  not: (next) => (fact, value) => not(next(fact, value)),
  swap: (next) => (fact, value) => next(value, fact),
  someFact: overList('fact', anyOf),
  everyFact: overList('fact', allOf),
  someValue: overList('value', anyOf),
  everyValue: overList('value', allOf),
} as const satisfies Record<string, (next: Test) => Test>

export type DecoratorName = keyof typeof DECORATORS

/** The list that a decorator goes through; undefined where it goes through none. */
export const ITERATED_SIDES: Record<DecoratorName, SideName | undefined> = {
  not: undefined,
  swap: undefined,
  someFact: 'fact',
  everyFact: 'fact',
  someValue: 'value',
  everyValue: 'value',
}

/** `not:swap:lessThan` taken apart: the decorators in the order they are written, and the operator behind them. */
export interface ParsedOperator {
  decorators: DecoratorName[]
  operator: OperatorName
}

/** Parses an operator; `unknown` is the first part that is not known, `known` lists what is allowed there. */
export function parseOperator(text: string): ParsedOperator | { unknown: string; known: string[] } {
  const parts = text.split(':')
  const operator = parts.pop() ?? ''
  const decorators: DecoratorName[] = []
  for (const part of parts) {
    if (!Object.hasOwn(DECORATORS, part)) return { unknown: part, known: Object.keys(DECORATORS) }
    decorators.push(part as DecoratorName)
  }
  if (!Object.hasOwn(OPERATORS, operator)) return { unknown: operator, known: Object.keys(OPERATORS) }
  return { decorators, operator: operator as OperatorName }
}

/** The decorators of json-rules-engine are applied from the right: `not:swap:x` is not(swap(x)). */
export function testOf({ decorators, operator }: ParsedOperator, base: Test = OPERATORS[operator]): Test {
  return decorators.reduceRight<Test>((next, name) => DECORATORS[name](next), base)
}
