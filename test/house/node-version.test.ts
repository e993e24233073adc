import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = resolve(import.meta.dirname, '../..')

// Otherwise a first `pnpm start` on an older Node begins with a screen of warnings about packages that never run on it.
test('packages are checked against the Node that the scripts run on', () => {
  const { devDependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    devDependencies: Record<string, string>
  }
  const workspace = readFileSync(join(ROOT, 'pnpm-workspace.yaml'), 'utf8')
  expect(/^nodeVersion: (.+)$/m.exec(workspace)?.[1]).toBe(devDependencies['node'])
})
