import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { expect, test } from 'vitest'

const API = join(import.meta.dirname, '..', '..', 'workers', 'api')
const SOURCE = join(API, 'src')

/** The folders in the order in which the README lists them, the lowest first. */
const layers = [...readFileSync(join(API, 'README.md'), 'utf8').matchAll(/^\| `(\w+)` +\|/gm)].map(([, name]) => name!)
const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'))

/** Files in the root of the source may import from every folder. */
function layerOf(path: string): number {
  const [folder = '', file] = path.split(sep)
  return file === undefined ? layers.length : layers.indexOf(folder)
}

function importsOf(path: string): string[] {
  const text = readFileSync(join(SOURCE, path), 'utf8')
  return [...text.matchAll(/\b(?:from|import)\b\s*\(?\s*'(\.[^']*)'/g)].map(([, specifier]) =>
    relative(SOURCE, resolve(SOURCE, dirname(path), specifier!)),
  )
}

test('the README of the API lists every folder of its source', () => {
  const folders = readdirSync(SOURCE, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  expect(folders.map(({ name }) => name).toSorted()).toEqual(layers.toSorted())
})

test('no file of the API imports from a higher layer, types included', () => {
  const arrows = files.flatMap((from) => importsOf(from).map((to) => ({ from, to })))
  expect(arrows.length).toBeGreaterThan(300)
  expect(arrows.filter(({ from, to }) => layerOf(to) > layerOf(from))).toEqual([])
})
