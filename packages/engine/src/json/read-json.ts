import { decodeText, lostCharacter, withoutByteOrderMark } from './decode-text.ts'
import { foreignFormat } from './foreign-format.ts'
import { JSON_LIMITS, type JsonLimits } from './json-limits.ts'
import { jsonProblem, type JsonProblem } from './json-problem.ts'
import { LineIndex } from './line-index.ts'
import { parseSound } from './parse-sound.ts'
import { findProblems } from './problem-finder.ts'

/** A JSON text that was read. */
export interface JsonReading {
  /** Without a byte order mark; undefined where the bytes are no text. */
  text: string | undefined
  /** Undefined where there are problems. */
  value: unknown
  problems: readonly JsonProblem[]
}

/**
 * Reads JSON, text or bytes in UTF-8, with or without a byte order mark. Every door of Tiaoli reads by this function,
 * so that each refuses the same, with the same words. `line` is the number of a text that is one line of a stream.
 */
export function readJson(source: string | Uint8Array, limits: Partial<JsonLimits> = {}, line?: number): JsonReading {
  const decoded = typeof source === 'string' ? { text: source } : decodeText(source, line)
  if (decoded.text === undefined) return refused(undefined, decoded.problem)
  const text = withoutByteOrderMark(decoded.text)
  const within = { ...JSON_LIMITS, ...limits }
  const value = text.length <= within.characters ? parseSound(text, within) : undefined
  return value === undefined ? search(text, within, new LineIndex(text, line)) : { text, value, problems: [] }
}

/** Looks for the problems of a text that is likely to have some. */
function search(text: string, limits: JsonLimits, lines: LineIndex): JsonReading {
  if (text.length > limits.characters) return refused(text, jsonProblem('too-large', [limits.characters], lines.at(0)))
  const format = foreignFormat(text)
  if (format) return refused(text, jsonProblem(format, [], lines.at(0)))
  if (text.trim() === '') return refused(text, jsonProblem('empty-text', [], lines.at(0)))
  const lost = lostCharacter(text)
  if (lost !== undefined) return refused(text, jsonProblem('lost-characters', [], lines.at(lost)))
  const problems = findProblems(text, limits, lines)
  return problems.length > 0 ? refused(text, ...problems) : { text, value: JSON.parse(text) as unknown, problems }
}

function refused(text: string | undefined, ...problems: JsonProblem[]): JsonReading {
  return { text, value: undefined, problems }
}
