import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { beforeAll, expect, it } from 'vitest'
import { buildWorkbench } from '../../scripts/build-workbench.ts'

const BUILT = join(import.meta.dirname, '../../workers/api/public/workbench')
/** Also with spaces left out: `import{a}from"./b.js"`. Imports when asked for (`import("./b.js")`) come later. */
const IMPORTED = /(?:from|import)\s*"\.\/([^"]+\.js)"/g

beforeAll(buildWorkbench)

/** Bytes, as they are sent, of files with all that they need before they run. */
function sent(...names: string[]): number {
  const needed = new Set<string>()
  const add = (path: string) => {
    if (needed.has(path)) return
    needed.add(path)
    if (!path.endsWith('.js')) return
    for (const [, name] of readFileSync(path, 'utf8').matchAll(IMPORTED)) add(join(BUILT, 'assets', name!))
  }
  for (const name of names) add(join(BUILT, name))
  return [...needed].reduce((sum, path) => sum + gzipSync(readFileSync(path), { level: 9 }).length, 0)
}

function assets(pattern: string): string[] {
  return globSync(join(BUILT, 'assets', pattern)).map((path) => join('assets', basename(path)))
}

it('the first screen comes in 40 KB, the engine apart', () => {
  expect(sent('index.html', ...assets('index-*.js'), ...assets('index-*.css'))).toBeLessThan(40 * 1024)
})

it('the engine comes in as much as the guide says', () => {
  expect(sent(...assets('engine-worker-*.js'))).toBeLessThan(140 * 1024)
})
