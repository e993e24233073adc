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

/** These call each other as the language has it: a condition may hold a formula, a formula an operand, an operand a formula. */
const MUTUAL = ['resolve-condition.ts', 'resolve-formula.ts', 'resolve-operand.ts'].map(
  (name) => `engine/src/pack/${name}`,
)

interface Import {
  /** The folder of the file, nested folders as folders of their own; directly below `src`, the file itself. */
  from: string
  to: string
  /** The importing file and what it imports. */
  text: string
  /** Whether it imports types alone, for which nothing is loaded. */
  isType: boolean
}

/** Every relative import of a package that leaves its folder, `import type` included. */
function importsOf(folder: string): Import[] {
  const source = join(ROOT, folder, 'src')
  return importsBetween(folder, (file) =>
    dirname(file) === source ? relative(source, file) : relative(source, dirname(file)),
  )
}

/** Every relative import of a package from one unit to another. */
function importsBetween(folder: string, unitOf: (file: string) => string): Import[] {
  const source = join(ROOT, folder, 'src')
  return specifiersIn(folder).flatMap(({ name, specifier, isType }) => {
    if (!specifier.startsWith('.')) return []
    const file = join(source, name)
    const target = resolve(dirname(file), specifier)
    const [from, to] = [unitOf(file), unitOf(target)]
    return from === to ? [] : [{ from, to, text: `${name} imports ${relative(source, target)}`, isType }]
  })
}

/** Examples in comments are not imports: those begin a line. */
const IMPORT =
  /^(?:import|export)( type)? (?:\{[^}]*\}|[\w*][^'{\n]*(?:\{[^}]*\} )?)\s*from '([^']+)'|\bimport\('([^']+)'\)/gm

/** What each file of a package imports, as it is written. */
function specifiersIn(folder: string): { name: string; specifier: string; isType: boolean }[] {
  const source = join(ROOT, folder, 'src')
  return readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .flatMap((name) => {
      const specifiers = readFileSync(join(source, name), 'utf8').matchAll(IMPORT)
      return [...specifiers].map(([, type, fixed, dynamic]) => ({
        name,
        specifier: (fixed ?? dynamic)!,
        isType: type !== undefined,
      }))
    })
}

/** Whether two folders are in one folder directly below `src`. */
function isWithin(from: string, to: string): boolean {
  return from.split('/')[0] === to.split('/')[0]
}

/** The imports that lead from one unit back to itself. */
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

  test('has no cycle between files that load each other', () => {
    const loading = importsBetween(folder, (file) => file).filter(
      ({ isType, from, to }) =>
        !isType && !MUTUAL.some((name) => from.endsWith(name)) && !MUTUAL.some((name) => to.endsWith(name)),
    )
    expect(cyclesIn(loading)).toEqual([])
  })

  test('does not import itself by name', () => {
    const { name } = JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8')) as { name: string }
    const own = specifiersIn(folder).filter(({ specifier }) => specifier === name || specifier.startsWith(`${name}/`))
    expect(own).toEqual([])
  })
})
