import { isUtf8 } from 'node:buffer'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { syntaxError } from './json-place.ts'
import { inMebi, readBytes } from './read-file.ts'

/** A ledger in one piece is held in memory several times over; larger ones go as NDJSON, line by line. */
export const LEDGER_LIMIT = 64 * 1024 * 1024

export interface JsonText {
  /** How messages name it. */
  name: string
  text: string
  value: unknown
}

/** A JSON file, or standard input for `-`. Says where the syntax breaks, and repeats nothing of what stands there. */
export async function readJson(context: Context, path: string): Promise<JsonText> {
  const isInput = path === '-'
  const name = isInput ? context.texts.standardInput : path
  const bytes = isInput ? await readInput(context) : readBytes(path, LEDGER_LIMIT)
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '')
  if (text.trim() === '') throw new Failure('emptyFile', [name])
  // A spreadsheet or a table is no JSON with a fault in it.
  if (!/^\s*[[{"\d-]|^\s*(?:true|false|null)\s*$/.test(text)) throw new Failure('notJson', [name])
  if (!isUtf8(bytes)) throw new Failure('notUtf8', [name])
  try {
    const value: unknown = JSON.parse(text)
    return { name, text, value }
  } catch {
    const { line, column } = syntaxError(text) ?? { line: 1, column: 1 }
    throw new Failure('brokenJson', [name, line, column])
  }
}

async function readInput({ process, texts }: Context): Promise<Buffer> {
  if (process.stdin.isTTY) throw new Failure('nothingPiped', [])
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of process.stdin) {
    const bytes = Buffer.from(chunk as Uint8Array)
    size += bytes.length
    if (size > LEDGER_LIMIT)
      throw new Failure('fileTooLarge', [texts.standardInput, inMebi(size), inMebi(LEDGER_LIMIT)])
    chunks.push(bytes)
  }
  return Buffer.concat(chunks)
}
