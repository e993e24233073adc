import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { PACKAGES } from './packages.ts'

const ROOT = resolve(import.meta.dirname, '../..')

/** `groups.set(key, [...(groups.get(key) ?? []), item])`: each item copies all of its group, so many take long. */
const COPIED = /\.set\([^\n]*\[\.\.\.\([^\n]*\.get\(/

test.each(PACKAGES)('%s copies no group for each of its items: `groupedBy` and `addTo` do not', (folder) => {
  const source = join(ROOT, folder, 'src')
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file))
  expect(files.filter((file) => COPIED.test(readFileSync(join(source, file), 'utf8')))).toEqual([])
})
