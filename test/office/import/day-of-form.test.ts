import { describe, expect, test } from 'vitest'
import type { Value } from '../workbook-file.ts'
import { briefly, importedGrid } from './imported.ts'

const HEADINGS = ['县（市、区）', '律师事务所名称', '执业律师数', '上年度述职']
const ROW = ['章贡区', '江西甲衡律师事务所', 5, '2026.1.15']

async function imported(...lines: Value[][]) {
  const result = await importedGrid([['党建工作台账'], ...lines, HEADINGS, ROW])
  const notes = result.notes.map(briefly).filter((note) => note.includes('head'))
  return { on: result.ledger['on'], notes, headings: result.columns.map(({ heading }) => heading) }
}

describe('the day of a form', () => {
  test.each<[string, Value[]]>([
    ['alone', ['2026年9月30日']],
    ['alone, in figures', ['2026.9.30']],
    ['in brackets', ['（2026年9月30日）']],
    ['in brackets behind a title', ['律师行业党建情况（2026年9月30日）']],
    ['beside who filled it in', ['填报单位：章贡区司法局', null, '2026年9月30日']],
    ['beside a title', ['律师行业党建情况', null, '2026年9月30日']],
    ['behind 时间', ['时间：2026年9月30日']],
    ['behind 日期', ['日期:2026年9月30日']],
    ['behind 制表日期', ['制表日期：2026-9-30']],
    ['behind 报送日期, in words', ['报送日期：二〇二六年九月三十日']],
    ['behind 更新时间', ['更新时间：2026/9/30']],
    ['in the cell behind 截至时间', ['截至时间', '2026年9月30日']],
    ['in a cell behind 填报日期', ['填报日期', null, '2026年9月30日']],
  ])('stands %s', async (_, line) => {
    expect(await imported(line)).toEqual({ on: '2026-09-30', notes: [], headings: HEADINGS })
  })

  test('is that of 填报日期 where there are others', async () => {
    expect((await imported(['2026年10月8日'], ['填报日期：2026年9月30日'])).on).toBe('2026-09-30')
  })

  test('is open where only the month is said, or which of two it is is not', async () => {
    expect(await imported(['截止到2026年9月底'])).toMatchObject({ on: undefined, notes: ['台账 head-month'] })
    expect(await imported(['2026年9月30日', '2026年10月8日'])).toMatchObject({
      on: undefined,
      notes: ['台账 head-day'],
    })
  })

  test.each<[string, Value[][]]>([
    ['behind its label', [['填报日期：2026年9月30日']]],
    ['behind who signs', [['填报人：王芳', '审核人：李明', '填报日期：2026年9月30日']]],
    ['in cells of their own', [['填报人', '王芳', '填表日期', '2026.9.30']]],
    ['alone behind who signs', [['填报人：王芳', '审核人：李明', '2026年9月30日']]],
    ['above who signs', [['填表日期：2026年9月30日'], ['填报人：王芳']]],
  ])('is read below the table, where none stands above: %s', async (_, lines) => {
    const below = await importedGrid([['党建工作台账'], HEADINGS, ROW, ...lines])
    expect(below.ledger['on']).toBe('2026-09-30')
    const both = await importedGrid([['党建工作台账'], ['填报日期：2026年6月30日'], HEADINGS, ROW, ...lines])
    expect(both.ledger['on']).toBe('2026-06-30')
  })

  test('is not that of a row, nor of what stands above another table', async () => {
    for (const lines of [
      [['章贡区', '江西乙衡律师事务所', 6, '2026.1.20']],
      [['填报日期：2026年9月30日'], HEADINGS, ROW],
    ])
      expect((await importedGrid([['党建工作台账'], HEADINGS, ROW, ...lines])).ledger['on']).toBeUndefined()
  })

  test('is asked for where a title names a year and no day', async () => {
    const { notes } = await importedGrid([['2019年章贡区党建工作台账'], HEADINGS, ROW])
    expect(notes.map(briefly)).toContain('台账 head-day')
  })

  test('is not that of a document', async () => {
    expect(await imported(['依据2018年11月30日印发的文件'])).toMatchObject({ on: undefined, notes: ['台账 head-day'] })
  })
})

test('a day of the ledger that is none is refused as an option, with its place', async () => {
  const none = importedGrid([['律所名称', '执业律师数']], { on: '2026-02-30' })
  await expect(none).rejects.toMatchObject({
    name: 'InputError',
    of: 'options',
    problems: [{ code: 'option-invalid', pointer: '/on' }],
  })
})
