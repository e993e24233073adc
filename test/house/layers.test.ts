import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const ROOT = resolve(import.meta.dirname, '../..')

/** The engine's folders, from the bottom: each may import from those before it, types included. */
const ENGINE_LAYERS = [
  'errors',
  'json',
  'values',
  'condition',
  'schema',
  'plan',
  'decide',
  'formula',
  'pack',
  'ledger',
  'report',
  'explain',
  'evaluate',
  'ask',
  'cases',
]

const PACKAGES = ['authoring', 'calendar', 'cli', 'client', 'engine', 'json-rules-engine'].map(
  (name) => `packages/${name}`,
)

interface Import {
  /** The folder directly below `src`, or the file where it stands there itself. */
  from: string
  to: string
  /** The importing file and what it imports. */
  text: string
}

/** Every relative import of a package that leaves its folder, `import type` included. */
function importsOf(folder: string): Import[] {
  const source = join(ROOT, folder, 'src')
  const unitOf = (file: string) => relative(source, file).split('/')[0]!
  return readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => {
      const file = join(source, name)
      const specifiers = readFileSync(file, 'utf8').matchAll(/\b(?:from|import)\s*\(?\s*'(\.[^']+)'/g)
      return [...specifiers].map(([, specifier]) => {
        const target = resolve(dirname(file), specifier!)
        return { from: unitOf(file), to: unitOf(target), text: `${name} imports ${relative(source, target)}` }
      })
    })
    .filter(({ from, to }) => from !== to)
}

/** The imports between folders that lead from one back to itself. */
function cyclesIn(imports: readonly Import[]): string[] {
  const reached = (from: string, seen = new Set<string>()): Set<string> => {
    for (const next of imports)
      if (next.from === from && !seen.has(next.to)) {
        seen.add(next.to)
        reached(next.to, seen)
      }
    return seen
  }
  return imports.filter(({ from, to }) => reached(to).has(from)).map(({ text }) => text)
}

describe('the engine', () => {
  const imports = importsOf('packages/engine').filter(({ from }) => !from.endsWith('.ts'))

  test('has no folder outside the layers', () => {
    const folders = readdirSync(join(ROOT, 'packages/engine/src'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
    expect(folders.toSorted()).toEqual(ENGINE_LAYERS.toSorted())
  })

  test('imports only from lower layers', () => {
    const upward = imports.filter(({ from, to }) => ENGINE_LAYERS.indexOf(to) >= ENGINE_LAYERS.indexOf(from))
    expect(upward.map(({ text }) => text)).toEqual([])
  })
})

describe.each(PACKAGES)('%s', (folder) => {
  test('has no cycle between its folders', () => {
    expect(cyclesIn(importsOf(folder))).toEqual([])
  })
})
