import { describe, expect, test } from 'vitest'
import { briefly, importedGrid } from './imported.ts'
import type { ImportResult } from '@tiaoli/office/import'
import type { Value } from '../workbook-file.ts'

const HEAD = ['序号', '县（市、区）', '律师事务所名称', '执业律师数', '备注']

function countiesOf({ ledger }: ImportResult) {
  const counties = (ledger['counties'] ?? []) as { name?: string; firms?: { name: string }[] }[]
  return Object.fromEntries(counties.map(({ name = '?', firms = [] }) => [name, firms.map((firm) => firm.name)]))
}

async function grouped(...between: Value[][]) {
  const result = await importedGrid([
    HEAD,
    [1, '南康区', '江西甲合律师事务所', 5],
    ...between,
    [2, '', '江西乙合律师事务所', 5],
  ])
  return { counties: countiesOf(result), told: result.notes.map(briefly) }
}

describe('a row between firms that names a county', () => {
  test.each<[Value[], string]>([
    [['大余县：1家'], '大余县'],
    [['市直：1家'], '市直'],
    [['', '大余县', '—', '共1家'], '大余县'],
    [['', '', '大余县：1家'], '大余县'],
    [['', '大余县 1家'], '大余县'],
    [['', '大余县1家'], '大余县'],
    [['大余县1家'], '大余县'],
    [['（三）大余县律师事务所'], '大余县'],
    [['', '', '大余县律师事务所'], '大余县'],
    [['【大余县】'], '大余县'],
    [['◆大余县'], '大余县'],
    [['二、市直律师事务所'], '市直'],
    [['市直属律所'], '市直'],
    [['三', '', '大余县', 1], '大余县'],
    [['', '大余县（1家）', '', 1], '大余县'],
  ])('%j is the title of those below it', async (title, county) => {
    const { counties } = await grouped(title)
    expect(counties).toEqual({ 南康区: ['江西甲合律师事务所'], [county]: ['江西乙合律师事务所'] })
  })

  test.each<[Value[]]>([
    [['', '大余县', '小计', 5]],
    [['', '南康区', '小计', 5]],
    [['', '南康区', '小计3家']],
    [['大余县小计：1家']],
    [['南康区小计：1家']],
    [['注：大余县的另报']],
    [['', '', '大余县另报', 5]],
    [['', '大余县、上犹县', '', 5]],
    [['', '大余县（含经开区）', '', 1]],
  ])('%j leaves open where those below it are, which is told', async (row) => {
    const { counties, told } = await grouped(row)
    expect(counties).toEqual({ 南康区: ['江西甲合律师事务所'], '?': ['江西乙合律师事务所'] })
    expect(told.filter((note) => note.endsWith('section-not-known'))).toHaveLength(1)
  })

  test.each<[Value[]]>([[['注：南康区的已核对']], [['', '', '本页小计', 5]]])(
    '%j says nothing of them where it is theirs, or none',
    async (row) => {
      const { counties } = await grouped(row)
      expect(counties).toEqual({ 南康区: ['江西甲合律师事务所', '江西乙合律师事务所'] })
    },
  )

  test('says that the first group is open where it is a total', async () => {
    const result = await importedGrid([HEAD, ['', '章贡区', '小计3家'], [1, '', '江西甲合律师事务所', 5]])
    expect(countiesOf(result)).toEqual({ '?': ['江西甲合律师事务所'] })
    expect(result.notes.map(briefly)).toContain('台账 B2 section-not-known')
  })

  test('does not go for rows that name one themselves', async () => {
    const result = await importedGrid([
      HEAD,
      [1, '南康区', '江西甲合律师事务所', 5],
      ['', '', '小计', 5],
      ['', '南康区', '小计', 5],
      [2, '大余县', '江西乙合律师事务所', 5],
      [3, '', '江西丙合律师事务所', 5],
    ])
    expect(countiesOf(result)).toEqual({
      南康区: ['江西甲合律师事务所'],
      大余县: ['江西乙合律师事务所', '江西丙合律师事务所'],
    })
    expect(result.notes.map(({ code }) => code)).not.toContain('section-not-known')
  })
})

describe('totals of counties', () => {
  const [A, B, C] = ['江西甲合律师事务所', '江西乙合律师事务所', '江西丙合律师事务所']
  const register = (...rows: Value[][]) => importedGrid([HEAD.slice(0, 4), ...rows])
  const GROUPS = { 章贡区: [A, B], 南康区: [C] }

  test('may all stand below their rows', async () => {
    const result = await register(
      [1, '', A, 5],
      [2, '', B, 6],
      ['', '章贡区小计', '2家', 11],
      [3, '', C, 5],
      ['', '', '南康区小计', 5],
      ['合 计', '', '', 16],
    )
    expect(countiesOf(result)).toEqual(GROUPS)
    expect(new Set(result.notes.map(({ code }) => code))).toEqual(new Set(['row-skipped']))
  })

  test('may all stand above them', async () => {
    const result = await register(
      ['', '', '合计', 16],
      ['', '章贡区', '小计', 11],
      [1, '', A, 5],
      [2, '', B, 6],
      ['', '南康区', '小计', 5],
      [3, '', C, 5],
    )
    expect(countiesOf(result)).toEqual(GROUPS)
  })

  test.each<[string, Value[], Value[][]]>([
    ['the number of its rows is another', ['', '章贡区小计', '3家', ''], []],
    ['a sum is another', ['', '章贡区小计', '', 12], []],
    ['a row has another county', ['', '章贡区小计', '', ''], [[2, '南康区', B, 6]]],
    ['one stands first as well', ['', '章贡区小计', '', ''], [['', '大余县小计', '', '']]],
  ])('say nothing where %s', async (_, total, before) => {
    const result = await register(...before, [1, '', A, 5], [2, '', B, 6], total)
    expect(countiesOf(result)).not.toHaveProperty('章贡区')
  })

  test('end what is written once above them', async () => {
    const result = await importedGrid([
      ['序号', '所属县（市、区）', '律师事务所名称', '执业律师数'],
      [1, '章贡区', A, 5],
      ['', '', '小 计', 5],
      [2, '', B, 6],
      [3, '', C, 6],
      ['', '小计', '', 12],
    ])
    expect(countiesOf(result)).toEqual({ 章贡区: [A], '?': [B, C] })
    const told = result.notes.filter(({ code }) => code === 'unplaced')
    expect(told.map(briefly)).toEqual(['台账 C4 unplaced'])
    expect(told[0]!.text.zh).toBe('2个律师事务所没有写明县（市、区），留空待核：C4、C5。请补上后重新导入。')
  })
})

test.each(['二、已注销律所', '县区律所', '注销律所：'])(
  'a county that is written once does not reach below a title of others: %s',
  async (title) => {
    const result = await importedGrid([
      ['县（市、区）', '律师事务所名称', '执业律师数'],
      ['章贡区', '江西丁衡律师事务所', 3],
      ['南康区', '江西甲衡律师事务所', 3],
      ['', '江西乙衡律师事务所', 3],
      [title, '', ''],
      ['', '江西丙衡律师事务所', 3],
      ['章贡区', '江西戊衡律师事务所', 3],
    ])
    const counties = result.ledger['counties'] as { name?: string; firms: { name: string }[] }[]
    expect(counties.map(({ name, firms }) => [name, firms.map((firm) => firm.name.slice(2, 4))])).toEqual([
      ['章贡区', ['丁衡', '戊衡']],
      ['南康区', ['甲衡', '乙衡']],
      [undefined, ['丙衡']],
    ])
    expect(result.notes.map(({ code, place }) => [code, place.cell])).toContainEqual(['unplaced', 'B6'])
  },
)

describe('a county that is left blank where others are written out in each row', () => {
  const firm = (county: string, name: string) => [county, `江西${name}律师事务所`, 5]
  const counties = async (...rows: Value[][]) => {
    const result = await importedGrid([['县（市、区）', '律师事务所名称', '执业律师数'], ...rows])
    return [countiesOf(result), result.notes.map(briefly)]
  }

  test('is not that above it: it is left open, and told', async () => {
    expect(
      await counties(firm('章贡区', '甲衡'), firm('章贡区', '乙衡'), firm('南康区', '丙衡'), firm('', '丁衡')),
    ).toEqual([
      {
        章贡区: ['江西甲衡律师事务所', '江西乙衡律师事务所'],
        南康区: ['江西丙衡律师事务所'],
        '?': ['江西丁衡律师事务所'],
      },
      ['台账 B5 unplaced'],
    ])
  })

  test('is not that above it where it is blank twice for one that is written twice', async () => {
    const [found] = await counties(
      firm('章贡区', '甲衡'),
      firm('', '乙衡'),
      firm('', '丙衡'),
      firm('南康区', '丁衡'),
      firm('南康区', '戊衡'),
    )
    expect(found).toHaveProperty('?', ['江西乙衡律师事务所', '江西丙衡律师事务所'])
  })

  test('is not that above it among others that are written in each row and never twice', async () => {
    expect(
      await counties(
        firm('章贡区', '甲衡'),
        firm('南康区', '乙衡'),
        firm('', '丙衡'),
        firm('信丰县', '丁衡'),
        firm('大余县', '戊衡'),
      ),
    ).toEqual([
      {
        章贡区: ['江西甲衡律师事务所'],
        南康区: ['江西乙衡律师事务所'],
        '?': ['江西丙衡律师事务所'],
        信丰县: ['江西丁衡律师事务所'],
        大余县: ['江西戊衡律师事务所'],
      },
      ['台账 B4 unplaced'],
    ])
  })

  test.each<[string, Value[][]]>([
    [
      'it is blank thrice for each that is written twice, and once more',
      [
        firm('章贡区', '甲衡'),
        ...['乙衡', '丙衡', '丁衡', '戊衡'].map((name) => firm('', name)),
        firm('南康区', '己衡'),
        firm('南康区', '庚衡'),
      ],
    ],
    [
      'every other group is written once',
      [firm('章贡区', '甲衡'), firm('', '乙衡'), firm('南康区', '丙衡'), firm('', '丁衡')],
    ],
    [
      'a page begins with it once more',
      [
        firm('章贡区', '甲衡'),
        firm('', '乙衡'),
        firm('章贡区', '丙衡'),
        ...['丁衡', '戊衡', '己衡', '庚衡'].map((name) => firm('', name)),
      ],
    ],
    ['a title names the county too', [['章贡区', '', ''], firm('章贡区', '甲衡'), firm('', '乙衡')]],
    ...['同上', '〃', '"', '″', '”'].map((same): [string, Value[][]] => [
      `it says that it is the same by ${same}`,
      [firm('章贡区', '甲衡'), firm('章贡区', '乙衡'), firm(same, '丙衡')],
    ]),
  ])('is that above it where %s', async (_, rows) => {
    const [found, notes] = await counties(...rows)
    expect(found).not.toHaveProperty('?')
    expect(notes).toEqual([])
  })
})
