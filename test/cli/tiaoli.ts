import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

const ROOT = join(import.meta.dirname, '..', '..')
const BIN = join(ROOT, 'packages', 'cli', 'src', 'bin.ts')
export const RULES = join(ROOT, 'rules')
export const SAMPLE = join(RULES, 'ganzhou-2018-32', 'samples', 'city-of-79.json')

export interface Ran {
  code: number | null
  out: string
  err: string
}

export interface RunOptions {
  cwd?: string
  input?: string
  env?: Record<string, string>
}

/** Runs the real program, in English unless told otherwise. */
export function tiaoli(args: readonly string[], { cwd = ROOT, input, env = {} }: RunOptions = {}): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [BIN, ...args], {
      cwd,
      env: { PATH: process.env['PATH'], LANG: 'en_US.UTF-8', NO_COLOR: '1', ...env },
    })
    const ran: Ran = { code: null, out: '', err: '' }
    child.stdout.setEncoding('utf8').on('data', (text: string) => (ran.out += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (ran.err += text))
    child.on('error', reject)
    child.on('close', (code) => resolve({ ...ran, code }))
    child.stdin.on('error', () => {}) // A program that refuses its arguments does not read.
    child.stdin.end(input ?? '')
  })
}

/** An empty folder, removed when the file's tests are done. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tiaoli-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A folder with a copy of the rule packs in `rules/`, to be changed. */
export function copyOfRules(): string {
  const folder = emptyFolder()
  cpSync(RULES, join(folder, 'rules'), { recursive: true, filter: (path) => !path.includes('node_modules') })
  return folder
}

/** Changes one place in a file; fails where the text is not there. */
export function edit(path: string, from: string, to: string): void {
  const text = readFileSync(path, 'utf8')
  if (!text.includes(from)) throw new Error(`${path} does not contain ${from}`)
  writeFileSync(path, text.replace(from, to))
}
