import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { inMebi, readBytes } from './read-file.ts'

/** The bytes of a file, or of standard input for `-`, and how messages name it. */
export interface Input {
  name: string
  bytes: Uint8Array
}

/** Refused where there is nothing to read, or more than `limit` bytes. */
export async function readInput(context: Context, path: string, limit: number): Promise<Input> {
  if (path !== '-') return { name: path, bytes: readBytes(path, limit) }
  const { process, texts } = context
  if (process.stdin.isTTY) throw new Failure('nothingPiped', [])
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of process.stdin) {
    const bytes = Buffer.from(chunk as Uint8Array)
    size += bytes.length
    if (size > limit) throw new Failure('inputTooLarge', [inMebi(size), inMebi(limit)])
    chunks.push(bytes)
  }
  return { name: texts.standardInput, bytes: Buffer.concat(chunks) }
}
