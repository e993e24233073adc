import { createReadStream } from 'node:fs'
import { LineSplitter, MEBI, readJson, wholeTextProblem, type Line } from '@tiaoli/engine/plan'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { InvalidInputError } from './invalid-input-error.ts'
import { assertReadable } from './read-file.ts'

const LINE_LIMIT = 4 * MEBI

/**
 * The lines of an NDJSON file, or of standard input for `-`, one at a time, without blank ones. Refuses a file with a
 * fault that all its lines share, such as a spreadsheet or another encoding, and an empty one.
 */
export async function* readLines(
  context: Context,
  path: string,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Line> {
  if (path === '-' && context.process.stdin.isTTY) throw new Failure('nothingPiped', [])
  if (path !== '-') assertReadable(path)
  const name = path === '-' ? context.texts.standardInput : path
  let isFirst = true
  for await (const line of linesOf(context, path, onBytes)) {
    const problem = wholeTextProblem(line, isFirst)
    if (problem) throw new InvalidInputError(name, [problem])
    isFirst = false
    yield line
  }
  if (isFirst) throw new InvalidInputError(name, readJson('').problems)
}

async function* linesOf({ process }: Context, path: string, onBytes: (bytes: number) => void): AsyncGenerator<Line> {
  const stream: AsyncIterable<Uint8Array> = path === '-' ? process.stdin : createReadStream(path)
  const splitter = new LineSplitter(LINE_LIMIT)
  for await (const chunk of stream) {
    onBytes(chunk.length)
    yield* splitter.push(chunk)
  }
  yield* splitter.end()
}
