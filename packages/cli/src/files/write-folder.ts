import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Failure } from '../failure.ts'
import { errorCode } from '../input/read-file.ts'
import { temporaryBeside } from './temporary-file.ts'

/** Writes a new folder whole or not at all: first to a temporary folder next to it, then renamed. */
export function writeFolder(folder: string, files: Readonly<Record<string, string>>): void {
  const temporary = temporaryBeside(folder)
  try {
    for (const [file, text] of Object.entries(files)) {
      const path = join(temporary, file)
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, text)
    }
    renameSync(temporary, folder)
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true })
    throw new Failure('cannotWrite', [folder, errorCode(error) ?? ''])
  }
}
