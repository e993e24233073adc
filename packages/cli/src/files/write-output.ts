import { resolve } from 'node:path'
import type { Context } from '../context.ts'
import { writeFileAtomically } from './write-files.ts'

/** Writes a result to the file of `--output`, or to standard output. */
export async function writeOutput(context: Context, output: string | undefined, text: string): Promise<void> {
  if (output === undefined) return context.out.text(text)
  writeFileAtomically(resolve(context.cwd, output), text)
  await context.err.line(context.texts.wrote(output))
}
