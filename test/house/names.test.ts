import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { PACKAGES } from './packages.ts'

const ROOT = resolve(import.meta.dirname, '../..')

const DECLARATION =
  /^export (?:default )?(?:declare )?(?:abstract )?(?:async )?(?:type|interface|class|enum|const|let|function\*?) (\w+)/gm

const EXPORT_LIST = /^export (?:type )?\{([^}]*)\}( from)?/gm

/** The names that a module gives to what it exports. To pass on what another module declares gives no name. */
function namesGivenIn(text: string): string[] {
  const declared = [...text.matchAll(DECLARATION)].map(([, name]) => name!)
  const listed = [...text.matchAll(EXPORT_LIST)].flatMap(([, list, from]) =>
    list!.split(',').flatMap((item) => {
      const [name, alias] = item
        .trim()
        .replace(/^type /, '')
        .split(' as ')
      return from ? (alias ?? []) : (alias ?? name ?? [])
    }),
  )
  return [...declared, ...listed].filter((name) => name !== '')
}

/** Every name that a package exports from more than one module, with these modules. */
function repeatedNames(folder: string): string[] {
  const source = join(ROOT, folder, 'src')
  const modules = new Map<string, Set<string>>()
  for (const file of readdirSync(source, { recursive: true, encoding: 'utf8' }))
    if (file.endsWith('.ts'))
      for (const name of namesGivenIn(readFileSync(join(source, file), 'utf8')))
        modules.set(name, (modules.get(name) ?? new Set()).add(file))
  return [...modules].filter(([, files]) => files.size > 1).map(([name, files]) => `${name}: ${[...files].join(', ')}`)
}

test('a name is given by a declaration, by a list of what is declared here, and by renaming', () => {
  expect(namesGivenIn('export const first = 1\ntype Local = string\nexport type { Local }\n')).toEqual([
    'first',
    'Local',
  ])
  expect(namesGivenIn('export { Local as Plan, other }\nexport { far, near as Close } from "./x"\n')).toEqual([
    'Plan',
    'other',
    'Close',
  ])
})

test.each(PACKAGES)('%s declares no exported name in two modules', (folder) => {
  expect(repeatedNames(folder)).toEqual([])
})
