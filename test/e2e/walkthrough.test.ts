import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startBundle, type DeployedBundle } from './server.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const PAGE = readFileSync(join(ROOT, 'docs', 'walkthrough.md'), 'utf8')
const MARK = '--- end of step ---'

/** The commands of the page, each with what the page says that it prints. */
const steps = [...PAGE.matchAll(/```sh\n(.*?)```\n(?:\n```text\n(.*?)```)?/gs)].map(([, commands, prints = '']) => ({
  commands: commands!,
  prints,
}))

const folder = mkdtempSync(join(tmpdir(), 'tiaoli-walk-'))
let bundle: DeployedBundle
beforeAll(async () => {
  symlinkSync(join(ROOT, 'rules'), join(folder, 'rules'))
  bundle = await startBundle()
})
afterAll(async () => {
  await bundle.harness.close()
  rmSync(folder, { recursive: true, force: true })
})

test('every command of the walk prints what the page says', async () => {
  const script = steps.map(({ commands }) => `${commands}\necho '${MARK}'`).join('\n')
  const { stdout } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', script], {
    cwd: folder,
    env: {
      ...process.env,
      URL: bundle.origin,
      ADMIN: bundle.adminToken,
      PATH: [dirname(process.execPath), process.env['PATH']].join(delimiter),
    },
    maxBuffer: 10_000_000,
  })
  const printed = stdout.split(`${MARK}\n`).slice(0, -1)
  expect(printed).toHaveLength(steps.length)
  expect(steps.length).toBeGreaterThan(12)
  expect(printed).toEqual(steps.map(({ prints }) => prints))
})
