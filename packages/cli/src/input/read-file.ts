import { readFileSync, statSync } from 'node:fs'
import { MEBI } from '@tiaoli/engine/plan'
import { Failure } from '../failure.ts'

/** What a file holds. Refused before it is read where it is not there, is a folder, or passes `limit` bytes. */
export function readBytes(path: string, limit: number): Buffer {
  assertReadable(path, limit)
  try {
    return readFileSync(path)
  } catch (error) {
    throw unreadable(path, error)
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
