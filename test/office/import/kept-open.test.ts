import { readWorkbook } from '@tiaoli/office'
import { importWorkbooks } from '@tiaoli/office/import'
import { describe, expect, test } from 'vitest'
import { bookOf, sheetOf, written } from '../workbook-file.ts'
import { briefly, firmsIn, importedGrid, plan } from './imported.ts'

const HEAD = ['县（市、区）', '律师事务所名称', '执业律师数']
const NAME = '江西明远律师事务所'

describe('an earlier id is kept only where it is certain whose it is', () => {
  test('not where two firms of the name were in other counties', async () => {
    const county = (id: string, name: string, firm: string) => ({ id, name, firms: [{ id: firm, name: NAME }] })
    const earlier = { counties: [county('D1', '章贡区', 'F1'), county('D2', '南康区', 'F2')] }
    const result = await importedGrid([HEAD, ['信丰县', NAME, 3]], { earlier })
    expect(firmsIn(result).get(NAME)).not.toMatchObject({ id: expect.stringMatching(/^F[12]$/) })
    expect(result.earlier).toMatchObject({ kept: 0 })
  })

  test('nor where two counties had no name', async () => {
    const earlier = { counties: [{ id: 'D1', firms: [{ id: 'F1', name: NAME }] }, { id: 'D2' }] }
    const { ledger } = await importedGrid([HEAD.slice(1), [NAME, 3]], { earlier })
    expect(ledger['counties']).toEqual([expect.not.objectContaining({ id: expect.stringMatching(/^D[12]$/) })])
  })

  test('but where one had none', async () => {
    const earlier = { counties: [{ id: 'D1', firms: [{ id: 'F1', name: NAME }] }] }
    const { ledger } = await importedGrid([HEAD.slice(1), [NAME, 3]], { earlier })
    expect(ledger['counties']).toEqual([expect.objectContaining({ id: 'D1' })])
  })
})

test('words about a firm leave open what is presumed of another of its name', async () => {
  const result = await importedGrid([
    [...HEAD, '备注'],
    ['章贡区', NAME, 3, ''],
    ['南康区', NAME, 4, '正在办理注销'],
  ])
  const firms = (result.ledger['counties'] as { firms: object[] }[]).flatMap((county) => county.firms)
  expect(firms).toHaveLength(2)
  for (const firm of firms) expect(firm).not.toHaveProperty('closedOn')
  expect(result.notes.filter(({ code }) => code === 'left-open').map(briefly)).toContain('台账 B2 left-open')
})

test.each([
  ['2026-01-10', undefined],
  ['2026-03-31', undefined],
  ['2026-04-01', { 2026: { democraticAppraisalOn: '2026-04-01' } }],
])('an appraisal on %s may be that of the year before until the end of March', async (day, years) => {
  const result = await importedGrid([
    ['填报日期：2026年9月30日'],
    ['律师事务所名称', '执业律师数', '民主评议党员'],
    [NAME, 3, day],
  ])
  expect(firmsIn(result).get(NAME)?.['years']).toEqual(years)
})

test('a number that the ledger cannot hold is told', async () => {
  const result = await importedGrid([HEAD, ['章贡区', NAME, '99999999999999999999']])
  expect(firmsIn(result).get(NAME)).not.toHaveProperty('lawyers')
  expect(result.notes.map(briefly)).toEqual(['台账 C2 value-refused'])
})

test('a number that is shown as another is not read', async () => {
  const book = bookOf([HEAD.slice(1), [NAME, 3]])
  sheetOf(book)['C1'] = { t: 's', v: '上年度党建经费支出（万元）' }
  sheetOf(book)['C2'] = { t: 'n', v: 0.8, z: '0,' }
  sheetOf(book)['A3'] = { t: 's', v: '填报日期：2026年9月30日' }
  sheetOf(book)['!ref'] = 'A1:C2'
  const read = await readWorkbook(written(book), { name: '表.xlsx' })
  const result = await importWorkbooks([read], { plan, on: '2026-09-30' })
  expect(read.sheets[0]!.rows[1]!.cells[2]).toMatchObject({ value: 0.8, text: '0' })
  expect(result.notes.map(briefly)).toContain('台账 C2 not-understood')
})

test('a hidden row above the head of a roster counts nobody', async () => {
  const head = ['姓名', '出生日期', '人员类别', '是否执业律师', '加入党组织日期', '所在党支部', '备注']
  const branch = '江西甲律师事务所党支部'
  const book = bookOf([
    ['王某', '1970-01', '正式党员', '是', '', '江西乙律师事务所党支部', ''],
    head,
    ['张某', '1980-01', '正式党员', '是', '', branch, ''],
  ])
  sheetOf(book)['!rows'] = [{ hidden: true }]
  const read = await readWorkbook(written(book), { name: '表.xlsx' })
  expect(read.sheets[0]!.rows[0]).toMatchObject({ hidden: true })
  const result = await importWorkbooks([read], { plan })
  expect([...firmsIn(result).values()]).toEqual([
    expect.objectContaining({ members: { all: 1, full: 1, probationary: 0 } }),
  ])
})

test.each([
  ['of codes', ['FIRM_NAME', 'LAWYERS', 'MEMBERS']],
  ['of other headings', ['律师事务所名称', '党员总数', '执业律师数']],
])('a hidden row %s is no part of the headings below it', async (_, hidden) => {
  const book = bookOf([hidden, ['律师事务所名称', '执业律师数', '党员总数'], [NAME, 9, 4]])
  sheetOf(book)['!rows'] = [{ hidden: true }]
  const result = await importWorkbooks([await readWorkbook(written(book), { name: '表.xlsx' })], { plan })
  expect([...firmsIn(result).values()]).toEqual([expect.objectContaining({ lawyers: 9, members: { all: 4 } })])
})
