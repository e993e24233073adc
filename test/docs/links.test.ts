import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '..', '..')
const DOCUMENTS = [
  ...readdirSync(ROOT).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
]
const LINK = /\]\((?!https?:|#)([^)\s#]+)/g
const PATH = /`((?:docs|packages|scripts|test|workers)\/[\w./-]+)`/g

it.each(DOCUMENTS)('every link of %s leads to a file of the repository', (document) => {
  const links = [...readFileSync(join(ROOT, document), 'utf8').matchAll(LINK)].map(([, link = '']) =>
    join(ROOT, dirname(document), decodeURI(link)),
  )
  expect(links.filter((path) => !existsSync(path)).map((path) => relative(ROOT, path))).toEqual([])
})

it.each(DOCUMENTS)('every path that %s names exists', (document) => {
  const paths = [...readFileSync(join(ROOT, document), 'utf8').matchAll(PATH)].map(([, path = '']) => path)
  expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([])
})

it('every decision is in the index, and every decision has its number as title', () => {
  const folder = join(ROOT, 'docs', 'decisions')
  const index = readFileSync(join(folder, 'README.md'), 'utf8')
  for (const name of readdirSync(folder).filter((file) => file !== 'README.md')) {
    const [, title = ''] = /^# \d{4}\. (.+)$/m.exec(readFileSync(join(folder, name), 'utf8')) ?? []
    expect(index).toContain(`[${name.slice(0, 4)}](${name}) ${title}\n`)
  }
})
