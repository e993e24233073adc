import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'

const TSC = resolve(import.meta.dirname, '../../node_modules/.bin/tsc')
const STRICT = ['--strict', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess']
const MODULES = ['--module', 'preserve', '--moduleResolution', 'bundler', '--allowImportingTsExtensions']
const OPTIONS = [...STRICT, ...MODULES, '--noEmit', '--target', 'es2022', '--types', '']

/** What the compiler says of a file and of all that it imports, for a browser; empty where nothing is wrong. */
export function strictCompilation(folder: string, file: string): string {
  const { stdout, stderr } = spawnSync(TSC, [...OPTIONS, file], { cwd: folder, encoding: 'utf8' })
  return stdout + stderr
}
