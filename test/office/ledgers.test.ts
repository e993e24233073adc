import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readWorkbook, type Cell, type Sheet } from '@tiaoli/office'
import { describe, expect, test } from 'vitest'
import { cellsOf, textsOf } from './workbook-file.ts'

const read = async (name: string) =>
  await readWorkbook(new Uint8Array(readFileSync(join(import.meta.dirname, 'files', name))), { name })

describe('a ledger of three counties', async () => {
  const { sheets, notices } = await read('A-律师行业党建工作台账-2026三季度.xlsx')
  const sheet = (name: string): Sheet => sheets.find((one) => one.name === name)!
  const cell = (name: string, address: string): Cell | undefined => cellsOf(sheet(name)).get(address)

  test('has its sheets in their order, the empty and the hidden one too', () => {
    expect(sheets.map(({ name, hidden }) => (hidden ? `(${name})` : name))).toEqual([
      '汇总表',
      '市直',
      '章贡区',
      '南康区',
      'Sheet5',
      '(上季度（勿删）)',
    ])
    expect(sheet('Sheet5').rows).toEqual([])
    expect(notices).toEqual([])
  })

  test('shows dates as they were typed, and a date cell as its format does', () => {
    expect(['F6', 'F7', 'F8', 'F9', 'S10'].map((address) => cell('市直', address)?.text)).toEqual([
      '2006.3',
      '2011年5月18日',
      '2019年4月2日',
      '44508',
      '2018-12-20',
    ])
    expect(cell('市直', 'F7')).toMatchObject({ kind: 'date', value: '2011-05-18' })
    expect(cell('市直', 'F9')).toMatchObject({ kind: 'number', value: 44508 })
  })

  test('keeps what is typed beside a number', () => {
    expect(['H7', 'J7', 'AD7', 'AD10', 'AD9'].map((address) => cell('市直', address)?.text)).toEqual([
      '３２',
      '11（含预备1）',
      '8万',
      '约3万',
      '—',
    ])
    expect(cell('市直', 'AD6')).toMatchObject({ kind: 'number', value: 12.6, text: '12.6' })
  })

  test('has the county in every row of its merged cells, and headings over all their columns', () => {
    expect(cell('章贡区', 'B9')).toMatchObject({ text: '章贡区', mergedInto: 'B7' })
    expect(cell('章贡区', 'B7')).not.toHaveProperty('mergedInto')
    expect(['N3', 'N4', 'N5'].map((address) => cell('市直', address)?.text)).toEqual([
      '党组织设置情况',
      '组建形式',
      '单独',
    ])
    expect(cell('市直', 'P3')).toMatchObject({ text: '党组织设置情况', mergedInto: 'N3' })
    expect(sheet('章贡区').merges).toContain('B7:B10')
  })

  test('has a note on a cell that is empty otherwise', () => {
    expect(cell('章贡区', 'J10')).toMatchObject({ kind: 'empty', text: '', note: '新所尚未报送，电话催过两次' })
  })

  test('has the formula of a total beside its result', () => {
    expect(cell('市直', 'H11')).toMatchObject({ kind: 'number', value: 77, formula: 'SUM(H6:H10)' })
  })

  test('has no cell where nothing is written', () => {
    expect(cell('市直', 'L11')).toBeDefined()
    expect(cell('市直', 'Q8')).toBeDefined()
    expect(cell('市直', 'R8')).toBeUndefined()
  })
})

describe('a roster in GBK', async () => {
  const { sheets } = await read('B-党员花名册-GBK.csv')

  test('has the name of the file as the name of its sheet, and every cell as text but 2018.1, which may have been 2018.10', () => {
    expect(sheets.map(({ name }) => name)).toEqual(['B-党员花名册-GBK'])
    for (const { kind, text } of cellsOf(sheets[0]!).values())
      expect([text, kind]).toEqual([text, /^\d{4}\.1$/.test(text) ? 'number' : 'text'])
  })

  test('is read character by character', () => {
    const texts = textsOf(sheets[0]!)
    expect(texts).toHaveLength(10)
    expect(texts[3]!.slice(0, 5)).toEqual(['2', '林某', '女', '汉族', '1988-11-02'])
    expect(texts[5]![0]).toBe('４')
    expect(texts[4]![16]).toBe('2027年6月到期')
  })
})
