/**
 * Packs every package that is published from a fresh clone of the last commit, where nothing is built yet, has its tarball
 * checked, installs all of them with npm in a folder that holds nothing else, and uses the library and the command there:
 * what a user gets. Needs the npm registry.
 * @module
 */
import assert from 'node:assert/strict'
import { execFileSync, type ExecFileSyncOptionsWithStringEncoding } from 'node:child_process'
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')
const BIN = join(ROOT, 'node_modules', '.bin')
const work = mkdtempSync(join(tmpdir(), 'tiaoli-packages-'))
const clone = join(work, 'clone')
/** The oldest on which the library runs, as the README says. */
const OLDEST_NODE = 'node@20.19.0'
const WORKBOOK = join(clone, 'test/office/files/A-律师行业党建工作台账-2026三季度.xlsx')
/** Where the packages are installed. */
const folder = join(work, 'installed')

function run(file: string, args: readonly string[], options: Partial<ExecFileSyncOptionsWithStringEncoding> = {}) {
  return execFileSync(file, args, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], ...options })
}

/** The names of the packages that are published, and whether they are programs, which have no types to import. */
function published(): Map<string, { isProgram: boolean }> {
  const manifests = [...globSync('packages/*/package.json', { cwd: clone }), 'rules/package.json'].map(
    (path) => JSON.parse(readFileSync(join(clone, path), 'utf8')) as { name: string; private?: boolean; bin?: object },
  )
  return new Map(
    manifests
      .filter((manifest) => !manifest.private)
      .map(({ name, bin }) => [name, { isProgram: bin !== undefined }] as const),
  )
}

function versionOf(folderOfPackage: string): string {
  return (JSON.parse(readFileSync(join(folderOfPackage, 'package.json'), 'utf8')) as { version: string }).version
}

function pnpm(...args: string[]): string {
  return run('npx', ['--yes', 'pnpm@12.21.0', ...args], { cwd: clone })
}

/** The tarballs, by name of the package. */
function pack(names: Iterable<string>): Map<string, string> {
  const filters = [...names].flatMap((name) => ['--filter', name])
  const packed = JSON.parse(pnpm(...filters, 'pack', '--json', '--pack-destination', work)) as {
    name: string
    filename: string
  }[]
  return new Map(packed.map(({ name, filename }) => [name, filename]))
}

function tiaoli(...args: string[]): string {
  return run(process.execPath, [join(folder, 'node_modules', '.bin', 'tiaoli'), ...args], {
    cwd: folder,
    env: { PATH: process.env['PATH'], LANG: 'en_US.UTF-8', NO_COLOR: '1' },
  })
}

try {
  run('git', ['clone', '--quiet', ROOT, clone])
  pnpm('install', '--frozen-lockfile')
  const packages = published()
  const tarballs = pack(packages.keys())
  assert.deepEqual([...tarballs.keys()].sort(), [...packages.keys()].sort())
  for (const [name, tarball] of tarballs) {
    console.log(`${name}: ${statSync(tarball).size} bytes`)
    run(join(BIN, 'publint'), ['--strict', tarball])
    if (!packages.get(name)!.isProgram) run(join(BIN, 'attw'), ['--profile', 'esm-only', tarball])
  }
  mkdirSync(folder)
  writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }')
  run('npm', ['install', '--no-audit', '--no-fund', ...tarballs.values()], { cwd: folder })

  assert.match(tiaoli('--version'), /^\d+\.\d+\.\d+\n$/)
  assert.match(tiaoli('check', 'party-organization-basics'), /no problems/)
  assert.match(tiaoli('test', 'party-organization-basics'), /^\d+ cases passed/)
  writeFileSync(join(folder, 'ledger.json'), '{}')
  const program = [
    "import { compile, loadPack } from '@tiaoli/engine'",
    "import basics from '@tiaoli/rules/party-organization-basics'",
    "import city from '@tiaoli/rules/ganzhou-2018-32'",
    "import { lintPack } from '@tiaoli/authoring'",
    "import { readWorkbook } from '@tiaoli/office'",
    "import { readFileSync } from 'node:fs'",
    "const options = { asOf: '2019-01-01', exact: true }",
    "compile(city).evaluate({ counties: [{ id: 'K', firms: [{ id: 'F', members: { full: 3 } }] }] }, options)",
    "if (lintPack(loadPack(city)).lints.length > 0) throw new Error('the pack has lints')",
    `const { sheets } = await readWorkbook(readFileSync(${JSON.stringify(WORKBOOK)}), { name: 'ledger.xlsx' })`,
    "if (sheets.length !== 6) throw new Error('the workbook is not read')",
    'console.log(compile(basics).evaluate({}, options).receipt.engine)',
  ]
  writeFileSync(join(folder, 'program.js'), program.join('\n'))
  const engine = run(process.execPath, ['program.js'], { cwd: folder }).trim()
  assert.equal(engine, versionOf(join(folder, 'node_modules', '@tiaoli', 'engine')))
  assert.equal(run('npx', ['--yes', OLDEST_NODE, 'program.js'], { cwd: folder }).trim(), engine)
  const { receipt } = JSON.parse(
    tiaoli('evaluate', 'ganzhou-2018-32', 'ledger.json', '--as-of', '2019-01-01', '--json'),
  ) as { receipt: { engine: string } }
  assert.equal(receipt.engine, engine)
  const year = ['--from', '2019-01-01', '--to', '2019-12-31']
  assert.match(tiaoli('calendar', 'ganzhou-2018-32', ...year, '--ics'), /^BEGIN:VCALENDAR/)
  for (const format of ['json-rules-engine', 'json-schema'])
    assert.equal(typeof JSON.parse(tiaoli('export', 'ganzhou-2018-32', '--to', format)), 'object')
  assert.match(tiaoli('export', 'ganzhou-2018-32', '--to', 'markdown'), /^# /)
  console.log(
    'The installed library evaluates and reads a workbook; the command checks, tests, evaluates, lists due dates and exports.',
  )
} finally {
  rmSync(work, { recursive: true, force: true })
}
