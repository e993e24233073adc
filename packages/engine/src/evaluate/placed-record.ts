/** A streamed record with the place that it belongs to, where the line tells it. */
export interface PlacedRecord {
  record: unknown
  /** Pointer into the context, such as `/counties/1`. */
  within?: string | undefined
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
