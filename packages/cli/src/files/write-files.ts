import { mkdirSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { Failure } from '../failure.ts'
import { errorCode } from '../input/read-file.ts'
import { writeTemporary } from './temporary-file.ts'

/** Writes a file whole or not at all. */
export function writeFileAtomically(path: string, text: string | Uint8Array): void {
  writeFilesAtomically(new Map([[path, text]]))
}

/** Writes files, by path: first to temporary files next to them, and renames these once all are written. */
export function writeFilesAtomically(files: ReadonlyMap<string, string | Uint8Array>): void {
  const written: { path: string; temporary: string }[] = []
  let current = ''
  try {
    for (const [path, text] of files) {
      current = path
      // Found out only when it is renamed, it would leave those before it written.
      const before = statSync(path, { throwIfNoEntry: false })
      if (before?.isDirectory()) throw new Failure('folderToWrite', [path])
      mkdirSync(dirname(path), { recursive: true })
      // A link stays one, and what it leads to is written.
      const target = before ? realpathSync(path) : path
      written.push({ path: target, temporary: writeTemporary(target, text, before?.mode) })
    }
    for (const { path, temporary } of written) {
      current = path
      renameSync(temporary, path)
    }
  } catch (error) {
    for (const { temporary } of written) rmSync(temporary, { force: true })
    if (error instanceof Failure) throw error
    throw new Failure('cannotWrite', [current, errorCode(error) ?? ''])
  }
}
