import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { compile } from '@tiaoli/engine'
import { readWorkbook } from '@tiaoli/office'
import { importWorkbooks } from '@tiaoli/office/import'
import { packFolder, readPack } from '../../scripts/read-pack.ts'

const guide = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'pack-format.md'), 'utf8')
const [, section = ''] = guide.split('\n### A whole mapping\n')
const blocks = [...section.split('\n## ')[0]!.matchAll(/^```\w+\n(.*?)^```$/gms)].map(([, text]) => text!)
const [mapping = '', table = '', ledger = '', notes = ''] = blocks

it('the mapping in the guide is that of the example', () => {
  const { $schema: _, ...own } = JSON.parse(
    readFileSync(join(packFolder('playground-safety'), 'imports/register.json'), 'utf8'),
  ) as Record<string, unknown>
  expect(JSON.parse(mapping)).toEqual(own)
})

it('makes the ledger and the notes of the guide', async () => {
  const { plan } = compile(readPack('playground-safety'))
  const workbook = await readWorkbook(new TextEncoder().encode(table), { name: 'register.csv' })
  const result = await importWorkbooks([workbook], { plan })
  expect(result.mapping).toEqual({ id: 'register', guessed: false })
  expect(JSON.stringify(result.ledger)).toBe(JSON.stringify(JSON.parse(ledger)))
  const told = [
    ...result.notes.map(({ code, place: { cell = '' }, proposal = '' }) => [code, cell, proposal]),
    ...result.columns.map(({ heading, use, gives, why }) => [heading, use, why?.en ?? gives.join(', ')]),
  ]
  expect(told.map((parts) => parts.filter((part) => part !== '').join(': ')).join('\n')).toBe(notes.trim())
})
