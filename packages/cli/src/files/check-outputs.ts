import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { displayPath } from './display-path.ts'

/** Paths by the flags that name them. */
export type Outputs = Readonly<Record<`--${string}`, string | undefined>>

/**
 * Refuses, before anything is written, to write two things into one file, or over a file that is read. A file to be
 * changed is no such input.
 */
export function checkOutputs({ cwd }: Context, outputs: Outputs, inputs: readonly (string | undefined)[]): void {
  const read = new Set(inputs.flatMap((path) => (path === undefined || path === '-' ? [] : [fileAt(cwd, path)])))
  const written = new Map<string, string>()
  for (const [flag, path] of Object.entries(outputs)) {
    if (path === undefined) continue
    const file = fileAt(cwd, path)
    const shown = displayPath(cwd, resolve(cwd, path))
    const other = written.get(file)
    if (other !== undefined) throw new Failure('sameOutput', [other, flag, shown])
    if (read.has(file)) throw new Failure('overInput', [flag, shown])
    written.set(file, flag)
  }
}

/** Of a file that is there, whatever its paths are, what the system knows it by; else its path. */
function fileAt(cwd: string, path: string): string {
  const whole = resolve(cwd, path)
  const found = statSync(whole, { throwIfNoEntry: false })
  return found?.isFile() ? `${found.dev}:${found.ino}` : whole
}
