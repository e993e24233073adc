import { UnreadableRecord } from '../errors/input-error.ts'
import { isObject } from '../json/is-object.ts'
import type { JsonLimits } from '../json/json-limits.ts'
import type { Line } from '../json/line-splitter.ts'
import { readJson } from '../json/read-json.ts'

/** A streamed record with the place that it belongs to, where the line gives it. */
export interface PlacedRecord {
  record: unknown
  /** Pointer into the context, such as `/counties/1`. */
  within?: string | undefined
}

/** The record in a line of NDJSON, or an `UnreadableRecord` with the line and column of every problem. */
export function recordOfLine(line: Line, limits?: Partial<JsonLimits>): PlacedRecord {
  const { value, problems } = line.problem ? { problems: [line.problem] } : readJson(line.text, limits, line.number)
  if (problems.length === 0) return placedRecord(value)
  return { record: new UnreadableRecord(problems), within: withinAtStart(line.problem ? line.beginning : line.text) }
}

const WITHIN_AT_START = /^\s*\{\s*"within"\s*:\s*"([^"]*)"/

/** The place that a broken line still gives: its record takes that place, so that later ones keep theirs. */
function withinAtStart(text: string): string | undefined {
  return WITHIN_AT_START.exec(text)?.[1]
}

/** Reads a line of a stream: a record, or `{"within": "/counties/1", "record": {…}}`. */
function placedRecord(line: unknown): PlacedRecord {
  if (isPlaced(line)) return line
  if (isAlone('within', line)) {
    const { within } = line
    return { record: new UnreadableRecord([RECORD_MISSING]), within: typeof within === 'string' ? within : undefined }
  }
  if (isAlone('record', line) && isObject(line['record'])) return { record: new UnreadableRecord([WITHIN_MISSING]) }
  return { record: line }
}

/** No pack has a record of nothing but its place, or of nothing but a record. */
function isAlone<Key extends string>(key: Key, line: unknown): line is Record<Key, unknown> {
  return isObject(line) && Object.keys(line).join() === key
}

const RECORD_MISSING = {
  code: 'record-missing',
  pointer: '/record',
  message: {
    zh: '写了 within 而没有写 record。请写成 {"within": "/counties/1", "record": {…}}。',
    en: 'There is a within but no record. Write {"within": "/counties/1", "record": {…}}.',
  },
} as const

const WITHIN_MISSING = {
  code: 'within-missing',
  pointer: '/within',
  message: {
    zh: '写了 record 而没有写 within。请写成 {"within": "/counties/1", "record": {…}}，或只写记录本身。',
    en: 'There is a record but no within. Write {"within": "/counties/1", "record": {…}}, or the record alone.',
  },
} as const

function isPlaced(line: unknown): line is Required<PlacedRecord> {
  if (typeof line !== 'object' || line === null) return false
  const keys = Object.keys(line)
  return keys.length === 2 && 'record' in line && 'within' in line && typeof line.within === 'string'
}
