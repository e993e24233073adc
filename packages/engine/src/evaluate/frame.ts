import type { Index } from '../ledger/index-ledger.ts'
import { yearEnd, yearStart } from '../values/date.ts'
import { isUnknown, type Value } from '../values/value.ts'
import { constantOf, type DatedValue } from './timeline.ts'

/** What one evaluation of one ledger shares: the date, the parameters, and the counters of its caches. */
export class Session {
  /** Days since 1970-01-01. */
  readonly asOf: number
  /** Values of every parameter over time, by the parameter's index. */
  readonly timelines: readonly (readonly DatedValue[])[]
  /** Values of parameters that never change, by index; undefined for the others. */
  readonly constants: readonly (Value | undefined)[]
  /** The ledger; set once it is read. */
  index!: Index
  /** Marks cached derived values that hold in every frame. */
  stamp = 1
  #lastStamp = 1
  #frames = new Map<number, Map<number, Frame>>()
  #openFrames: Frame[] = []

  constructor(asOf: number, timelines: readonly (readonly DatedValue[])[]) {
    this.asOf = asOf
    this.timelines = timelines
    this.constants = timelines.map(constantOf)
  }

  /** The frame of a governing day and a period (0 where there is none). */
  frame(at: Value, year: number): Frame {
    if (typeof at !== 'number') return this.#openFrame(at, year)
    let years = this.#frames.get(at)
    if (!years) this.#frames.set(at, (years = new Map()))
    let frame = years.get(year)
    if (!frame) years.set(year, (frame = this.#create(at, year)))
    return frame
  }

  /** Forgets every cached value: the facts have changed. */
  renew(): void {
    this.stamp = ++this.#lastStamp
    this.#frames = new Map()
    this.#openFrames = []
  }

  /** Runs something on changed facts and goes back to what was cached before, for facts that are changed back. */
  aside<T>(run: () => T): T {
    const { stamp } = this
    const frames = this.#frames
    const openFrames = this.#openFrames
    this.renew()
    try {
      return run()
    } finally {
      this.stamp = stamp
      this.#frames = frames
      this.#openFrames = openFrames
    }
  }

  #openFrame(at: Value, year: number): Frame {
    const same = (frame: Frame) => frame.year === year && sameOpen(frame.at, at)
    const known = this.#openFrames.find(same)
    if (known) return known
    const frame = this.#create(at, year)
    if (this.#openFrames.length < 16) this.#openFrames.push(frame)
    return frame
  }

  #create(at: Value, year: number): Frame {
    const stamp = ++this.#lastStamp
    return {
      session: this,
      at,
      year,
      yearStart: year === 0 ? 0 : yearStart(year),
      yearEnd: year === 0 ? 0 : yearEnd(year),
      stamp,
      due: null,
    }
  }
}

function sameOpen(a: Value, b: Value): boolean {
  if (a === null || b === null) return a === b
  return isUnknown(a) && isUnknown(b) && a.least === b.least && a.greatest === b.greatest && a.certain === b.certain
}

/** The law and the period under which a condition is evaluated. */
export interface Frame {
  readonly session: Session
  /** The day whose law governs; unknown, or none, where the fact it is taken from is. */
  readonly at: Value
  readonly year: number
  readonly yearStart: number
  readonly yearEnd: number
  /** Marks cached derived values that hold in this frame only. */
  readonly stamp: number
  /** The last day, while a requirement with one is being evaluated. */
  due: Value
}
