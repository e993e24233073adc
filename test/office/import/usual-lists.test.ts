import { describe, expect, test } from 'vitest'
import { briefly, firmsIn, importedGrid, importedGrids } from './imported.ts'

const DAY = ['填报日期：2026年9月30日']
const NAME = '江西甲正律师事务所'
const OTHER = '江西乙衡律师事务所'
const BRANCH = `${NAME}党支部`

const FIRMS = [DAY, ['律师事务所名称', '执业律师数'], [NAME, 9], [OTHER, 5]]

test.each(['组成律所', '成员律所', '覆盖律所'])(
  'a register of joint branches says by %s whose they are',
  async (firms) => {
    const result = await importedGrids([
      [DAY, ['联合党支部名称', firms, '书记', '届满时间'], ['甲乙联合党支部', `${NAME}、${OTHER}`, '王建国', '2027.5']],
      FIRMS,
    ])
    expect(result.ledger['jointBranches']).toMatchObject([
      { name: '甲乙联合党支部', secretary: { id: 'person-1' }, termStart: '2024-05' },
    ])
    for (const name of [NAME, OTHER]) expect(firmsIn(result).get(name)).toMatchObject({ jointBranch: 'jointBranch-1' })
    expect(result.notes).toEqual([])
  },
)

describe('a roster with 政治面貌', () => {
  const members = async (head: readonly string[], ...rows: readonly (readonly string[])[]) => {
    const result = await importedGrid([DAY, head, ...rows])
    return { members: firmsIn(result).get(NAME)?.['members'], notes: result.notes.map(briefly) }
  }

  test.each([
    ['所在党支部', BRANCH],
    ['所在律所', NAME],
  ])('is counted by %s, and who is no member does not count', async (heading, of) => {
    const { members: numbers } = await members(
      ['姓名', '政治面貌', heading],
      ['张三', '中共党员', of],
      ['李四', '中共预备党员', of],
      ['王五', '群众', of],
    )
    expect(numbers).toEqual({ all: 2, full: 1, probationary: 1 })
  })

  test('tells once of all rows that do not say to whom they belong, and of the first of many organizations', async () => {
    const branches = Array.from('甲乙丙丁戊己庚', (letter) => `江西${letter}律师事务所党支部`)
    const { notes } = await importedGrid([
      ['姓名', '人员类别', '所在党支部'],
      ...branches.map((branch, i) => [`张${Array.from('一二三四五六七')[i]!}`, '正式党员', branch]),
      ['李四', '正式党员', ''],
      ['王五', '正式党员', ''],
    ])
    const told = notes.filter(({ code }) => code === 'not-counted')
    expect(told.map(({ place, text }) => [place.cell, text.zh])).toEqual([
      [
        'C9',
        '有2行（第9、10行）没有写明属于哪个单位，可能属于其中任何一个，所以7个单位的相关人数都没有填入台账：' +
          '江西甲律师事务所、江西乙律师事务所、江西丙律师事务所、江西丁律师事务所、江西戊律师事务所等。请补上后重新导入。',
      ],
    ])
  })

  test('leaves open whose standing is not understood', async () => {
    const { members: numbers, notes } = await members(
      ['姓名', '政治面貌', '所在党支部'],
      ['张三', '中共党员', BRANCH],
      ['李四', '待定', BRANCH],
    )
    expect(numbers).toBeUndefined()
    expect(notes).toContain('台账 B4 not-counted')
  })

  test('beside 人员类别 is not asked', async () => {
    const { members: numbers } = await members(
      ['姓名', '政治面貌', '人员类别', '所在党支部'],
      ['张三', '中共党员', '预备党员', BRANCH],
    )
    expect(numbers).toEqual({ all: 1, full: 0, probationary: 1 })
  })
})

test('what stands behind the secretary in a register is of the secretary, and a room for members is one', async () => {
  const head = ['律师事务所名称', '执业律师数', '党组织名称', '书记姓名', '政治面貌', '任职时间', '是否合伙人']
  const result = await importedGrid([
    DAY,
    [...head, '有无党员活动室'],
    [NAME, 9, BRANCH, '王建国', '中共党员', '2024.3', '是', '有'],
  ])
  expect(firmsIn(result).get(NAME)).toMatchObject({
    secretary: { partyStatus: 'full', since: '2024-03', isPartner: true },
    venue: { value: true },
  })
  expect(result.notes).toEqual([])
})

describe('a room for members', () => {
  const venue = async (heading: string, cell: string) => {
    const result = await importedGrid([DAY, ['律师事务所名称', '执业律师数', heading], [NAME, 9, cell]])
    return { venue: firmsIn(result).get(NAME)?.['venue'], notes: result.notes.map(briefly) }
  }

  test.each(['是否有党员活动室', '党员活动室', '有无党建活动阵地', '党员之家'])(
    'is one of the premises, and having none leaves open whether there are others: %s',
    async (heading) => {
      expect((await venue(heading, '有')).venue).toMatchObject({ value: true })
      for (const none of ['无', '没有', '否', '×', '未设置', '暂无'])
        expect([none, await venue(heading, none)]).toEqual([none, { venue: undefined, notes: ['台账 C3 left-open'] }])
    },
  )

  test.each(['有无活动场所', '有无专门场所'])('is not what %s asks for', async (heading) => {
    expect((await venue(heading, '无')).venue).toMatchObject({ value: false })
  })
})

test('what stands behind the director is not of the secretary', async () => {
  const head = ['律师事务所名称', '执业律师数', '党组织名称', '主任', '政治面貌', '任职时间', '是否合伙人']
  const result = await importedGrid([DAY, head, [NAME, 9, BRANCH, '王建国', '中共党员', '2024.3', '是']])
  expect(firmsIn(result).get(NAME)).not.toHaveProperty('secretary')
})

test('a table of debriefings says when members were appraised, by the year of its heading', async () => {
  const result = await importedGrid([
    DAY,
    ['支部名称', '2025年述职时间', '2025年民主评议', '民主评议情况'],
    [BRANCH, '2026.1.5', '√', '好'],
  ])
  expect(firmsIn(result).get(NAME)).toMatchObject({ years: { 2025: { democraticAppraisalOn: true } } })
  expect(result.columns.at(-1)).toMatchObject({ heading: '民主评议情况', use: 'not-usable' })
})

test.each(['甲所（含乙正所）', `${NAME}（含${OTHER}）`, `${NAME}（及${OTHER}）`, `${NAME}等3家`, '甲正所等三家律所'])(
  'a row of a firm with others is of several: %s',
  async (name) => {
    const result = await importedGrid([DAY, ['律师事务所名称', '执业律师数'], [name, 9]])
    expect(firmsIn(result).size).toBe(0)
    expect(result.notes.map(briefly)).toEqual(['台账 A3 row-of-several'])
  },
)

test.each([`${NAME}（南昌分所）`, `${NAME}（含实习3人）`, `${NAME}上犹分所`])('%s is one firm', async (name) => {
  const result = await importedGrid([DAY, ['律师事务所名称', '执业律师数'], [name, 9]])
  expect(firmsIn(result).size).toBe(1)
})
