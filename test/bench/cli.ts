/**
 * How long the command line takes to start, as a ratio to `node -e 0`, and whether a stream of records keeps its memory
 * flat. Run after `tsc --build`: `node test/bench/cli.ts [records]`.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..', '..')
const BIN = join(ROOT, 'packages', 'cli', 'dist', 'bin.js')
const ROUNDS = 15
const RECORDS = Number(process.argv[2] ?? 100_000)

const COMMANDS = {
  'node -e 0': ['-e', '0'],
  'tiaoli --help': [BIN, '--help'],
  'tiaoli check ganzhou-2018-32': [BIN, 'check', 'ganzhou-2018-32'],
}

/** Milliseconds of each round; the commands take turns, so that the machine's moods fall on all of them. */
const times = new Map<string, number[]>()
for (let round = 0; round < ROUNDS; round++)
  for (const [name, args] of Object.entries(COMMANDS)) {
    const started = performance.now()
    run(args)
    times.set(name, [...(times.get(name) ?? []), performance.now() - started])
  }
const bare = median(times.get('node -e 0')!)
for (const [name, all] of times)
  console.log(`${name.padEnd(30)} ${median(all).toFixed(0).padStart(5)} ms ${(median(all) / bare).toFixed(1)}x`)

const folder = mkdtempSync(join(tmpdir(), 'tiaoli-bench-'))
try {
  for (const records of [RECORDS / 10, RECORDS]) {
    const file = join(folder, `${records}.ndjson`)
    const lines = Array.from({ length: records }, (_, i) => JSON.stringify({ id: `F${i}`, members: { full: i % 9 } }))
    writeFileSync(file, `${lines.join('\n')}\n`)
    const started = performance.now()
    const told = run([
      '--import',
      'data:text/javascript,process.on("exit",()=>console.error(process.resourceUsage().maxRSS))',
      BIN,
      'evaluate',
      'ganzhou-2018-32',
      file,
      '--as-of',
      '2019-01-01',
      '--records',
      'firm',
    ])
    const seconds = (performance.now() - started) / 1000
    const memory = Number(told.trim().split('\n').at(-1)) / 1024
    console.log(`${records} records: ${(records / seconds).toFixed(0)}/s, ${memory.toFixed(0)} MiB at most`)
  }
} finally {
  rmSync(folder, { recursive: true })
}

/** What a command writes to standard error; throws where it fails. */
function run(args: readonly string[]): string {
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`)
  return stderr
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!
}
