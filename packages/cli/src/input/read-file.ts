import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
import { MEBI } from '@tiaoli/engine/plan'
import { Failure } from '../failure.ts'

/** Bytes that are read at once of what has no size. */
const PIECE = 65_536

/** What a file holds. Refused before it is read where it is not there, is a folder, or passes `limit` bytes. */
export function readBytes(path: string, limit: number): Buffer {
  assertReadable(path, limit)
  try {
    return statSync(path).isFile() ? readFileSync(path) : readPipe(path, limit)
  } catch (error) {
    if (error instanceof Failure) throw error
    throw unreadable(path, error)
  }
}

/** What is no file has no size: it is read until it ends, or until it is too much. */
function readPipe(path: string, limit: number): Buffer {
  const file = openSync(path, 'r')
  try {
    const chunks: Buffer[] = []
    for (let size = 0; ;) {
      const chunk = Buffer.alloc(PIECE)
      const read = readSync(file, chunk)
      if (read === 0) return Buffer.concat(chunks)
      size += read
      if (size > limit) throw new Failure('fileTooLarge', [path, inMebi(size), inMebi(limit)])
      chunks.push(chunk.subarray(0, read))
    }
  } finally {
    closeSync(file)
  }
}

/** Throws where a file cannot be read or passes `limit` bytes. */
export function assertReadable(path: string, limit = Infinity): void {
  const stats = statOf(path)
  if (stats.isDirectory()) throw new Failure('isFolder', [path])
  if (stats.size > limit) throw new Failure('fileTooLarge', [path, inMebi(stats.size), inMebi(limit)])
}

function statOf(path: string) {
  try {
    return statSync(path)
  } catch (error) {
    throw unreadable(path, error)
  }
}

export function unreadable(path: string, error: unknown): Failure {
  const code = errorCode(error)
  return code === 'ENOENT' || code === 'ENOTDIR'
    ? new Failure('noSuchFile', [path])
    : new Failure('unreadable', [path, code ?? ''])
}

export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined
}

export function inMebi(bytes: number): string {
  return String(Math.ceil((10 * bytes) / MEBI) / 10)
}
