import { expect, test } from 'vitest'
import { InputError } from '@tiaoli/engine'
import { importedFiles, importedGrid, REGISTER } from './imported.ts'

const HEAD = ['县（市、区）', '律师事务所名称', '执业律师数']
const [ONE, OTHER] = ['江西明远律师事务所', '江西正大律师事务所']

/** The ids of firms by county and name. */
function idsOf(ledger: Readonly<Record<string, unknown>>): Record<string, string> {
  const counties = ledger['counties'] as { id: string; name?: string; firms?: { id: string; name: string }[] }[]
  return Object.fromEntries(
    counties.flatMap(({ id, name = '', firms = [] }) => [
      [name, id],
      ...firms.map((firm) => [`${name}/${firm.name}`, firm.id]),
    ]),
  )
}

const earlier = {
  id: 'C01',
  counties: [
    { id: 'D07', name: '章贡区', firms: [{ id: 'F100', name: ONE }] },
    { id: 'firm-1', name: '南康区', firms: [{ id: 'F200', name: ONE }] },
  ],
}

test('an import of the next quarter keeps the ids of the one before, in whatever order its rows are', async () => {
  const before = await importedFiles([REGISTER])
  const after = await importedFiles([REGISTER], { earlier: before.ledger, names: before.names })
  expect(after.ledger).toEqual(before.ledger)
  expect(after.names).toEqual(before.names)
  const named = JSON.stringify(before.ledger).match(/"id":"[^"]+","name":/g)
  expect(after.earlier).toEqual({ kept: named?.length, gone: [] })

  const rows = [HEAD, ['章贡区', OTHER, 3], ['章贡区', ONE, 12]]
  const grid = await importedGrid(rows, { earlier: { counties: [earlier.counties[0]] } })
  expect(idsOf(grid.ledger)).toEqual({
    章贡区: 'D07',
    [`章贡区/${ONE}`]: 'F100',
    [`章贡区/${OTHER}`]: 'firm-1',
  })
})

test('of records of one name, each keeps the id of the one in the same county, and no id is given twice', async () => {
  const rows = [HEAD, ['南康区', ONE, 3], ['章贡区', ONE, 12], ['章贡区', OTHER, 3]]
  const { ledger } = await importedGrid(rows, { earlier })
  expect(ledger['id']).toBe('C01')
  // “firm-1” is that of a county.
  expect(idsOf(ledger)).toEqual({
    南康区: 'firm-1',
    [`南康区/${ONE}`]: 'F200',
    章贡区: 'D07',
    [`章贡区/${ONE}`]: 'F100',
    [`章贡区/${OTHER}`]: 'firm-2',
  })
})

test('a county keeps its id under another form of its name, and so does a firm that has moved', async () => {
  const rows = [HEAD, ['赣州市章贡区', OTHER, 3], ['南康', '江西新所律师事务所', 4]]
  const one = {
    counties: [
      { id: 'D07', name: '章贡区', firms: [] },
      { id: 'D08', name: '南康区', firms: [{ id: 'F3', name: OTHER }] },
    ],
  }
  const { ledger, earlier: kept } = await importedGrid(rows, { earlier: one })
  expect(Object.values(idsOf(ledger))).toEqual(['D07', 'F3', 'D08', 'firm-1'])
  expect(kept).toEqual({ kept: 3, gone: [] })
})

test('what is in no workbook is listed with its id', async () => {
  const { earlier: kept } = await importedGrid([HEAD, ['章贡区', ONE, 12]], { earlier })
  expect(kept).toEqual({
    kept: 2,
    gone: [
      { scope: 'county', id: 'firm-1', name: '南康区' },
      { scope: 'firm', id: 'F200', name: ONE },
    ],
  })
  expect((await importedGrid([HEAD, ['章贡区', ONE, 12]])).earlier).toBeUndefined()
})

test('one that the pack does not take is refused', async () => {
  await expect(importedGrid([HEAD], { earlier: { counties: 3 } })).rejects.toBeInstanceOf(InputError)
})
