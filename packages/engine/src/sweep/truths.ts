import type { Truth } from '../values/truth.ts'

/*
 * What is known of many records, a byte each. In a truth one bit says that it may be false and one that it may be true;
 * in a mask a byte is 1 where a record is meant. Four bytes lie in a word, so that one operation serves four records.
 */

/** Not told yet. */
export const UNTOLD = 0
export const FALSE = 1
export const TRUE = 2
export const OPEN = 3
/** A boolean that is none: neither. */
export const NONE = 4

/** In every byte, the bit that says "may be false", and the mask of four records. */
const LOW = 0x01010101
/** In every byte, the bit that says "may be true". */
const HIGH = 0x02020202

export function byteOf(truth: Truth): number {
  return truth === undefined ? OPEN : truth ? TRUE : FALSE
}

/** Bytes of a block of records, with the words they lie in. */
export interface Bytes {
  readonly bytes: Uint8Array
  readonly words: Int32Array
}

/** Keeps of a mask those whose truth may be the one asked for; false where none are left. */
export function keep(among: Bytes, truths: Bytes, truth: boolean, kept: Bytes, words: number): boolean {
  const from = among.words
  const by = truths.words
  const to = kept.words
  const shift = truth ? 1 : 0
  let any = 0
  for (let w = 0; w < words; w++) {
    const left = from[w]! & (by[w]! >>> shift) & LOW
    to[w] = left
    any |= left
  }
  return any !== 0
}

/** Adds an outcome, one bit, to the sets of those in a mask. */
export function mark(sets: Int32Array, among: Bytes, outcome: number, words: number): void {
  const shift = 31 - Math.clz32(outcome)
  const from = among.words
  for (let w = 0; w < words; w++) sets[w] = sets[w]! | (from[w]! << shift)
}

/** Adds an outcome to the sets of those in a mask whose truth may be the one asked for. */
export function markWhere(
  sets: Int32Array,
  among: Bytes,
  truths: Bytes,
  truth: boolean,
  outcome: number,
  words: number,
): void {
  const from = among.words
  const by = truths.words
  const right = truth ? 1 : 0
  const left = 31 - Math.clz32(outcome)
  for (let w = 0; w < words; w++) sets[w] = sets[w]! | ((from[w]! & (by[w]! >>> right) & LOW) << left)
}

/** Both hold: true if both are, false if one is. */
export function both(a: Bytes, b: Bytes, to: Bytes, words: number): void {
  const first = a.words
  const second = b.words
  const joined = to.words
  for (let w = 0; w < words; w++) {
    const one = first[w]!
    const other = second[w]!
    joined[w] = (one & other & HIGH) | ((one | other) & LOW)
  }
}

/** One of two holds: true if one is, false if both are. */
export function either(a: Bytes, b: Bytes, to: Bytes, words: number): void {
  const first = a.words
  const second = b.words
  const joined = to.words
  for (let w = 0; w < words; w++) {
    const one = first[w]!
    const other = second[w]!
    joined[w] = ((one | other) & HIGH) | (one & other & LOW)
  }
}

export function negate(truths: Bytes, to: Bytes, words: number): void {
  const from = truths.words
  const negated = to.words
  for (let w = 0; w < words; w++) {
    const truth = from[w]!
    negated[w] = ((truth >>> 1) & LOW) | ((truth & LOW) << 1)
  }
}
