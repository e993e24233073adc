import type { OperatorName } from '../values/operator.ts'
import type { Value } from '../values/value.ts'
import type { NumberColumn, TruthColumn } from './column.ts'
import { FALSE, negate, OPEN, TRUE, type Bytes } from './truths.ts'

/*
 * What an operator says of two sides, in tables: a processor that guesses a branch wrongly loses more time than a look
 * into a table takes.
 */

/** By `1 * (left >= right) + 2 * (left <= right)`: one is none, above, below, the same; then, both are none. */
const ANSWERS: Partial<Record<OperatorName, Uint8Array>> = {
  equal: Uint8Array.of(FALSE, FALSE, FALSE, TRUE, TRUE),
  notEqual: Uint8Array.of(TRUE, TRUE, TRUE, FALSE, FALSE),
  lessThan: Uint8Array.of(FALSE, FALSE, TRUE, FALSE, FALSE),
  lessThanInclusive: Uint8Array.of(FALSE, FALSE, TRUE, TRUE, FALSE),
  greaterThan: Uint8Array.of(FALSE, TRUE, FALSE, FALSE, FALSE),
  greaterThanInclusive: Uint8Array.of(FALSE, TRUE, FALSE, TRUE, FALSE),
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
  const answers = ANSWERS[operator]
  if (!answers) return false
  if (value === null) {
    if (!isEquality(operator)) return false
    compareNone(column.numbers, operator === 'equal' ? TRUE : FALSE, to.bytes)
    return true
  }
  if (column.texts ? typeof value !== 'string' || !isEquality(operator) : typeof value !== 'number') return false
  const number = column.texts ? column.texts.of(value as string) : (value as number)
  compareOne(column.numbers, number, answers, to.bytes)
  return true
}

/** Numbers against numbers, or texts against texts. */
export function compareColumns(left: NumberColumn, operator: OperatorName, right: NumberColumn, to: Bytes): boolean {
  const answers = ANSWERS[operator]
  if (!answers || left.texts !== right.texts || (left.texts && !isEquality(operator))) return false
  compareEach(left.numbers, right.numbers, answers, to.bytes)
  return true
}

/** Whether texts are among some. */
export function amongTexts(column: NumberColumn, list: readonly Value[], to: Bytes): boolean {
  const { numbers, texts } = column
  if (!texts || !list.every((item) => typeof item === 'string')) return false
  const [first, ...others] = list.map((item) => texts.of(item))
  compareOne(numbers, first ?? -1, ANSWERS.equal!, to.bytes)
  for (const other of others) for (let i = 0; i < numbers.length; i++) if (numbers[i] === other) to.bytes[i] = TRUE
  return true
}

/* The loops call nothing, so that the compiler need not look at every step whether the arrays are still what they were. */

function compareOne(numbers: Float64Array, other: number, answers: Uint8Array, to: Uint8Array): void {
  for (let i = 0; i < numbers.length; i++) {
    const number = numbers[i]!
    to[i] = answers[Number(number >= other) + 2 * Number(number <= other)]!
  }
}

function compareEach(left: Float64Array, right: Float64Array, answers: Uint8Array, to: Uint8Array): void {
  for (let i = 0; i < left.length; i++) {
    const one = left[i]!
    const other = right[i]!
    // Only what is not a number differs from itself.
    to[i] = answers[Number(one >= other) + 2 * Number(one <= other) + 4 * Number(one !== one && other !== other)]!
  }
}

function compareNone(numbers: Float64Array, none: number, to: Uint8Array): void {
  const answers = [TRUE + FALSE - none, none]
  for (let i = 0; i < numbers.length; i++) to[i] = answers[Number(numbers[i] !== numbers[i])]!
}
