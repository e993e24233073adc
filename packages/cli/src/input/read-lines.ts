import { createReadStream } from 'node:fs'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { assertReadable, inMebi } from './read-file.ts'

const LINE_LIMIT = 4 * 1024 * 1024

/** The lines of an NDJSON file, or of standard input for `-`, one at a time, blank ones left out. */
export async function* readLines(
  context: Context,
  path: string,
  onBytes: (bytes: number) => void,
): AsyncGenerator<{ number: number; text: string }> {
  if (path === '-' && context.process.stdin.isTTY) throw new Failure('nothingPiped', [])
  if (path !== '-') assertReadable(path)
  const stream = path === '-' ? context.process.stdin : createReadStream(path)
  stream.setEncoding('utf8')
  let rest = ''
  let number = 0
  for await (const chunk of stream as AsyncIterable<string>) {
    onBytes(Buffer.byteLength(chunk))
    const lines = (rest + chunk).split('\n')
    rest = lines.pop() ?? ''
    if (rest.length > LINE_LIMIT) throw new Failure('lineTooLong', [number + lines.length + 1, inMebi(LINE_LIMIT)])
    for (const text of lines) {
      number++
      if (text.trim() !== '') yield { number, text }
    }
  }
  if (rest.trim() !== '') yield { number: number + 1, text: rest }
}
