import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { errorCode } from './read-file.ts'

/** Writes a file whole or not at all: to a temporary one beside it, then renamed. */
export function writeWhole(path: string, text: string): void {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`)
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(temporary, text)
    renameSync(temporary, path)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw new Failure('cannotWrite', [path, errorCode(error) ?? ''])
  }
}

/** Writes an answer to the file that was asked for, or else to standard output. */
export async function answerTo(context: Context, output: string | undefined, text: string): Promise<void> {
  if (output === undefined) return context.out.write(text)
  writeWhole(resolve(context.cwd, output), text)
  await context.err.line(context.texts.wrote(output))
}
