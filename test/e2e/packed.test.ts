import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..', '..')
const PACKED = ['engine', 'json-rules-engine', 'authoring', 'report', 'cli', 'rules']

const folder = mkdtempSync(join(tmpdir(), 'tiaoli-packed-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

// What a user gets: the tarballs, installed by npm in a folder that holds nothing else.
beforeAll(() => {
  execFileSync(process.execPath, [join(ROOT, 'node_modules', 'typescript', 'bin', 'tsc'), '--build'], { cwd: ROOT })
  for (const name of PACKED)
    execFileSync(
      'npx',
      ['--yes', 'pnpm@12.21.0', '--filter', `@tiaoli/${name}`, 'pack', '--pack-destination', folder],
      {
        cwd: ROOT,
        stdio: 'pipe',
      },
    )
  writeFileSync(join(folder, 'package.json'), '{ "private": true }')
  const tarballs = readdirSync(folder).filter((name) => name.endsWith('.tgz'))
  execFileSync('npm', ['install', '--no-audit', '--no-fund', ...tarballs.map((name) => `./${name}`)], {
    cwd: folder,
    stdio: 'pipe',
  })
})

function tiaoli(...args: string[]): string {
  const bin = join(folder, 'node_modules', '.bin', 'tiaoli')
  return execFileSync(process.execPath, [bin, ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], LANG: 'en_US.UTF-8', NO_COLOR: '1' },
  })
}

test('the installed command says its version', () => {
  expect(tiaoli('--version')).toMatch(/^\d+\.\d+\.\d+\n$/)
})

test('the installed command checks and tests an installed pack on both runtimes', () => {
  expect(tiaoli('check', 'party-organization-basics')).toContain('nothing wrong')
  expect(tiaoli('test', 'party-organization-basics')).toMatch(/^\d+ cases passed/)
})

test('the installed command evaluates, lists due dates and exports', () => {
  writeFileSync(join(folder, 'ledger.json'), '{}')
  expect(tiaoli('evaluate', 'ganzhou-2018-32', 'ledger.json', '--as-of', '2019-01-01', '--json')).toContain('"receipt"')
  expect(tiaoli('calendar', 'ganzhou-2018-32', '--from', '2019-01-01', '--to', '2019-12-31', '--ics')).toMatch(
    /^BEGIN:VCALENDAR/,
  )
  for (const format of ['json-rules-engine', 'json-schema'])
    expect(JSON.parse(tiaoli('export', 'ganzhou-2018-32', '--to', format))).toBeTypeOf('object')
  expect(tiaoli('export', 'ganzhou-2018-32', '--to', 'markdown')).toMatch(/^# /)
})
