import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { errorCode } from './read-file.ts'

/** Writes a file whole or not at all. */
export function writeWhole(path: string, text: string): void {
  writeTogether(new Map([[path, text]]))
}

/** Writes files, by path: to temporary ones beside them, and only once all of these stand are they renamed. */
export function writeTogether(files: ReadonlyMap<string, string>): void {
  const written: { path: string; temporary: string }[] = []
  let current = ''
  try {
    for (const [path, text] of files) {
      current = path
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
    const code = errorCode(error) ?? ''
    throw code === 'EISDIR' ? new Failure('folderToWrite', [current]) : new Failure('cannotWrite', [current, code])
  }
}

/** Writes an answer to the file that was asked for, or else to standard output. */
export async function answerTo(context: Context, output: string | undefined, text: string): Promise<void> {
  if (output === undefined) return context.out.write(text)
  writeWhole(resolve(context.cwd, output), text)
  await context.err.line(context.texts.wrote(output))
}
