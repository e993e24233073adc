import type { Subject } from '../ledger/subject.ts'
import type { LeafNode } from '../model/expression.ts'
import type { Derived } from '../model/fact.ts'
import type { OperatorName } from '../values/operator.ts'
import type { Truth } from '../values/truth.ts'
import { isUnknown } from '../values/value.ts'
import type { Frame } from './frame.ts'

/** Truths as bytes. */
export const FALSE = 0
export const TRUE = 1
export const OPEN = 2
/** A loop cannot tell: the condition has to be asked. */
export const ASK = 3

export function byteOf(truth: Truth): number {
  return truth === undefined ? OPEN : truth ? TRUE : FALSE
}

export function truthOf(byte: number): Truth {
  return byte === OPEN ? undefined : byte === TRUE
}

/** Records to ask, by the first `count` places, and where the answers go, by place. */
export interface Asked {
  readonly subjects: readonly Subject[]
  readonly places: Int32Array
  readonly count: number
  readonly truths: Uint8Array
}

/**
 * Answers a leaf that compares a fact of the record itself with what is the same for every record, or as much of it as
 * a loop can tell; returns how many are left to ask. The loops below call nothing, so that the compiler need not look
 * at every step whether the arrays are still what they were.
 */
export function compareAll({ left, right, parsed }: LeafNode, asked: Asked, frame: Frame): number {
  const { subjects, places } = asked
  if (left.kind !== 'fact' || left.route.steps.length > 0 || parsed.decorators.length > 0) return askAll(asked)
  if (right.kind !== 'constant' && right.kind !== 'parameter') return askAll(asked)
  const value = right.run(subjects[places[0]!]!, frame)
  const { operator } = parsed
  const { fact } = left
  const { slot } = fact
  const equality = operator === 'equal' || operator === 'notEqual'
  const equal = operator === 'equal' ? TRUE : FALSE
  if (fact.kind === 'derived') {
    if (!equality || typeof value !== 'boolean') return askAll(asked)
    return compareComputed(asked, fact, fact.varies ? frame.stamp : frame.sessionStamp, value, equal)
  }
  if (typeof value === 'number') {
    const answers = NUMBER_ANSWERS[operator]
    return answers ? compareNumbers(asked, slot, value, answers) : askAll(asked)
  }
  if (!equality) return askAll(asked)
  if (typeof value === 'boolean') return compareBooleans(asked, slot, value, equal)
  if (typeof value === 'string') return compareTexts(asked, slot, value, equal)
  return value === null ? compareNone(asked, slot, equal) : askAll(asked)
}

function askAll({ places, count, truths }: Asked): number {
  for (let k = 0; k < count; k++) truths[places[k]!] = ASK
  return count
}

/** What an operator says where the number is below the other, the same, or above it. */
const NUMBER_ANSWERS: Partial<Record<OperatorName, Uint8Array>> = {
  equal: Uint8Array.of(FALSE, TRUE, FALSE),
  notEqual: Uint8Array.of(TRUE, FALSE, TRUE),
  lessThan: Uint8Array.of(TRUE, FALSE, FALSE),
  lessThanInclusive: Uint8Array.of(TRUE, TRUE, FALSE),
  greaterThan: Uint8Array.of(FALSE, FALSE, TRUE),
  greaterThanInclusive: Uint8Array.of(FALSE, TRUE, TRUE),
}

function compareNumbers(
  { subjects, places, count, truths }: Asked,
  slot: number,
  value: number,
  answers: Uint8Array,
): number {
  let asks = 0
  for (let k = 0; k < count; k++) {
    const i = places[k]!
    const actual = subjects[i]!.values[slot]
    if (typeof actual === 'number') truths[i] = answers[1 + Number(actual > value) - Number(actual < value)]!
    else {
      truths[i] = ASK
      asks++
    }
  }
  return asks
}

function compareBooleans(
  { subjects, places, count, truths }: Asked,
  slot: number,
  value: boolean,
  equal: number,
): number {
  let asks = 0
  for (let k = 0; k < count; k++) {
    const i = places[k]!
    const actual = subjects[i]!.values[slot]
    if (typeof actual === 'boolean') truths[i] = actual === value ? equal : 1 - equal
    else {
      truths[i] = ASK
      asks++
    }
  }
  return asks
}

function compareTexts({ subjects, places, count, truths }: Asked, slot: number, value: string, equal: number): number {
  let asks = 0
  for (let k = 0; k < count; k++) {
    const i = places[k]!
    const actual = subjects[i]!.values[slot]
    if (typeof actual === 'string') truths[i] = actual === value ? equal : 1 - equal
    else {
      truths[i] = ASK
      asks++
    }
  }
  return asks
}

function compareNone({ subjects, places, count, truths }: Asked, slot: number, equal: number): number {
  let asks = 0
  for (let k = 0; k < count; k++) {
    const i = places[k]!
    const actual = subjects[i]!.values[slot]!
    if (!isUnknown(actual)) truths[i] = actual === null ? equal : 1 - equal
    else {
      truths[i] = ASK
      asks++
    }
  }
  return asks
}

/** A derived fact that was computed before. */
function compareComputed(
  { subjects, places, count, truths }: Asked,
  { slot, mark }: Derived,
  stamp: number,
  value: boolean,
  equal: number,
): number {
  let asks = 0
  for (let k = 0; k < count; k++) {
    const i = places[k]!
    const { values, stamps } = subjects[i]!
    const actual = values[slot]
    if (typeof actual === 'boolean' && stamps[mark] === stamp) truths[i] = actual === value ? equal : 1 - equal
    else {
      truths[i] = ASK
      asks++
    }
  }
  return asks
}
