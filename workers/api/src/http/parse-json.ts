import { readJson, type JsonReading } from '@tiaoli/engine/plan'
import { MAX_CONTAINERS } from '../limits/body-limits.ts'
import { placesOfProblems } from '../problem/places-of-problems.ts'
import { ProblemError } from '../problem/problem-error.ts'

/** Reads the JSON of a body, or of a line of one. Throws a problem that names each place and never quotes the body. */
export function parseJson(source: string | Uint8Array, line?: number): JsonReading {
  const reading = readJson(source, { containers: MAX_CONTAINERS }, line)
  if (reading.problems.length > 0) throw new ProblemError('malformed-json', placesOfProblems(reading.problems))
  return reading
}
