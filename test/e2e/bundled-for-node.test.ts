import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import { afterAll, expect, test } from 'vitest'

const ROOT = resolve(import.meta.dirname, '../..')
const MIGRATIONS = join(ROOT, 'workers/api/migrations')
const folder = mkdtempSync(join(tmpdir(), 'tiaoli-bundled-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** One file with everything that an entry imports, as esbuild makes it for Node. */
async function bundle(name: string, entry: { file: string } | { code: string }): Promise<string> {
  const outfile = join(folder, name)
  const input =
    'file' in entry ? { entryPoints: [join(ROOT, entry.file)] } : { stdin: { contents: entry.code, resolveDir: ROOT } }
  // Packages in the old format of Node ask for its modules by `require`.
  const banner = {
    js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);",
  }
  await build({ ...input, bundle: true, platform: 'node', format: 'esm', banner, outfile, logLevel: 'error' })
  return outfile
}

function run(...args: string[]): string {
  return execFileSync(process.execPath, args, { cwd: folder, encoding: 'utf8', env: { LANG: 'en_US.UTF-8' } })
}

test('the command line runs as one file', async () => {
  const tiaoli = await bundle('tiaoli.mjs', { file: 'packages/cli/src/bin.ts' })
  run(tiaoli, 'init', 'my-city')
  expect(run(tiaoli, 'add', 'fact', 'firm.rooms', 'my-city', '--type', 'integer')).toContain('firm.rooms')
  expect(run(tiaoli, 'test', 'my-city')).toContain('5 cases passed')
})

const SERVICE = `
import { createApp } from './workers/api/src/app.ts'
import { nodeSqlite } from './test/storage/node-sqlite.ts'

const always = { allow: async () => true }
const ports = {
  sql: nodeSqlite(process.argv[2]),
  calls: always,
  writes: always,
  access: { anonymousRoles: new Set(['reader', 'evaluator']), peopleRoles: new Map() },
  maxStreamRecords: 10,
  bundledPacks: 'seed',
  release: 'test',
  log: () => {},
  email: async () => undefined,
}
const app = createApp(() => ports)
const answer = await app.request('/v1/packs/ganzhou-2018-32/evaluate', {
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify({ asOf: '2019-01-01', ledger: {} }),
})
console.log(answer.status, Object.keys(await answer.json()).sort().join())
`

test('the API evaluates as one file', async () => {
  const service = await bundle('service.mjs', { code: SERVICE })
  expect(run(service, MIGRATIONS)).toBe('200 conflicts,edition,findings,notices,receipt,summary\n')
})
