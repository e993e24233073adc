import { beforeAll, describe, expect, test } from 'vitest'
import { guessMapping, type ImportResult } from '@tiaoli/office/import'
import { compile, loadPack } from '@tiaoli/engine'
import {
  city,
  fileOf,
  firmsIn,
  importedFiles,
  importedGrid,
  plan,
  REGISTER,
  ROSTER,
  withoutMappings,
} from './imported.ts'
import { readWorkbook } from '@tiaoli/office'
import { readPack } from '../../../scripts/read-pack.ts'
import { bookOf, written } from '../workbook-file.ts'

const booksOf = () => Promise.all([REGISTER, ROSTER].map(fileOf))

describe('a mapping guessed from headings, where the pack has mappings', () => {
  let guessed: ImportResult
  beforeAll(async () => {
    guessed = await importedFiles([REGISTER, ROSTER], { mapping: guessMapping(await booksOf(), plan) })
  })

  test('knows the columns that are called as in the tables of the pack, and proposes them', () => {
    const columns = guessed.columns.filter(({ place }) => place.sheet === '市直')
    expect(columns.filter(({ use }) => use === 'guessed')).toHaveLength(32)
    expect(columns.filter(({ use }) => use === 'not-usable').map(({ place }) => place.cell)).toEqual(
      'A3 AE4 AH4'.split(' '),
    )
  })

  test('counts the roster as the pack does', () => {
    const columns = guessed.columns.filter(({ place, use }) => place.file === ROSTER && use === 'guessed')
    expect(columns.map(({ place }) => place.cell)).toEqual(['H2', 'K2', 'N2'])
  })

  test('makes no ledger of totals', () => {
    const place = { file: REGISTER, sheet: '汇总表' }
    expect(guessed.notes).toContainEqual(expect.objectContaining({ code: 'no-ledger', place }))
  })

  test.each(['playground-safety', 'badewasser'])(
    'of headings that %s does not know is one that it takes',
    async (id) => {
      const { files, ...source } = withoutMappings(id)
      const guess = guessMapping(await booksOf(), compile({ files, ...source }).plan)
      const saved = JSON.stringify(guess)
      expect(loadPack({ ...source, files: { ...files, 'imports/guessed.json': saved } }).diagnostics).toEqual([])
    },
  )

  test('is a file that the pack takes', async () => {
    const { files, ...source } = readPack('ganzhou-2018-32')
    const mapping: unknown = JSON.parse(JSON.stringify(guessMapping(await booksOf(), plan)))
    const { diagnostics } = loadPack({ ...source, files: { ...files, 'imports/guessed.json': mapping } })
    expect(diagnostics).toEqual([])
  })
})

test('a mapping guessed from other headings than those of the pack is one that it takes too', async () => {
  const grids = [
    [
      ['律师事务所名称（全称）', '执业律师数'],
      ['甲律师事务所', 3],
    ],
    [
      ['姓名', '所在党支部（全称）', '党员类别', '出生日期'],
      ['张三', '甲律师事务所党支部', '正式党员', '1980-01-01'],
    ],
  ]
  const books = await Promise.all(grids.map((grid) => readWorkbook(written(bookOf(grid)), { name: '表.xlsx' })))
  const { files, ...source } = readPack('ganzhou-2018-32')
  const mapping: unknown = JSON.parse(JSON.stringify(guessMapping(books, plan)))
  expect((mapping as { tables: unknown[] }).tables).toHaveLength(2)
  expect(loadPack({ ...source, files: { ...files, 'imports/guessed.json': mapping } }).diagnostics).toEqual([])
})

describe('a mapping guessed from headings by the catalogue alone', () => {
  let guessed: ImportResult
  beforeAll(async () => {
    guessed = await importedFiles([REGISTER, ROSTER], {
      mapping: guessMapping(await booksOf(), compile(withoutMappings('ganzhou-2018-32')).plan),
    })
  })

  test('knows the columns that the catalogue calls alike, and proposes them', () => {
    const columns = guessed.columns.filter(({ place, use }) => place.sheet === '市直' && use !== 'not-usable')
    expect(columns.map(({ place, use, gives }) => `${String(place.cell)} ${use} ${gives.join()}`)).toEqual([
      'B3 guessed county',
      'C3 guessed firm',
      'F4 guessed firm.establishedOn',
      'H4 guessed firm.lawyers',
      'I4 guessed firm.staff',
      'J4 guessed firm.members.all',
      'K4 guessed firm.members.probationary',
      'L4 guessed firm.memberLawyerCount',
      'S4 guessed firm.organization.establishedOn',
    ])
  })

  test('proposes what a cell may mean, and does not take it', () => {
    expect(firmsIn(guessed).get('江西正衡律师事务所')).not.toHaveProperty('members.all')
    expect(guessed.notes).toContainEqual(
      expect.objectContaining({
        code: 'not-understood',
        proposal: '11',
        place: expect.objectContaining({ cell: 'J7' }),
      }),
    )
  })

  test('knows a roster by its columns about persons, wherever they are', async () => {
    const { tables } = guessMapping(await booksOf(), compile(withoutMappings('ganzhou-2018-32')).plan)
    expect(tables.find(({ title }) => title.zh === '花名册')?.has).toEqual(['姓名', '性别'])
  })

  test('leaves a roster to a person', () => {
    expect(guessed.notes).toContainEqual(
      expect.objectContaining({ code: 'no-ledger', place: { file: ROSTER, sheet: 'B-党员花名册-GBK' } }),
    )
  })

  test('gives a ledger that is evaluated as it is', () => {
    expect(guessed.mapping).toEqual({ id: 'guessed', guessed: true })
    expect(() => city.evaluate(guessed.ledger, { asOf: '2026-09-30' })).not.toThrow()
  })
})

test('no number is proposed for a column that asks whether', async () => {
  const { columns } = await importedGrid(
    [
      ['律所名称', '执业律师数', '是否党员'],
      ['江西甲衡律师事务所', 5, '是'],
    ],
    { on: '2026-09-30' },
  )
  const proposed = columns.map(({ proposal }) => proposal)
  expect(proposed[2]).toBeUndefined()
})
