import { describe, expect, test } from 'vitest'
import { briefly, firmsIn, importedGrid, importedGrids, type Grid } from './imported.ts'

const DAY = ['填报日期：2019年12月31日']
const HEAD = ['县（市、区）', '律师事务所名称', '执业律师数', '备注']

async function closing(name: string, remark = '') {
  const result = await importedGrid([DAY, HEAD, ['章贡区', name, 5, remark]])
  const told = result.notes.map(briefly)
  return { closed: Object.fromEntries([...firmsIn(result)].map(([firm, { closedOn }]) => [firm, closedOn])), told }
}

describe('what stands behind the name of a firm', () => {
  test('closes it where it says so, on the day that it gives', async () => {
    const closed = {
      '江西甲合律师事务所（已注销）': true,
      '江西甲合律师事务所（2019年8月注销）': '2019-08',
      '江西甲合律师事务所（2019年8月5日已注销）': '2019-08-05',
      '江西甲合律师事务所（已于2019年8月注销）': '2019-08',
    }
    for (const [name, closedOn] of Object.entries(closed))
      expect(await closing(name)).toEqual({ closed: { 江西甲合律师事务所: closedOn }, told: [] })
  })

  test.each([
    '拟注销',
    '未注销',
    '正在办理注销',
    '待注销',
    '申请注销',
    '注销中',
    '总所已注销',
    '原江西老合所，已注销',
    '2020年3月注销',
    '清算中',
    '并入江西乙合律师事务所',
    '停业整顿',
  ])('leaves open whether it is, which is told: %s', async (words) => {
    const { closed, told } = await closing(`江西甲合律师事务所（${words}）`)
    expect(closed).toEqual({ 江西甲合律师事务所: undefined })
    expect(told.join()).toMatch(/B3 (?:left-open|impossible)/)
  })

  test.each(['筹', '筹备', '筹建中', '拟设立'])('says that it is none yet: %s', async (words) => {
    const { closed, told } = await closing(`江西甲合律师事务所（${words}）`)
    expect(closed).toEqual({})
    expect(told).toEqual(['台账 B3 row-not-read'])
  })
})

describe('a row that speaks of an end', () => {
  test.each(['2019年5月并入江西甲合律师事务所', '正在清算', '已并入甲合所', '被甲合所吸收合并', '拟设立'])(
    'leaves open whether its firm is closed: %s',
    async (words) => {
      const { closed, told } = await closing('江西乙合律师事务所', words)
      expect(closed).toEqual({ 江西乙合律师事务所: undefined })
      expect(told).toContain('台账 D3 left-open')
    },
  )

  test('does so by a column that is not known', async () => {
    const head = ['县（市、区）', '律师事务所名称', '执业律师数', '执业状态']
    const result = await importedGrid([head, ['章贡区', '江西乙合律师事务所', 5, '已并入甲合所']])
    expect(firmsIn(result).get('江西乙合律师事务所')).not.toHaveProperty('closedOn')
  })

  test('does not where the end is that of its branch', async () => {
    const head = ['县（市、区）', '律师事务所名称', '执业律师数', '组建形式', '党组织名称']
    const result = await importedGrid([
      head,
      ['章贡区', '江西甲合律师事务所', 5, '联合支部已撤销', ''],
      ['章贡区', '江西乙合律师事务所', 5, '单独', '江西乙合律师事务所党支部（2019年9月撤销）'],
    ])
    expect(result.notes.map(({ code }) => code)).not.toContain('left-open')
    expect([...firmsIn(result).values()].map(({ closedOn }) => closedOn)).toEqual([null, null])
  })
})

describe('a firm of two tables', () => {
  const register: Grid = [
    ['章贡区律师事务所台账'],
    HEAD,
    ['章贡区', '江西甲合律师事务所', 5],
    ['章贡区', '江西乙合律师事务所', 5],
  ]
  const open: Grid = [['2019年注销律师事务所名单'], HEAD, ['章贡区', '江西乙合律师事务所', '']]

  test.each([[[register, open]], [[open, register]]])(
    'is not open by one where another leaves it open',
    async (grids) => {
      const result = await importedGrids(grids)
      expect(firmsIn(result).get('江西甲合律师事务所')).toMatchObject({ closedOn: null })
      expect(firmsIn(result).get('江西乙合律师事务所')).not.toHaveProperty('closedOn')
      expect(
        result.notes.filter(({ code }) => code === 'left-open').map(({ place, other }) => [place.cell, other?.cell]),
      ).toEqual([
        ['A1', undefined],
        ['B4', 'A1'],
      ])
    },
  )

  test('is closed on the day that one gives', async () => {
    const closed: Grid = [
      ['2019年注销律师事务所名单'],
      ['县（市、区）', '律师事务所名称', '执业律师数', '注销时间'],
      ['章贡区', '江西乙合律师事务所', 5, '2019年8月'],
    ]
    for (const grids of [
      [register, closed],
      [closed, register],
    ]) {
      const result = await importedGrids(grids)
      expect(firmsIn(result).get('江西乙合律师事务所')).toMatchObject({ closedOn: '2019-08' })
      expect(result.notes.map(({ code }) => code)).toEqual(['head-day'])
    }
  })
})

describe('the name of a firm', () => {
  test.each([
    '江西客家律师事务所',
    '江西赢家律师事务所',
    '江西百家律师事务所',
    '江西章家律师事务所',
    '江西客家律所',
    '国浩律师（赣州）事务所',
    '江西法本所',
  ])('may be any that looks like one: %s', async (name) => {
    expect((await closing(name)).closed).toEqual({ [name]: null })
  })

  test.each(['3家律师事务所', '共3家律师事务所', '三家律师事务所', '多家律所', '章贡区5家律师事务所', '本所'])(
    'is no number of firms: %s',
    async (name) => {
      expect((await closing(name)).closed).toEqual({})
    },
  )
})

test.each([
  ['（已注销）', true],
  ['（2025年注销）', '2025'],
])('any table reads what stands behind the name of a firm: %s', async (note, closedOn) => {
  const result = await importedGrid([
    ['律所名称', '县区', '党员数', '正式党员', '书记', '党支部成立时间'],
    [`江西甲衡律师事务所${note}`, '章贡区', 5, 5, '王建国', '2019年3月'],
  ])
  expect([...firmsIn(result)].map(([name, firm]) => [name, firm['closedOn']])).toEqual([
    ['江西甲衡律师事务所', closedOn],
  ])
})
