import { expect, test } from 'vitest'
import { city, importedGrids, type Grid } from './imported.ts'

const [FIRST, SECOND] = ['江西甲衡律师事务所', '江西乙衡律师事务所']
const REGISTER: Grid = [
  ['律所名称', '成立时间', '正式党员', '预备党员', '组建形式', '专门场所'],
  [FIRST, '2009.3.5', 5, 0, '未建', '无'],
  [SECOND, '2010.3.1', 4, 0, '未建', '无'],
]

/** How many problems each firm has, and the cells that say otherwise. */
async function read(other: Grid) {
  const result = await importedGrids([REGISTER, other], { on: '2026-09-30' })
  const { findings } = city.evaluate(result.ledger, { asOf: '2026-09-30', statuses: ['not_met'] })
  const problemsOf = (name: string) => {
    const [id] = Object.entries(result.names).find(([, one]) => one === name) ?? []
    return findings.filter(({ subject }) => subject.id === id).length
  }
  const told = result.notes.filter(({ code }) => code === 'remark-not-understood').map(({ place }) => place.cell)
  return { problems: [FIRST, SECOND].map(problemsOf), told }
}

test.each<[string, Grid, string]>([
  ['prose', [['情况说明'], [`1.${FIRST}已于2026年8月并入外地律所，正在办理注销。`]], 'A2'],
  [
    'a list of what was put right',
    [
      ['单位', '问题', '进展'],
      [FIRST, '未建支部', '9月已批复成立'],
    ],
    'B2',
  ],
  ['a sentence beside a name', [['说明'], [FIRST, '场所待确认']], 'B2'],
])('a sheet that is not read accuses nobody of whom it speaks in words: %s', async (_, sheet, cell) => {
  const { problems, told } = await read(sheet)
  expect(problems[0]).toBe(0)
  expect(problems[1]).toBeGreaterThan(0)
  expect(told).toEqual([cell])
})

test.each<[string, Grid]>([
  [
    'numbers',
    [
      ['单位', '办案件数'],
      [FIRST, 312],
    ],
  ],
  [
    'signs',
    [
      ['单位', '值班'],
      [FIRST, '√'],
    ],
  ],
  [
    'days',
    [
      ['单位', '值班日期'],
      [FIRST, '2026.3.4'],
    ],
  ],
  [
    'kinds of members',
    [
      ['单位', '类别'],
      [FIRST, '正式党员'],
    ],
  ],
  ['other firms', [['情况说明'], ['江西丙衡律师事务所已整改']]],
])('a sheet that is not read and has only %s leaves all as it is', async (_, sheet) => {
  const { problems, told } = await read(sheet)
  expect(Math.min(...problems)).toBeGreaterThan(0)
  expect(told).toEqual([])
})
