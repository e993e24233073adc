import { UnreadableRecord } from '../errors/input-error.ts'
import type { JsonLimits } from '../json/json-limits.ts'
import type { Line } from '../json/line-splitter.ts'
import { readJson } from '../json/read-json.ts'

/** A streamed record with the place that it belongs to, where the line tells it. */
export interface PlacedRecord {
  record: unknown
  /** Pointer into the context, such as `/counties/1`. */
  within?: string | undefined
}

/** The record in a line of NDJSON, or an `UnreadableRecord` with the line and column of every problem. */
export function recordOfLine({ number, text, problem }: Line, limits?: Partial<JsonLimits>): PlacedRecord {
  const { value, problems } = problem ? { problems: [problem] } : readJson(text, limits, number)
  return problems.length > 0 ? { record: new UnreadableRecord(problems) } : placedRecord(value)
}

/** Reads a line of a stream: a record, or `{"within": "/counties/1", "record": {…}}`. */
export function placedRecord(line: unknown): PlacedRecord {
  return isPlaced(line) ? line : { record: line }
}

function isPlaced(line: unknown): line is Required<PlacedRecord> {
  if (typeof line !== 'object' || line === null) return false
  const keys = Object.keys(line)
  return keys.length === 2 && 'record' in line && 'within' in line && typeof line.within === 'string'
}
