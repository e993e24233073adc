import type { ValueType } from '../model/fact.ts'
import { isUnknown, UNKNOWN_BUT_CERTAIN, type Value } from '../values/value.ts'
import { FALSE, NONE, OPEN, TRUE, UNTOLD, type Bytes } from './truths.ts'

export type Column = TruthColumn | NumberColumn

/** The values of an expression for a block of records, learnt when they are first asked for. */
abstract class Learning {
  /** By place: untold until the value has been learnt. */
  readonly #told: Bytes
  #untold = 0
  /** For which block, session or frame they hold. */
  #stamp = 0

  constructor(told: Bytes) {
    this.#told = told
  }

  /** Keeps what was learnt under the same stamp, and forgets it under another. */
  hold(stamp: number, records: number): void {
    if (this.#stamp === stamp) return
    this.#stamp = stamp
    this.#untold = records
    this.#told.words.fill(UNTOLD)
    this.forget()
  }

  /** Keeps of a mask the records whose value has not been learnt; false where there are none. */
  untold(among: Bytes, kept: Bytes, words: number): boolean {
    if (this.#untold === 0) return false
    const { bytes } = this.#told
    let any = 0
    for (let i = 0; i < 4 * words; i++) any |= kept.bytes[i] = bytes[i] === UNTOLD ? among.bytes[i]! : 0
    return any !== 0
  }

  learn(place: number, value: Value): void {
    this.#told.bytes[place] = this.put(place, value)
    this.#untold--
  }

  /** Stores a value and returns the byte that says that it is told. */
  protected abstract put(place: number, value: Value): number
  protected abstract forget(): void
}

/** A boolean of many records. */
export class TruthColumn extends Learning {
  readonly kind = 'truths'
  readonly truths: Bytes
  /** Whether some record's is none. */
  hasNone = false

  constructor(truths: Bytes) {
    super(truths)
    this.truths = truths
  }

  /** Learns what a condition said of the records in a mask. */
  take(said: Bytes, among: Bytes, words: number): void {
    for (let i = 0; i < 4 * words; i++) if (among.bytes[i] === 1) this.learn(i, VALUES[said.bytes[i]!]!)
  }

  protected put(_: number, value: Value): number {
    if (value === null) {
      this.hasNone = true
      return NONE
    }
    return isUnknown(value) ? OPEN : value === true ? TRUE : FALSE
  }

  protected forget(): void {
    this.hasNone = false
  }
}

/** By truth. */
const VALUES: readonly Value[] = [UNKNOWN_BUT_CERTAIN, false, true, UNKNOWN_BUT_CERTAIN]

/** Texts as numbers, the same for the same text. */
export class TextNumbers {
  readonly #numbers = new Map<string, number>()

  of(text: string): number {
    let number = this.#numbers.get(text)
    if (number === undefined) this.#numbers.set(text, (number = this.#numbers.size))
    return number
  }

  forget(): void {
    this.#numbers.clear()
  }
}

const TEXTS: ReadonlySet<ValueType> = new Set(['enum', 'id', 'text', 'reference', 'share'])

/**
 * A number, date or text of many records. None is not a number, which is neither equal to any, nor above nor below,
 * just as the operators have it.
 */
export class NumberColumn extends Learning {
  readonly kind = 'numbers'
  readonly numbers: Float64Array
  /** Set where the numbers stand for texts. */
  readonly texts: TextNumbers | undefined
  /** Places of what is not known. */
  readonly open: number[] = []

  constructor(numbers: Float64Array, told: Bytes, type: ValueType, texts: TextNumbers) {
    super(told)
    this.numbers = numbers
    this.texts = TEXTS.has(type) ? texts : undefined
  }

  protected put(place: number, value: Value): number {
    if (isUnknown(value)) this.open.push(place)
    this.numbers[place] = typeof value === 'number' ? value : typeof value === 'string' ? this.texts!.of(value) : NaN
    return TRUE
  }

  protected forget(): void {
    this.open.length = 0
  }
}
