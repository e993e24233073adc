import { isForeignFormat } from './foreign-format.ts'
import { jsonProblem, type JsonProblem } from './json-problem.ts'
import type { Line } from './line-splitter.ts'
import { readJson } from './read-json.ts'

/**
 * The problem that a line of NDJSON shares with the whole text, so that no other line has to be read to say it; undefined
 * if the line has no problem or shares it with no other line. A format shows in the first line, an encoding in the first
 * line that is not ASCII.
 */
export function wholeTextProblem(line: Line, isFirst: boolean): JsonProblem | undefined {
  const { number, text, problem = text === undefined ? undefined : problemIn(line, isFirst) } = line
  if (!problem) return undefined
  const { code } = problem
  if (code === 'gbk' || code === 'lost-characters') return problem
  if (!isFirst) return undefined
  if (code === 'not-json' || isForeignFormat(code)) return problem
  // A record broken off would not begin so: the other lines of this text are its rest.
  const isBeginning = code === 'unclosed-bracket' && /^\s*(?:\[|\{\s*$)/.test(text ?? '')
  return isBeginning ? jsonProblem('not-ndjson', [], { line: number, column: 1 }) : undefined
}

/** Of a line other than the first, only what may concern all. */
function problemIn({ number, text = '' }: Line, isFirst: boolean): JsonProblem | undefined {
  return isFirst || text.includes('\uFFFD') ? readJson(text, {}, number).problems[0] : undefined
}
