import { describe, expect, test } from 'vitest'
import type { Value } from '../workbook-file.ts'
import { briefly, firmsIn, importedGrid } from './imported.ts'

const HEAD = [
  '县（市、区）',
  '律师事务所名称',
  '成立时间',
  '执业律师数',
  '有无专门场所',
  '主任姓名',
  '党建是否写入章程',
]
const [A, B, C] = ['江西甲律师事务所', '江西乙律师事务所', '江西丙律师事务所']

async function read(...rows: Value[][]) {
  const result = await importedGrid([HEAD, ...rows])
  return { firms: firmsIn(result), notes: result.notes }
}

const FULL = ['2010.5.1', 9, '无', '王海', '否']
const BLANK = ['2012.6.1', 8, '', '', '']

describe.each(['同上', '〃', '如上'])('%s', (same) => {
  const SAME = ['2013.6.1', 7, same, same, same]
  const told = ['E', 'F', 'G'].map((column) => `${column}4`)

  test('is the cell right above it', async () => {
    const { firms, notes } = await read(['章贡区', A, ...FULL], ['章贡区', B, ...SAME], ['章贡区', C, ...SAME])
    expect(notes.map(briefly)).toEqual([])
    const one = { venue: { value: false }, charter: { partyBuilding: { value: false } } }
    expect([firms.get(A), firms.get(B), firms.get(C)]).toMatchObject([one, one, one])
  })

  test('under a blank cell is not known, which is told', async () => {
    const { firms, notes } = await read(['章贡区', A, ...FULL], ['章贡区', B, ...BLANK], ['章贡区', C, ...SAME])
    expect(notes.map(({ place }) => place.cell)).toEqual(told)
    expect(notes.map(({ text }) => text.zh)).toEqual(told.map(() => expect.stringContaining('上面一格是空的')))
    for (const fact of ['venue', 'director', 'charter']) expect(firms.get(C)).not.toHaveProperty(fact)
  })

  test('under one that says the same of a blank is not known either', async () => {
    const rows = [FULL, BLANK, SAME, SAME].map((row, i) => ['章贡区', [A, B, C, '江西丁律师事务所'][i]!, ...row])
    const { firms, notes } = await read(...rows)
    expect(notes.map(({ place }) => place.cell)).toEqual([...told, ...['E', 'F', 'G'].map((column) => `${column}5`)])
    expect(firms.get('江西丁律师事务所')).not.toHaveProperty('venue')
  })

  test('below nothing is not known', async () => {
    const { firms, notes } = await read(['章贡区', A, ...SAME])
    expect(notes.map(({ place }) => place.cell)).toEqual(['E2', 'F2', 'G2'])
    expect(firms.get(A)).not.toHaveProperty('venue')
  })

  test.each([[['小计', '', '', 9]], [['', '', '', '', '', '', '']]])(
    'is that of the row of a firm above it, whatever stands between: %j',
    async (between) => {
      const { firms, notes } = await read(['章贡区', A, ...FULL], between, ['章贡区', B, ...SAME])
      expect(notes.filter(({ code }) => code === 'not-understood')).toEqual([])
      expect(firms.get(B)).toMatchObject({ venue: { value: false } })
    },
  )

  test('is the county that is written once for the rows below', async () => {
    const { firms, notes } = await read(['章贡区', A, ...FULL], ['', B, ...FULL], [same, C, ...FULL])
    expect(notes.map(briefly)).toEqual([])
    expect(firms.size).toBe(3)
  })
})
