import { createReadStream } from 'node:fs'
import { isForeignFormat, LineSplitter, MEBI, type Line } from '@tiaoli/engine/plan'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { InvalidInputError } from './invalid-input-error.ts'
import { assertReadable } from './read-file.ts'

const LINE_LIMIT = 4 * MEBI

/**
 * The lines of an NDJSON file, or of standard input for `-`, one at a time, without blank ones. Refuses a file that is
 * no text at all, such as a spreadsheet.
 */
export async function* readLines(
  context: Context,
  path: string,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Line> {
  if (path === '-' && context.process.stdin.isTTY) throw new Failure('nothingPiped', [])
  if (path !== '-') assertReadable(path)
  const stream: AsyncIterable<Uint8Array> = path === '-' ? context.process.stdin : createReadStream(path)
  const splitter = new LineSplitter(LINE_LIMIT)
  for await (const chunk of stream) {
    onBytes(chunk.length)
    yield* checked(context, path, splitter.push(chunk))
  }
  yield* checked(context, path, splitter.end())
}

function checked({ texts }: Context, path: string, lines: Line[]): Line[] {
  const [first] = lines
  if (first?.number === 1 && first.problem && isForeignFormat(first.problem.code))
    throw new InvalidInputError('ledger', path === '-' ? texts.standardInput : path, [first.problem])
  return lines
}
