import type { EachEnd, EachResult } from '@tiaoli/engine'

/** A stream to its end. */
export function drain(stream: Generator<EachResult, EachEnd>): { results: EachResult[]; end: EachEnd } {
  const results: EachResult[] = []
  for (let next = stream.next(); ; next = stream.next()) {
    if (next.done) return { results, end: next.value }
    results.push(next.value)
  }
}
