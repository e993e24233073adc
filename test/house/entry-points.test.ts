import { readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'

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
