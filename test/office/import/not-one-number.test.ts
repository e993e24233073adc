import { describe, expect, test } from 'vitest'
import { briefly, firmsIn, importedGrid } from './imported.ts'
import type { Value } from '../workbook-file.ts'

const NAME = '甲律师事务所'

/** What a firm has by a cell under a heading, and what is said of it. */
async function readUnder(heading: string, cell: Value, head = '填报日期：2026年9月30日') {
  const result = await importedGrid([
    [head],
    ['律所名称', '执业律师数', heading],
    [NAME, heading === '执业律师数' ? null : 5, cell],
  ])
  return { firm: firmsIn(result).get(NAME), notes: result.notes.map(briefly) }
}

describe('a number is not put together', () => {
  test.each([
    ['3\n2', 'not-understood'],
    ['3\r\n2', 'not-understood'],
    ['1 2', 'not-understood'],
    ['１　２', 'not-understood'],
    ['12 34', 'not-understood'],
    ['三\n二', 'not-understood'],
    ['12①', 'not-understood 12'],
    ['12²', 'not-understood 12'],
    ['12[1]', 'not-understood 12'],
    ['12〔1〕', 'not-understood 12'],
    ['12*', 'not-understood 12'],
    ['12人※', 'not-understood 12'],
    ['12注1', 'not-understood 12'],
    ['1234,567', 'not-understood'],
    ['½', 'not-understood'],
    ['⒓', 'not-understood'],
  ])('of %j', async (cell, note) => {
    const { firm, notes } = await readUnder('党员总数', cell)
    expect(firm).not.toHaveProperty('members')
    expect(notes).toEqual([`台账 C3 ${note}`])
  })

  test('nor before what is said in brackets', async () => {
    const { firm, notes } = await readUnder('党员总数', '3 2（预备1）')
    expect(firm).not.toHaveProperty('members.all')
    expect(notes).toEqual(['台账 C3 not-understood'])
  })

  test.each([
    ['3\n5', 'not-understood'],
    ['3①', 'not-understood 3'],
    ['3万\n5千元', 'not-understood'],
    ['3²万元', 'not-understood'],
  ])('of the amount %j', async (cell, note) => {
    const { firm, notes } = await readUnder('上年度党建经费支出（万元）', cell)
    expect(firm).not.toHaveProperty('years')
    expect(notes).toEqual([`台账 C3 ${note}`])
  })

  test.each([
    ['1 234', 1234],
    ['1，234', 1234],
    ['12 人', 12],
    [' 12\n', 12],
    ['12\n人', 12],
    ['１２', 12],
  ])('but is read of %j', async (cell, number) => {
    const { firm, notes } = await readUnder('从业人员总数', cell)
    expect([firm, notes]).toEqual([expect.objectContaining({ staff: number }), []])
  })
})

describe('what stands behind a number counts what its fact counts', () => {
  test.each([
    ['党员总数', '12年'],
    ['党员总数', '5日'],
    ['党员总数', '5所'],
    ['党员总数', '5次'],
    ['党员总数', '五天'],
    ['从业人员总数', '3件'],
  ])('%s %s is left out', async (heading, cell) => {
    const { notes } = await readUnder(heading, cell)
    expect(notes).toEqual(['台账 C3 not-understood'])
  })

  test.each(['12人', '12名', '12个', '12位', '十二人'])('%s is a number of members', async (cell) => {
    const { firm, notes } = await readUnder('党员总数', cell)
    expect([firm, notes]).toEqual([expect.objectContaining({ members: { all: 12 } }), []])
  })
})

describe('a period, or what is put together, is no date', () => {
  test.each([
    '2024年3-6月',
    '2024.3-12',
    '2024.3/12',
    '2018-1.2',
    '2018.1①',
    '2018 1 2',
    '2018.1\n2',
    '2018年1~6月',
    '2018年1至6月',
    '2018年1、2月',
    '2018.12号',
    '2018.12年',
    '2018月',
  ])('the firm is not founded on %j', async (cell) => {
    const { firm, notes } = await readUnder('成立时间', cell)
    expect(firm).not.toHaveProperty('establishedOn')
    expect(notes.map((note) => note.slice(0, 'not-understood C3 台账'.length))).toEqual(['台账 C3 not-understood'])
  })

  test.each([
    ['2018 年 1 月 2 日', '2018-01-02'],
    ['2018. 1. 2', '2018-01-02'],
    ['2018.1.2日', '2018-01-02'],
    ['2018.12月', '2018-12'],
    ['2018年1月2', '2018-01-02'],
    ['2018年1月2号', '2018-01-02'],
    ['2018年12', '2018-12'],
  ])('but %j is one', async (cell, value) => {
    const { firm, notes } = await readUnder('成立时间', cell)
    expect([firm, notes]).toEqual([expect.objectContaining({ establishedOn: value }), []])
  })

  test.each([
    ['上年度述职', '2026年1-2月'],
    ['民主评议党员', '2025年11-12月'],
  ])('of %s %s no day is made', async (heading, cell) => {
    const { firm, notes } = await readUnder(heading, cell)
    expect(JSON.stringify(firm)).not.toMatch(/202[56]-/)
    expect(notes.join(' ')).toMatch(/C3 not-understood$/)
  })

  test('of a form filled in over months no day is made', async () => {
    const result = await importedGrid([['填报日期：2026年1-6月'], ['律所名称', '执业律师数'], [NAME, 5]])
    expect(result.ledger).not.toHaveProperty('on')
  })
})
