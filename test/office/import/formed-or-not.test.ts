import { guessMapping } from '@tiaoli/office/import'
import { readWorkbook } from '@tiaoli/office'
import { describe, expect, test } from 'vitest'
import { bookOf, written } from '../workbook-file.ts'
import { briefly, firmsIn, importedGrid, plan, type Grid } from './imported.ts'

const ON = { on: '2026-09-30' }
const PINE = '江西青松律师事务所'
const CEDAR = '江西雪杉律师事务所'
const ALDER = '江西桤木律师事务所'
const NONE = { organization: null, jointBranch: null }

/** As the pack reads it, and as it is guessed from the headings alone. */
async function bothWays(grid: Grid) {
  const book = await readWorkbook(written(bookOf(grid)), { name: '表.xlsx' })
  return [await importedGrid(grid, ON), await importedGrid(grid, { ...ON, mapping: guessMapping([book], plan) })]
}

async function firmsOf(grid: Grid) {
  return (await bothWays(grid)).map(firmsIn)
}

describe('that there is no Party organization', () => {
  test('is ticked in a column of its own, under another heading or under none', async () => {
    const tables = [
      [
        ['', '', '党组织设置', '', ''],
        ['县（市、区）', '律师事务所名称', '单独', '联合', '未建'],
        ['章贡区', PINE, '√', '', ''],
        ['章贡区', ALDER, '', '', '√'],
      ],
      [
        ['县（市、区）', '律师事务所名称', '单独组建', '联合组建', '未组建'],
        ['章贡区', PINE, '是', '', ''],
        ['章贡区', ALDER, '', '', '是'],
      ],
    ]
    for (const firms of (await Promise.all(tables.map(firmsOf))).flat()) {
      expect(firms.get(ALDER)).toMatchObject(NONE)
      expect(firms.get(PINE)).toMatchObject({ jointBranch: null })
      expect(firms.get(PINE)).not.toHaveProperty('organization')
    }
  })

  test('is said in words in the column of how it is formed; a stroke says nothing', async () => {
    const words = ['未建立', '无', '未成立', '暂未组建', '/']
    const rows = words.map((word, i) => ['章贡区', `江西第${String(i)}枫律师事务所`, word])
    for (const firms of await firmsOf([['县（市、区）', '律师事务所名称', '组建形式'], ...rows])) {
      for (const [, name] of rows.slice(0, -1)) expect(firms.get(name!)).toMatchObject(NONE)
      expect(firms.get(rows.at(-1)![1]!)).not.toHaveProperty('organization')
    }
  })

  test('is asked with yes or no: yes leaves open in which form', async () => {
    for (const heading of ['是否成立党组织', '有无党支部'])
      for (const firms of await firmsOf([
        ['县（市、区）', '律师事务所名称', heading],
        ['章贡区', PINE, '是'],
        ['章贡区', ALDER, '否'],
      ])) {
        expect(firms.get(ALDER)).toMatchObject(NONE)
        expect(firms.get(PINE)).not.toHaveProperty('organization')
        expect(firms.get(PINE)).not.toHaveProperty('jointBranch')
      }
  })
})

describe('the name of a Party organization, where no column says how it is formed', () => {
  const table = [
    ['县（市、区）', '律师事务所名称', '党支部名称', '支部书记', '支部成立时间'],
    ['章贡区', PINE, `中共${PINE}支部委员会`, '王小明', '2018.3'],
    ['章贡区', CEDAR, '章贡区律师行业第二联合党支部', '李大同', '2019.4'],
    ['章贡区', ALDER, '未成立', '', ''],
  ]

  test('says that there is one: its own by its own name, a joint one by that word', async () => {
    for (const result of await bothWays(table)) {
      const firms = firmsIn(result)
      expect(firms.get(PINE)).toMatchObject({
        jointBranch: null,
        organization: { id: 'organization-1', establishedOn: '2018-03' },
        secretary: { id: 'person-1' },
      })
      expect(firms.get(CEDAR)).toMatchObject({ organization: null, jointBranch: 'jointBranch-1' })
      expect(firms.get(ALDER)).toMatchObject(NONE)
      expect(result.ledger['jointBranches']).toMatchObject([
        { name: '章贡区律师行业第二联合党支部', establishedOn: '2019-04', secretary: { id: 'person-2' } },
      ])
    }
  })

  test('of another firm, or of nobody, leaves it open, which is told', async () => {
    const others = [`中共${CEDAR}党支部`, '章贡区律师行业党支部', '党支部']
    for (const name of others)
      for (const result of await bothWays([table[0]!, ['章贡区', PINE, name, '王小明', '']])) {
        expect(firmsIn(result).get(PINE)).not.toHaveProperty('organization')
        expect(firmsIn(result).get(PINE)).not.toHaveProperty('jointBranch')
        expect(result.notes.map(briefly)).toEqual(['台账 C2 not-understood', '台账 D2 waits-for-other'])
      }
  })

  test('is not asked where such a column is there', async () => {
    const result = await importedGrid(
      [
        ['县（市、区）', '律师事务所名称', '组建形式', '党支部名称'],
        ['章贡区', PINE, '', `中共${PINE}党支部`],
        ['章贡区', CEDAR, '单独', `中共${CEDAR}党支部`],
      ],
      ON,
    )
    expect(firmsIn(result).get(PINE)).not.toHaveProperty('organization')
    expect(result.notes.map(briefly)).toEqual(['台账 D2 waits-for-other'])
  })

  test('contradicts a no', async () => {
    const result = await importedGrid(
      [
        ['县（市、区）', '律师事务所名称', '是否成立党组织', '党组织名称'],
        ['章贡区', PINE, '否', `中共${PINE}党支部`],
      ],
      ON,
    )
    expect(firmsIn(result).get(PINE)).not.toHaveProperty('organization')
    expect(firmsIn(result).get(PINE)).not.toHaveProperty('jointBranch')
    expect(result.notes.map(({ code }) => code)).toContain('contradiction')
  })
})

test('full members are also called 正式 and 正式（党员）', async () => {
  const tables = [
    [
      ['', '', '党员人数', ''],
      ['县（市、区）', '律师事务所名称', '正式', '预备'],
      ['章贡区', PINE, 5, 1],
    ],
    [
      ['县（市、区）', '律师事务所名称', '正式（党员）', '预备（党员）'],
      ['章贡区', PINE, 5, 1],
    ],
  ]
  for (const firms of (await Promise.all(tables.map(firmsOf))).flat())
    expect(firms.get(PINE)).toMatchObject({ members: { full: 5, probationary: 1 } })
})

describe('a column of the form of organization that is empty in every row', () => {
  const branches = (head: readonly string[], empty: readonly string[]) => [
    ['律师事务所名称', '执业律师数', ...head, '党组织名称', '党组织成立时间'],
    [PINE, 5, ...empty, `${PINE}党支部`, '2018-01-01'],
    [CEDAR, 5, ...empty, '雪杉桤木联合党支部', '2019-01-01'],
    [ALDER, 5, ...empty, '', ''],
  ]

  test.each([[['组建形式']], [['单独', '联合', '未建']]])('is as if it were not there: %j', async (head) => {
    const without = await importedGrid(branches([], []), ON)
    const result = await importedGrid(
      branches(
        head,
        head.map(() => ''),
      ),
      ON,
    )
    expect(result.ledger).toEqual(without.ledger)
    expect(firmsIn(result).get(PINE)).toMatchObject({ organization: { establishedOn: '2018-01-01' } })
    expect(result.notes.map(briefly)).toEqual([])
  })

  test('is not where another says how the organization was formed', async () => {
    const [head, ...rows] = branches(['单独', '联合', '未建'], ['', '', ''])
    const result = await importedGrid([head!, [...rows[0]!.slice(0, 2), '√', ...rows[0]!.slice(3)], rows[1]!], ON)
    expect(firmsIn(result).get(PINE)).toMatchObject({ organization: { establishedOn: '2018-01-01' } })
    expect(firmsIn(result).get(CEDAR)).not.toHaveProperty('jointBranch')
    expect(result.notes.map(briefly)).toContain('台账 F3 not-about-row')
  })
})

test.each(['组建形式', '党组织组建形式', '党支部组建形式', '组建方式', '党组织设置形式'])(
  'ticks under one heading over all kinds say which it is: %s',
  async (heading) => {
    const { columns, ...result } = await importedGrid(
      [
        ['序号', '律师事务所名称', '执业律师数', heading, '', '', '备注'],
        ['', '', '', '单独', '联合', '未建', ''],
        [1, PINE, 9, '√', '', '', ''],
        [2, CEDAR, 8, '', '√', '', ''],
        [3, ALDER, 5, '', '', '√', ''],
      ],
      ON,
    )
    const firms = firmsIn({ columns, ...result })
    expect(firms.get(PINE)).toMatchObject({ jointBranch: null })
    expect(firms.get(CEDAR)).toMatchObject({ organization: null })
    expect(firms.get(ALDER)).toMatchObject(NONE)
    expect(columns.filter(({ place }) => /^[DEF]/.test(place.cell ?? '')).map(({ use }) => use)).toEqual([
      'read',
      'read',
      'read',
    ])
  },
)
