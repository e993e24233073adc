import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { PACKAGES } from './packages.ts'

const ROOT = resolve(import.meta.dirname, '../..')

/** The engine's folders, from the bottom: each may import from those before it, types included. */
const ENGINE_LAYERS = [
  'text',
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

/** The workbench’s folders and files, from the bottom. */
const WORKBENCH_LAYERS = ['words', 'engine', 'address.ts', 'state', 'parts', 'screens', 'page.tsx', 'main.tsx']

interface Import {
  /** The folder of the file, nested folders as folders of their own; directly below `src`, the file itself. */
  from: string
  to: string
  /** The importing file and what it imports. */
  text: string
}

/** Every relative import of a package that leaves its folder, `import type` included. */
function importsOf(folder: string): Import[] {
  const source = join(ROOT, folder, 'src')
  const unitOf = (file: string) => (dirname(file) === source ? relative(source, file) : relative(source, dirname(file)))
  return specifiersIn(folder).flatMap(({ name, specifier }) => {
    if (!specifier.startsWith('.')) return []
    const file = join(source, name)
    const target = resolve(dirname(file), specifier)
    const [from, to] = [unitOf(file), unitOf(target)]
    return from === to ? [] : [{ from, to, text: `${name} imports ${relative(source, target)}` }]
  })
}

/** Examples in comments are not imports: those begin a line. */
const IMPORT = /^(?:import|export|\}).*\bfrom '([^']+)'|\bimport\('([^']+)'\)/gm

/** What each file of a package imports, as it is written. */
function specifiersIn(folder: string): { name: string; specifier: string }[] {
  const source = join(ROOT, folder, 'src')
  return readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .flatMap((name) => {
      const specifiers = readFileSync(join(source, name), 'utf8').matchAll(IMPORT)
      return [...specifiers].map(([, fixed, dynamic]) => ({ name, specifier: (fixed ?? dynamic)! }))
    })
}

/** Whether two folders are in one folder directly below `src`. */
function isWithin(from: string, to: string): boolean {
  return from.split('/')[0] === to.split('/')[0]
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
  const layerOf = (folder: string) => ENGINE_LAYERS.indexOf(folder.split('/')[0]!)

  test('has no folder outside the layers', () => {
    const folders = readdirSync(join(ROOT, 'packages/engine/src'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
    expect(folders.toSorted()).toEqual(ENGINE_LAYERS.toSorted())
  })

  test('imports only from lower layers', () => {
    const upward = imports.filter(({ from, to }) => layerOf(to) >= layerOf(from) && !isWithin(from, to))
    expect(upward.map(({ text }) => text)).toEqual([])
  })
})

describe('the workbench', () => {
  const imports = importsOf('packages/workbench')
  const layerOf = (unit: string) => WORKBENCH_LAYERS.indexOf(unit.split('/')[0]!)

  test('imports only from lower layers', () => {
    const upward = imports.filter(({ from, to }) => layerOf(to) >= layerOf(from) && !isWithin(from, to))
    expect(upward.map(({ text }) => text)).toEqual([])
  })

  test('has no screen that imports from another: what both need is a part', () => {
    const isScreen = (unit: string) => unit.startsWith('screens/')
    expect(imports.filter(({ from, to }) => isScreen(from) && isScreen(to)).map(({ text }) => text)).toEqual([])
  })
})

describe.each(PACKAGES)('%s', (folder) => {
  test('has no cycle between its folders', () => {
    expect(cyclesIn(importsOf(folder))).toEqual([])
  })

  test('does not import itself by name', () => {
    const { name } = JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8')) as { name: string }
    const own = specifiersIn(folder).filter(({ specifier }) => specifier === name || specifier.startsWith(`${name}/`))
    expect(own).toEqual([])
  })
})
