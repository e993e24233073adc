import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { NOTE_TEXTS, severityOf } from '../../packages/office/src/import/note-texts.ts'

type Code = keyof typeof NOTE_TEXTS

const codes = (Object.keys(NOTE_TEXTS) as Code[]).sort()
const guide = readFileSync(join(import.meta.dirname, '../../docs/office.md'), 'utf8')

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

describe('the words of a note', () => {
  it.each(codes)('%s fit every caller: they name no flag and no command', (code) => {
    const { zh, en } = NOTE_TEXTS[code]
    expect(`${zh}${en}`).not.toMatch(/--[a-z]|tiaoli/)
  })
})
