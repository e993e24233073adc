import { describe, expect, test } from 'vitest'
import { briefly, firmsIn, importedGrid, importedGrids } from './imported.ts'

const [FIRST, SECOND] = ['江西琴江律师事务所', '江西赣江源律师事务所']

describe('a whole name that no other table lists', () => {
  const BRANCHES = (...names: string[]) => [
    ['联合党支部名称', '组成律所'],
    ['石城县联合党支部', names.join('、')],
  ]
  const textsOf = async (...names: string[]) => {
    const register = [
      ['律师事务所名称', '执业律师数'],
      ['江西通天寨律师事务所', 5],
    ]
    const { notes } = await importedGrids([register, BRANCHES(...names)], { on: '2026-09-30' })
    return notes.filter(({ code }) => code === 'name-not-found').map(({ text }) => text.zh)
  }

  test('is not asked for as a whole name, but to be listed', async () => {
    const [one, ...others] = await textsOf(FIRST)
    expect(one).toMatch(/^别的表都没有列出这个名称/)
    expect(others).toEqual([])
    const both = await textsOf(FIRST, SECOND)
    expect(both.map((text) => text.slice(0, 9))).toEqual(['这一格的第1个名称', '这一格的第2个名称'])
    for (const text of [one, ...both]) expect(text).not.toContain('全称')
  })

  test('and a short one is', async () => {
    expect(await textsOf('某某')).toEqual([expect.stringContaining('请改成全称')])
  })
})

test('what a remark leaves open may be a number, and no note says that something was not done', async () => {
  const { notes } = await importedGrid([
    ['律师事务所名称', '党员人数', '党员律师数', '主任政治面貌', '备注'],
    [FIRST, 3, 2, '群众', '党员人数待核，其中1名为行政人员，支部待批'],
  ])
  const texts = notes.filter(({ code }) => code === 'remark-not-understood').map(({ text }) => text.zh)
  expect(texts).toEqual([expect.stringMatching(/所以[A-Z\d、]+所写的没有填入台账/)])
  expect(texts[0]).not.toContain('没有做到')
})

test.each([
  ['审核：', '', '填表：', ''],
  ['填表：司法局 胡某', '', '', ''],
  ['', '复核：', '经办：', ''],
  ['负责人：', '', '经办人：', '电话：0797-1234567'],
  ['报送人：', '', '分管领导（签字）：', ''],
])('a line of who signs is told as no row, and not as one without a name: %s %s %s %s', async (...line) => {
  const result = await importedGrid([
    ['序号', '律师事务所名称', '党建考核时间', '执业律师数', '备注'],
    [1, FIRST, '2026.3.10', 5, ''],
    [...line, '2026年4月1日'],
  ])
  const cell = line[0] === '' ? 'B3' : 'A3'
  expect(result.notes.filter(({ place }) => place.cell === cell).map(briefly)).toEqual([`台账 ${cell} row-skipped`])
  expect([...firmsIn(result).keys()]).toEqual([FIRST])
})
