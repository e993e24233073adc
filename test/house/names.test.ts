import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = resolve(import.meta.dirname, '../..')

/** Git leaves the empty folders of packages that were removed. */
const PACKAGES = ['packages', 'workers'].flatMap((folder) =>
  readdirSync(join(ROOT, folder)).flatMap((name) =>
    existsSync(join(ROOT, folder, name, 'src')) ? [`${folder}/${name}`] : [],
  ),
)

const DECLARATION =
  /^export (?:default )?(?:declare )?(?:abstract )?(?:async )?(?:type|interface|class|enum|const|let|function\*?) (\w+)/gm

/** Every name that a package exports from more than one module, with these modules. */
function repeatedNames(folder: string): string[] {
  const source = join(ROOT, folder, 'src')
  const modules = new Map<string, Set<string>>()
  for (const file of readdirSync(source, { recursive: true, encoding: 'utf8' }))
    if (file.endsWith('.ts'))
      for (const [, name] of readFileSync(join(source, file), 'utf8').matchAll(DECLARATION))
        modules.set(name!, (modules.get(name!) ?? new Set()).add(file))
  return [...modules].filter(([, files]) => files.size > 1).map(([name, files]) => `${name}: ${[...files].join(', ')}`)
}

test.each(PACKAGES)('%s declares no exported name in two modules', (folder) => {
  expect(repeatedNames(folder)).toEqual([])
})
