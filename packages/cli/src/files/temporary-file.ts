import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** Readable by all and writable by its owner, as far as the umask allows. */
const USUAL_MODE = 0o666

/** A name beside a path that nobody can have foreseen. */
export function temporaryBeside(path: string): string {
  return join(dirname(path), `.${basename(path)}.${randomBytes(8).toString('hex')}.tmp`)
}

/** Writes a new file beside a path, to the disk, with a mode; nothing is left where that fails. */
export function writeTemporary(path: string, text: string | Uint8Array, mode = USUAL_MODE): string {
  const temporary = temporaryBeside(path)
  const file = openSync(temporary, 'wx', mode & 0o777)
  try {
    writeFileSync(file, text)
    fsyncSync(file)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  } finally {
    closeSync(file)
  }
  return temporary
}
