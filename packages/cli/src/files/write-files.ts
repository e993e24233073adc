import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { Failure } from '../failure.ts'
import { errorCode } from '../input/read-file.ts'

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
      if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) throw new Failure('folderToWrite', [path])
      const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`)
      mkdirSync(dirname(path), { recursive: true })
      written.push({ path, temporary })
      writeFileSync(temporary, text)
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
