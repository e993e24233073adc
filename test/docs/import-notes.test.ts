import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { severityOf } from '../../packages/office/src/import/ledger/note-severity.ts'
import { NOTE_TEXTS } from '../../packages/office/src/import/ledger/note-texts.ts'

type Code = keyof typeof NOTE_TEXTS

const codes = (Object.keys(NOTE_TEXTS) as Code[]).sort()
const ROOT = join(import.meta.dirname, '../..')
const guide = readFileSync(join(ROOT, 'docs/office.md'), 'utf8')

it('the guide to workbooks has every code of a note with its severity and words, and no other', () => {
  const rows = guide
    .slice(guide.indexOf('### Notes'))
    .split('\n## ')[0]!
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .slice(1, -1)
        .split(' | ')
        .map((cell) => cell.trim()),
    )
  expect(rows).toEqual(codes.map((code) => [`\`${code}\``, severityOf(code), NOTE_TEXTS[code].en]))
})

it.each(sourcesOf('packages/office/src'))('%s names no flag and no command: its words fit every caller', (path) => {
  const code = readFileSync(join(ROOT, path), 'utf8').replaceAll(/^\s*(?:\/?\*|\/\/).*$/gm, '')
  expect(code.match(/--[a-z]+|\btiaoli [a-z]+/g) ?? []).toEqual([])
})

function sourcesOf(folder: string): string[] {
  const names = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
  return names.filter((name) => name.endsWith('.ts')).map((name) => join(folder, name))
}
