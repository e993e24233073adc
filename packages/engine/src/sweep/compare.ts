import type { OperatorName } from '../values/operator.ts'
import type { Value } from '../values/value.ts'
import type { NumberColumn, TruthColumn } from './column.ts'
import { FALSE, negate, OPEN, TRUE, type Bytes } from './truths.ts'

/*
 * A loop for each operator, which calls nothing and guesses nothing: a processor that guesses a branch wrongly loses more
 * time than a comparison takes, and a look into a table of answers takes as long again. None is not a number, which no
 * comparison holds of, and which differs from all.
 */

type Loop<Side> = (numbers: Float64Array, other: Side, to: Uint8Array) => void

/** True is one more than false. */
const ONE: Partial<Record<OperatorName, Loop<number>>> = {
  equal: (numbers, other, to) => {
    for (let i = 0; i < numbers.length; i++) to[i] = FALSE + Number(numbers[i] === other)
  },
  notEqual: (numbers, other, to) => {
    for (let i = 0; i < numbers.length; i++) to[i] = FALSE + Number(numbers[i] !== other)
  },
  lessThan: (numbers, other, to) => {
    for (let i = 0; i < numbers.length; i++) to[i] = FALSE + Number(numbers[i]! < other)
  },
  lessThanInclusive: (numbers, other, to) => {
    for (let i = 0; i < numbers.length; i++) to[i] = FALSE + Number(numbers[i]! <= other)
  },
  greaterThan: (numbers, other, to) => {
    for (let i = 0; i < numbers.length; i++) to[i] = FALSE + Number(numbers[i]! > other)
  },
  greaterThanInclusive: (numbers, other, to) => {
    for (let i = 0; i < numbers.length; i++) to[i] = FALSE + Number(numbers[i]! >= other)
  },
}

/** Likewise; none is the same as none. */
const EACH: Partial<Record<OperatorName, Loop<Float64Array>>> = {
  equal: (numbers, others, to) => {
    for (let i = 0; i < numbers.length; i++) to[i] = FALSE + same(numbers[i]!, others[i]!)
  },
  notEqual: (numbers, others, to) => {
    for (let i = 0; i < numbers.length; i++) to[i] = TRUE - same(numbers[i]!, others[i]!)
  },
  lessThan: (numbers, others, to) => {
    for (let i = 0; i < numbers.length; i++) to[i] = FALSE + Number(numbers[i]! < others[i]!)
  },
  lessThanInclusive: (numbers, others, to) => {
    for (let i = 0; i < numbers.length; i++) to[i] = FALSE + Number(numbers[i]! <= others[i]!)
  },
  greaterThan: (numbers, others, to) => {
    for (let i = 0; i < numbers.length; i++) to[i] = FALSE + Number(numbers[i]! > others[i]!)
  },
  greaterThanInclusive: (numbers, others, to) => {
    for (let i = 0; i < numbers.length; i++) to[i] = FALSE + Number(numbers[i]! >= others[i]!)
  },
}

/** 1 for two that are the same number, or both none. */
function same(one: number, other: number): number {
  return Number(one === other) | (Number(one !== one) & Number(other !== other))
}

const MIRRORED: Partial<Record<OperatorName, OperatorName>> = {
  equal: 'equal',
  notEqual: 'notEqual',
  lessThan: 'greaterThan',
  lessThanInclusive: 'greaterThanInclusive',
  greaterThan: 'lessThan',
  greaterThanInclusive: 'lessThanInclusive',
}

/** The operator that says the same with its sides exchanged. */
export function mirrored(operator: OperatorName): OperatorName | undefined {
  return MIRRORED[operator]
}

function isEquality(operator: OperatorName): boolean {
  return operator === 'equal' || operator === 'notEqual'
}

/** Booleans against one; the truths found, or undefined where only the condition can tell. */
export function compareTruths(
  column: TruthColumn,
  operator: OperatorName,
  value: Value,
  to: Bytes,
  words: number,
): Bytes | undefined {
  if (!isEquality(operator) || typeof value !== 'boolean') return undefined
  const { truths, hasNone } = column
  const asIs = (operator === 'equal') === value
  if (asIs && !hasNone) return truths
  if (!hasNone) negate(truths, to, words)
  else {
    const answers = [FALSE, asIs ? FALSE : TRUE, asIs ? TRUE : FALSE, OPEN, operator === 'equal' ? FALSE : TRUE]
    for (let i = 0; i < 4 * words; i++) to.bytes[i] = answers[truths.bytes[i]!]!
  }
  return to
}

/** Numbers or texts against one, or none; false where only the condition can tell. What is not known is left to it. */
export function compareNumbers(column: NumberColumn, operator: OperatorName, value: Value, to: Bytes): boolean {
  const loop = ONE[operator]
  if (!loop) return false
  if (value === null) {
    if (!isEquality(operator)) return false
    compareNone(column.numbers, operator === 'equal' ? TRUE : FALSE, to.bytes)
    return true
  }
  if (column.texts ? typeof value !== 'string' || !isEquality(operator) : typeof value !== 'number') return false
  const number = column.texts ? column.texts.of(value as string) : (value as number)
  loop(column.numbers, number, to.bytes)
  return true
}

/** Numbers against numbers, or texts against texts. */
export function compareColumns(left: NumberColumn, operator: OperatorName, right: NumberColumn, to: Bytes): boolean {
  const loop = EACH[operator]
  if (!loop || left.texts !== right.texts || (left.texts && !isEquality(operator))) return false
  loop(left.numbers, right.numbers, to.bytes)
  return true
}

/** Whether texts are among some. */
export function amongTexts(column: NumberColumn, list: readonly Value[], to: Bytes): boolean {
  const { numbers, texts } = column
  if (!texts || !list.every((item) => typeof item === 'string')) return false
  const [first = -1, ...others] = new Set(list.map((item) => texts.of(item)))
  ONE.equal!(numbers, first, to.bytes)
  for (const other of others) for (let i = 0; i < numbers.length; i++) to.bytes[i]! += Number(numbers[i] === other)
  return true
}

function compareNone(numbers: Float64Array, none: number, to: Uint8Array): void {
  const some = TRUE + FALSE - none
  for (let i = 0; i < numbers.length; i++) to[i] = some + (none - some) * Number(numbers[i]! !== numbers[i]!)
}
