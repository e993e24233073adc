import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { PACKAGES } from './packages.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const SOURCE = resolve(import.meta.dirname, '../../packages/engine/src')

test('the front door of the engine fits on one screen', () => {
  const text = readFileSync(join(SOURCE, 'index.ts'), 'utf8')
  const names = [...text.matchAll(/export (?:type )?\{([^}]*)\}/g)].flatMap(([, list]) => list!.split(','))
  expect(text).not.toContain('export *')
  expect(names.filter((name) => name.trim() !== '').length).toBeLessThanOrEqual(28)
})

/** Types are gone from what runs. */
const TYPE_IMPORT = /(?:import|export) type [^']*from '[^']+'/g

test('bare conditions run no other part of the engine than the values', () => {
  const seen = new Set<string>()
  const visit = (file: string): void => {
    if (seen.has(file)) return
    seen.add(file)
    for (const [, specifier] of readFileSync(file, 'utf8')
      .replaceAll(TYPE_IMPORT, '')
      .matchAll(/from '([^']+)'/g)) {
      expect(specifier, `${relative(SOURCE, file)} imports a package`).toMatch(/^\./)
      visit(resolve(dirname(file), specifier!))
    }
  }
  visit(join(SOURCE, 'condition.ts'))
  const folders = new Set([...seen].map((file) => relative(SOURCE, file).split('/')[0]!))
  expect([...folders].sort()).toEqual(['condition', 'condition.ts', 'values'])
})

/** What all code outside of a package, with the examples of the guides, imports from an entry point of it. */
function importedFrom(entry: string, folder: string): Set<string> {
  const files = globSync(['{packages,workers}/*/src/**/*.ts', '{test,scripts}/**/*.ts', 'docs/*.md', 'README.md'], {
    cwd: ROOT,
  })
  const lists = files
    .filter((file) => !file.startsWith(`${folder}/`))
    .flatMap((file) => [
      ...readFileSync(join(ROOT, file), 'utf8').matchAll(/\{([^{}]*)\} (?:from|= await import\() ?'([^']+)'/g),
    ])
  return new Set(lists.flatMap(([, list, specifier]) => (specifier === entry ? namesIn(list!) : [])))
}

/** The names of an import or export list that are not types. */
function namesIn(list: string): string[] {
  return list.split(',').flatMap((item) => item.trim().match(/^(?!type )(\w+)/)?.[1] ?? [])
}

// knip takes whatever an entry point exports for used.
test.each(PACKAGES)('every value that an entry point of %s exports is imported somewhere', (folder) => {
  const { name, exports } = JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8')) as {
    name: string
    exports?: Record<string, string>
  }
  const unused = Object.entries(exports ?? {}).flatMap(([path, file]) => {
    const lists = [...readFileSync(join(ROOT, folder, file), 'utf8').matchAll(/^export \{([^}]*)\} from/gm)]
    const imported = importedFrom(join(name, path), folder)
    return lists.flatMap(([, list]) => namesIn(list!).filter((value) => !imported.has(value)))
  })
  expect(unused).toEqual([])
})
