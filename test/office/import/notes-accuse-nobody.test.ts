import { describe, expect, test } from 'vitest'
import type { Value } from '../workbook-file.ts'
import type { ImportResult } from '@tiaoli/office/import'
import { city, firmsIn, importedGrid, importedSheets, type Grid } from './imported.ts'

const [FIRST, SECOND] = ['江西明远律师事务所', '江西正衡律师事务所']
const HEADINGS = [
  '县（市、区）',
  '律师事务所名称',
  '成立时间',
  '执业律师数',
  '正式党员',
  '组建形式',
  '专门场所',
  '备注',
]
const DENYING = ['2012年6月', 8, 4, '未建', '无']
const DAY = '2026-09-30'

async function accusedIn(grid: Grid): Promise<string[]> {
  const result = await importedGrid(grid, { on: DAY })
  return accusedOf(result)
}

function accusedOf({ ledger }: ImportResult): string[] {
  const { findings } = city.evaluate(ledger, { asOf: DAY })
  return findings.flatMap(({ status, requirement }) => (status === 'not_met' ? [requirement] : []))
}

const register = (above: string, below: string, ...remarks: string[]): Grid => [
  ['律师行业党建工作台账'],
  [above],
  HEADINGS,
  ['章贡区', FIRST, ...DENYING, remarks[0] ?? ''],
  ['章贡区', SECOND, ...DENYING, remarks[1] ?? ''],
  [below],
]

describe('a sentence beside a table accuses nobody of whom it says that it is otherwise', () => {
  test('without one they are accused', async () => {
    expect(await accusedIn(register('', ''))).toHaveLength(4)
  })

  test.each([
    ['', '注：以上两所均已按要求达标。'],
    ['', '注：均已相应落实'],
    ['', '目前已提出申请成立'],
    ['', '以上律师事务所均已达标'],
    ['', '1.以上两所均已达标\n2.请于9月30日前报送'],
    ['', '以上两所于2026年8月补建完成'],
    ['', 'Note: both firms have since set up a branch.'],
    ['目前各所党支部均已成立，专门场所均已落实', ''],
  ])('%s%s', async (above, below) => {
    expect(await accusedIn(register(above, below))).toEqual([])
  })

  test.each([`注：${FIRST}目前已达标。`, '明远所8月补建完成', `${FIRST}、正衡所8月补建完成`])(
    'of those that it names: %s',
    async (below) => {
      const accused = await accusedIn(register('', below))
      expect(accused).toHaveLength(below.includes('正衡') ? 0 : 2)
    },
  )

  test.each([
    '注：已建党支部的填写支部名称。',
    '以上各所均应于9月底前整改',
    `填报单位：${FIRST}`,
    `${FIRST}　2026年9月30日`,
    '注：本表由章贡区司法局填报',
  ])('but is not one where it tells how to fill in, or who did: %s', async (below) => {
    expect(await accusedIn(register('', below))).toHaveLength(4)
  })
})

describe('a remark accuses nobody', () => {
  test.each(['3名党员已编入乙所联合党支部', '4名党员已转出', '4名党员已编入乙所联合党支部'])(
    'also where it repeats a number: %s',
    async (remark) => {
      expect(await accusedIn(register('', '', remark, remark))).toEqual([])
    },
  )

  test.each([
    ['拟2027年加入联合党支部', 4],
    ['计划年底前单独成立', 4],
    ['拟单独成立，已批复', 2],
  ])('but for a plan, which is not so yet: %s', async (remark, accused) => {
    expect(await accusedIn(register('', '', remark))).toHaveLength(accused)
  })

  const joint = (remark: string, heading = '备注'): Grid => [
    ['县（市、区）', '律师事务所名称', '成立时间', '执业律师数', '正式党员', '党组织名称', '是否联合党支部', heading],
    ['章贡区', FIRST, '2012年6月', 8, 4, '章贡区律师行业第一联合党支部', '是', remark],
  ]

  test('of being in a joint branch a firm is accused that has members enough for one of its own', async () => {
    expect(await accusedIn(joint(''))).toEqual(['own-organization'])
  })

  test.each([
    ['备注', '已于9月单独成立'],
    ['备注', '已申请，县直工委已同意'],
    ['备注', '党员数为联合党支部总数'],
    ['备注', '拟单独成立已批复'],
    ['备注', '待核实'],
    ['工作进展', '9月已单独成立党支部'],
    ['最新情况', '批复已下'],
  ])('but not beside %s: %s', async (heading, remark) => {
    expect(await accusedIn(joint(remark, heading))).toEqual([])
  })

  test('nor under a note that names it', async () => {
    const below = ['明远所已于9月25日批复单独设立']
    expect(await accusedIn([...joint(''), below])).toEqual([])
  })

  test.each([
    '说明：部分数据为二季度数，待更新',
    '注：序号1律所已申请单独建支部，县直工委已同意。',
    '注：本表数据由各律所填报，未经核实。',
    '说明：联合党支部所属律所党员数均填支部总人数。',
    '备注：1.党员数按支部统计。',
  ])('nor under one of the whole table: %s', async (below) => {
    expect(await accusedIn([...joint(''), [below]])).toEqual([])
  })

  test.each(['明远所正式党员实为2人', `${FIRST}有2名党员组织关系未转入`])(
    'a note of the number of its members leaves that open: %s',
    async (below) => {
      const result = await importedGrid([...joint(''), [below]], { on: DAY })
      expect(firmsIn(result).get(FIRST)).not.toHaveProperty('members')
      expect(accusedOf(result)).toEqual([])
    },
  )

  const committee = (remark: string, heading = '备注'): Grid => [
    ['县（市、区）', '律师事务所名称', '党组织名称', '支委人数', heading],
    ['章贡区', FIRST, `${FIRST}党支部`, 2, remark],
  ]

  test.each([
    '实为3人',
    '应为3人，表内有误',
    '不含书记',
    '另有书记1名',
    '2026年9月增补1名',
    '待核实',
    '沿用上季度',
    '已增补',
  ])('of a number that it may change: %s', async (remark) => {
    const result = await importedGrid(committee(remark), { on: DAY })
    expect(firmsIn(result).get(FIRST)?.['organization']).not.toHaveProperty('committeeMembers')
  })

  test.each(['情况说明', '整改情况'])('also under a heading that is not known: %s', async (heading) => {
    const result = await importedGrid(committee('9月底缺额1名已补选', heading), { on: DAY })
    expect(firmsIn(result).get(FIRST)?.['organization']).not.toHaveProperty('committeeMembers')
  })

  test.each(['', '电话13800138000', '办公室主任张某'])('but of no other: %j', async (remark) => {
    const result = await importedGrid(committee(remark), { on: DAY })
    expect(firmsIn(result).get(FIRST)?.['organization']).toHaveProperty('committeeMembers', 2)
  })
})

describe('a title between rows', () => {
  const roster = (...between: Value[][]): Grid => [
    ['党员花名册'],
    ['姓名', '人员类别', '所在律所'],
    ['张三', '正式党员', FIRST],
    ['二、转出党员'],
    ...between,
    ['李四', '正式党员', FIRST],
  ]
  const instructors = (...between: Value[][]): Grid => [
    ['瑞金市律师行业党建指导员名单'],
    ['填报日期：2026年8月15日'],
    ['序号', '律师事务所名称', '指导员姓名', '选派单位', '选派时间'],
    [1, FIRST, '杨春华', '瑞金市司法局', '2024年3月'],
    ['二、历任指导员'],
    ...between,
    [1, SECOND, '朱建国', '瑞金市司法局', '2021年3月'],
  ]

  test.each([[['（2026年上半年）']], [['合计：2人']], [['（共1家）']], [['注：不含分所']]])(
    'is over the rows to the next title, whatever else stands between: %j',
    async (row) => {
      const counted = firmsIn(await importedGrid(roster(row)))
      expect(counted.get(FIRST)?.['members']).not.toHaveProperty('all')
      expect(firmsIn(await importedGrid(instructors(row))).has(SECOND)).toBe(false)
    },
  )

  test('is none where it may be the name of a record: no letter in it says anything', async () => {
    const accused = await accusedIn([
      HEADINGS,
      ['章贡区', FIRST, ...DENYING],
      ['', '江西均安律师事务所'],
      ['章贡区', SECOND, ...DENYING],
    ])
    expect(accused).toHaveLength(4)
  })
})

test.each([
  ['江西省赣州市章贡区重庆路12号', 2],
  ['8月单独成立党支部', 0],
  ['明远所8月已单独成立党支部', 0],
])('a sheet that is not read says nothing of a firm by its address: %s', async (text, accused) => {
  const result = await importedSheets(
    {
      台账: [HEADINGS, ['章贡区', FIRST, ...DENYING]],
      通讯录: [
        ['单位', '地址'],
        [FIRST, text],
      ],
    },
    { on: DAY },
  )
  expect(accusedOf(result)).toHaveLength(accused)
})

describe('where one number of members counts others, the rest may too', () => {
  const members = async (heading: string, note: string) => {
    const grid: Grid = [
      ['律师事务所名称', '成立时间', '党员总数', heading, '预备党员'],
      [FIRST, '2012年6月', 8, 8, 0],
      [note],
    ]
    return firmsIn(await importedGrid(grid, { on: DAY })).get(FIRST)?.['members']
  }

  test('by a heading', async () => {
    expect(await members('正式党员（含未转入）', '')).toEqual({ probationary: 0 })
  })

  test('by a note', async () => {
    expect(await members('正式党员', '注：党员总数含组织关系未转入的党员。')).toEqual({ probationary: 0 })
  })

  test('but not where nothing says so, or it says that they are not counted', async () => {
    expect(await members('正式党员', '')).toEqual({ all: 8, full: 8, probationary: 0 })
    expect(await members('正式党员', '注：正式党员不含未转入党员。')).toEqual({ all: 8, full: 8, probationary: 0 })
  })
})
