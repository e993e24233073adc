import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { EventEmitter } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Writable } from 'node:stream'
import { afterAll } from 'vitest'
import { main } from '../../packages/cli/src/main.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const BIN = join(ROOT, 'packages', 'cli', 'src', 'bin.ts')
export const RULES = join(ROOT, 'rules')
export const SAMPLE = join(RULES, 'ganzhou-2018-32', 'samples', 'city-of-79.json')

/** A stream that keeps what is written to it. */
class Written extends Writable {
  text = ''

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString()
    done()
  }
}

export interface Ran {
  code: number | null
  out: string
  err: string
}

export interface RunOptions {
  cwd?: string
  input?: string | Uint8Array
  env?: Record<string, string>
}

/**
 * Runs the command line in this process, in English where nothing else is asked for. The folder and the environment are
 * those of the whole process while it runs, so that one run must end before the next begins.
 */
export async function tiaoli(
  args: readonly string[],
  { cwd = ROOT, input = '', env = {} }: RunOptions = {},
): Promise<Ran> {
  const [out, err] = [new Written(), new Written()]
  const outside = { cwd: process.cwd(), env: process.env }
  process.chdir(cwd)
  process.env = { PATH: outside.env['PATH'], LANG: 'en_US.UTF-8', NO_COLOR: '1', ...env }
  const inside = Object.assign(new EventEmitter(), {
    argv: [process.execPath, BIN, ...args],
    env: process.env,
    cwd: () => cwd,
    stdin: new PassThrough().end(input),
    stdout: out,
    stderr: err,
    exitCode: null,
  })
  try {
    await main(inside as never)
    return { code: inside.exitCode, out: out.text, err: err.text }
  } finally {
    process.chdir(outside.cwd)
    process.env = outside.env
  }
}

/** Runs the program in a process of its own, as people do. */
export function spawnTiaoli(args: readonly string[], { cwd = ROOT, input, env = {} }: RunOptions = {}): Promise<Ran> {
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
