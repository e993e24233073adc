import { describe, expect, test } from 'vitest'
import { readMapping } from '@tiaoli/office/import'
import { readPack } from '../../../scripts/read-pack.ts'
import { briefly, firmsIn, importedGrid, type Grid } from './imported.ts'

const NAME = '江西赤松律师事务所'
const register = (title: string): Grid => [
  [title],
  ['填报日期：2025年5月31日'],
  ['律师事务所名称', '成立时间', '执业律师数', '党员总数', '预备党员', '专门场所'],
  [NAME, '2009.3.5', 8, 2, 0, '无'],
]

async function imported(title: string) {
  const result = await importedGrid(register(title))
  const { lawyers, members, establishedOn } = firmsIn(result).get(NAME) ?? {}
  return { lawyers, members, establishedOn, notes: result.notes.map(briefly) }
}

const WHOLE = { lawyers: 8, members: { all: 2, probationary: 0 }, establishedOn: '2009-03-05' }

describe('a title that narrows who is counted', () => {
  test.each([
    '章贡区青年律师（35周岁以下）情况统计表',
    '2025年度律所发展党员情况统计表',
    '女律师统计表',
    '章贡区退休党员情况',
    '流动党员和律师统计表',
  ])('leaves the numbers of persons open, and nothing else: %s', async (title) => {
    expect(await imported(title)).toEqual({
      lawyers: undefined,
      members: undefined,
      establishedOn: '2009-03-05',
      notes: ['台账 A1 left-open'],
    })
  })

  test.each([
    '律师行业党建工作台账',
    '章贡区律师事务所党组织和党员情况统计表',
    '2025年5月党员情况',
    '市直执业律师情况',
    '律所发展及党员变化情况',
    '章贡区律师行业基本情况（2025年）',
  ])('and what narrows nothing does not: %s', async (title) => {
    expect(await imported(title)).toMatchObject(WHOLE)
  })
})

describe('a list of what is not so', () => {
  test.each([
    '拟成立党支部律师事务所情况表',
    '律所党支部换届候选人预备人选情况表',
    '党建工作安排表',
    '推荐示范所名单',
    '历任情况（已卸任）',
    '历届情况登记表',
  ])('is not read, and told with its title: %s', async (title) => {
    const result = await importedGrid(register(title))
    expect(result.ledger).toEqual({})
    expect(result.notes.map(briefly)).toEqual(['台账 A1 no-ledger'])
    expect(result.notes[0]!.text.zh).toMatch(/^从标题.*没有读。/)
  })

  test.each(['2025年度律所党建经费预算安排表', '现任及历任情况', '拟注销律师事务所名单'])(
    'is read where it may be one of how it is: %s',
    async (title) => {
      expect(firmsIn(await importedGrid(register(title))).has(NAME)).toBe(true)
    },
  )

  test('is so by the forms of the mapping', async () => {
    const mapping = readMapping(
      JSON.stringify({
        id: 'given',
        title: { zh: '表' },
        lists: { unread: [{ titled: ['…明年…'], not: ['…今年…'], why: { zh: '是明年的。', en: 'Of next year.' } }] },
        tables: [
          {
            title: { zh: '表' },
            has: ['律师事务所名称'],
            row: 'firm',
            columns: [{ headings: ['律师事务所名称'], record: 'firm' }],
          },
        ],
      }),
      readPack('ganzhou-2018-32'),
    )
    const read = async (title: string) =>
      firmsIn(await importedGrid([[title], ['律师事务所名称'], [NAME]], { mapping }))
    expect((await read('明年情况')).size).toBe(0)
    expect((await read('今年和明年情况')).size).toBe(1)
    expect((await read('拟成立')).size).toBe(1)
  })
})

test.each(['章贡区律师事务所整改前党建情况表', '党建问题（已整改销号）情况表'])(
  'a title that speaks of before what was to be done leaves denials open: %s',
  async (title) => {
    expect((await imported(title)).notes).toEqual(['台账 A1 remark-not-understood'])
  },
)

test.each(['二、已卸任指导员', '二、历任指导员', '二、拟派指导员', '二、撤回（对方退回）', '二、作废的'])(
  'rows below a title between them are not read where it says that they are not how things are: %s',
  async (title) => {
    const result = await importedGrid([
      ['瑞金市律师行业党建指导员名单'],
      ['填报日期：2025年8月15日'],
      ['序号', '律师事务所名称', '指导员姓名', '选派单位', '选派时间'],
      ['一、在任指导员'],
      [1, '江西红都律师事务所', '杨春华', '瑞金市司法局', '2024年3月'],
      [title],
      [1, '江西云石山律师事务所', '朱建国', '瑞金市司法局', '2021年3月'],
    ])
    expect(firmsIn(result).get('江西红都律师事务所')).toMatchObject({ instructors: [{ from: '2024-03', to: null }] })
    expect(firmsIn(result).has('江西云石山律师事务所')).toBe(false)
    expect(result.notes.filter(({ code }) => code === 'row-not-read').map(({ place }) => place.cell)).toEqual(['A6'])
  },
)
