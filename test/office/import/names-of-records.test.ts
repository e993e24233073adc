import { expect, test } from 'vitest'
import { compile } from '@tiaoli/engine'
import { importWorkbooks, type ImportResult } from '@tiaoli/office/import'
import { readWorkbook } from '@tiaoli/office'
import { readPack } from '../../../scripts/read-pack.ts'
import { bookOf, written, type Value } from '../workbook-file.ts'
import { firmsIn } from './imported.ts'

const { files, ...source } = readPack('ganzhou-2018-32')
const MAPPING = {
  id: 'branches',
  title: { zh: '律所和联合党支部', en: 'Firms and joint branches' },
  tables: [
    {
      title: { zh: '律所', en: 'Firms' },
      has: ['律所名称'],
      row: 'firm',
      columns: [
        { headings: ['律所名称'], record: 'firm' },
        { headings: ['书记所在律所'], organization: 'firm.secretary.firm' },
      ],
    },
    {
      title: { zh: '联合党支部', en: 'Joint branches' },
      has: ['联合党支部名称'],
      row: 'jointBranch',
      columns: [
        { headings: ['联合党支部名称'], record: 'jointBranch' },
        { headings: ['书记所在律所'], organization: 'jointBranch.secretary.firm' },
        { headings: ['成员律所'], referredBy: 'firm.jointBranch' },
      ],
    },
  ],
}
const withMapping = { ...source, files: { ...files, 'imports/party-building-forms.json': JSON.stringify(MAPPING) } }
const { plan } = compile(withMapping)

const FIRMS = [['律所名称'], ['甲律师事务所'], ['乙律师事务所'], ['丙律师事务所']]

async function imported(branches: Value[][], firms: Value[][] = FIRMS): Promise<ImportResult> {
  const books = [branches, firms].map((grid, i) =>
    readWorkbook(written(bookOf(grid)), { name: `${['支部', '律所'][i]!}.xlsx` }),
  )
  return importWorkbooks(await Promise.all(books), { plan })
}

const told = ({ notes }: ImportResult) =>
  notes.map(({ code, place, text }) =>
    [code, place.file, place.cell, /^这一格的第\d+个名称/.exec(text.zh)?.[0]].filter(Boolean).join(' '),
  )

const ofBranch = ({ ledger }: ImportResult) => (ledger['jointBranches'] as Record<string, unknown>[])[0]

test('an id of a record is that of the record of the name, though its table is read later', async () => {
  const result = await imported([
    ['联合党支部名称', '书记所在律所'],
    ['甲乙联合党支部', '乙律师事务所'],
  ])
  expect(ofBranch(result)).toMatchObject({ secretary: { firm: 'firm-2' } })
  expect(firmsIn(result).get('乙律师事务所')).toMatchObject({ id: 'firm-2' })
  expect(result.notes).toEqual([])
})

test('a firm may name itself, or one below it', async () => {
  const result = await imported(
    [['联合党支部名称'], ['甲乙联合党支部']],
    [
      ['律所名称', '书记所在律所'],
      ['甲律师事务所', '乙律师事务所'],
      ['乙律师事务所', '乙律师事务所'],
    ],
  )
  expect([...firmsIn(result).values()].map(({ secretary }) => secretary)).toEqual([
    { firm: 'firm-2' },
    { firm: 'firm-2' },
  ])
})

test('a name that no record has, or several may have, gives no id and no record', async () => {
  const result = await imported([
    ['联合党支部名称', '书记所在律所'],
    ['甲乙联合党支部', '丁律师事务所'],
    ['丙联合党支部', '甲律师事务所、乙律师事务所'],
  ])
  expect(ofBranch(result)).not.toHaveProperty('secretary')
  expect(Object.values(result.names)).not.toContain('丁律师事务所')
  expect(told(result)).toEqual(['several-organizations 支部.xlsx B3', 'name-not-found 支部.xlsx B2'])
})

test('the records that a cell names refer to that of the row, and each that is not found is told', async () => {
  const result = await imported([
    ['联合党支部名称', '成员律所'],
    ['甲乙联合党支部', '甲律师事务所、丁律师事务所、乙律师事务所'],
    ['丙联合党支部', '丙律师事务所'],
  ])
  expect([...firmsIn(result)].map(([name, { jointBranch }]) => [name, jointBranch])).toEqual([
    ['甲律师事务所', 'jointBranch-1'],
    ['乙律师事务所', 'jointBranch-1'],
    ['丙律师事务所', 'jointBranch-2'],
  ])
  expect(result.provenance.find(({ pointer }) => pointer.endsWith('/firms/1/jointBranch'))?.cell).toBe('B2')
  expect(told(result)).toEqual(['name-not-found 支部.xlsx B2 这一格的第2个名称'])
})

test('two branches that name one firm contradict each other, and the firm refers to neither', async () => {
  const result = await imported([
    ['联合党支部名称', '成员律所'],
    ['甲乙联合党支部', '甲律师事务所、乙律师事务所'],
    ['甲丙联合党支部', '甲律师事务所、丙律师事务所'],
  ])
  expect(firmsIn(result).get('甲律师事务所')).not.toHaveProperty('jointBranch')
  expect(result.notes).toMatchObject([{ code: 'contradiction', place: { cell: 'B3' }, other: { cell: 'B2' } }])
})
