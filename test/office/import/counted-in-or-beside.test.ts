import { describe, expect, test } from 'vitest'
import { city, firmsIn, importedGrid } from './imported.ts'

const NAME = '甲律师事务所'

/** A firm with a number of members, and of those whose relationship is elsewhere. */
async function imported(all: string | number, untransferred: string | number, heading: string, ofAll = '党员总数') {
  const result = await importedGrid(
    [
      ['律所名称', '执业律师数', ofAll, heading],
      [NAME, 12, all, untransferred],
    ],
    { on: '2026-09-30' },
  )
  const notes = result.notes.map(({ code, place, other }) => [code, place.cell, other?.cell])
  return { members: firmsIn(result).get(NAME)?.['members'], notes, ledger: result.ledger }
}

const TOLD = ['counts-others', 'C2', 'D2']

test.each([
  ['其中：组织关系未转入', '党员总数'],
  ['组织关系未转入数', '党员总数（含未转入的）'],
])('members who are counted among all by %s are none of the firm’s', async (heading, ofAll) => {
  const { members, notes } = await imported(5, 3, heading, ofAll)
  expect(members).toEqual({ all: 2, untransferred: 3 })
  expect(notes).toEqual([])
})

test('members who are all elsewhere leave none', async () => {
  const { members, notes } = await imported(3, 3, '其中：组织关系未转入')
  expect(members).toEqual({ all: 0, untransferred: 3 })
  expect(notes).toEqual([])
})

test.each([
  ['另有组织关系未转入', '党员总数'],
  ['组织关系未转入数', '党员总数（不含未转入）'],
])('members who stand beside all by %s change nothing', async (heading, ofAll) => {
  const { members, notes } = await imported(5, 3, heading, ofAll)
  expect(members).toEqual({ all: 5, untransferred: 3 })
  expect(notes).toEqual([])
})

test.each([
  ['5（其中2人未转入）', 3],
  ['5（含未转入2人）', 3],
  ['5（另有2人未转入）', 5],
  ['5，另有组织关系未转入2人', 5],
])('a cell may say so: %s', async (text, all) => {
  const { members, notes } = await imported(text, '', '备注')
  expect(members).toEqual({ all, untransferred: 2 })
  expect(notes).toEqual([])
})

test.each([
  ['党员总数含未转入3人', 14],
  ['含组织关系未转入的3名党员', 14],
  ['另有3名党员组织关系未转入', 17],
  ['党员总数不含未转入3人', 17],
])('a remark may say so: %s', async (remark, all) => {
  const result = await importedGrid(
    [
      ['律所名称', '党员总数', '组织关系未转入', '备注'],
      [NAME, 17, 3, remark],
      ['乙律师事务所', 17, 3, ''],
    ],
    { on: '2026-09-30' },
  )
  expect(firmsIn(result).get(NAME)?.['members']).toEqual({ all, untransferred: 3 })
  expect(result.notes.filter(({ code }) => code === 'counts-others').map(({ place }) => place.cell)).toEqual(['B3'])
})

test('where nothing says so, and there are enough with them and not without, the number is left open', async () => {
  const { members, notes, ledger } = await imported(4, 2, '组织关系未转入数')
  expect(members).toEqual({ untransferred: 2 })
  expect(notes).toEqual([TOLD])
  const { findings } = city.evaluate(ledger, { asOf: '2026-09-30' })
  expect(
    findings.filter(({ requirement, status }) => requirement === 'own-organization' && status === 'not_met'),
  ).toEqual([])
})

test.each([
  [3, 1, { untransferred: 1 }],
  [4, 1, { all: 4, untransferred: 1 }],
  [2, 1, { all: 2, untransferred: 1 }],
])('as many as the policy asks for are enough: of %i, with %i elsewhere', async (all, untransferred, members) => {
  expect((await imported(all, untransferred, '组织关系未转入数')).members).toEqual(members)
})

test('where nothing says so, and it is all the same, the number is taken as it stands, and told', async () => {
  const { members, notes } = await imported(11, 1, '组织关系未转入数')
  expect(members).toEqual({ all: 11, untransferred: 1 })
  expect(notes).toEqual([TOLD])
})

test.each([0, '', '无'])('nothing is told where there are none: %j', async (none) => {
  const { members, notes } = await imported(4, none, '组织关系未转入数')
  expect(members).toMatchObject({ all: 4 })
  expect(notes).toEqual([])
})

test('where it is not understood how many there are, the number waits for it', async () => {
  const { members, notes } = await imported(4, '见附件', '组织关系未转入数')
  expect(members).toBeUndefined()
  expect(notes.map(([code, cell]) => [code, cell])).toEqual([
    ['not-understood', 'D2'],
    ['counts-others', 'C2'],
  ])
  expect((await imported(4, '/', '组织关系未转入数')).members).toEqual({ all: 4 })
})

test('more than there are is a contradiction', async () => {
  const { members, notes } = await imported(2, 3, '其中：组织关系未转入')
  expect(members).toEqual({ untransferred: 3 })
  expect(notes).toEqual([['contradiction', 'C2', 'D2']])
})

test('of full members it is not known how many are among them', async () => {
  const open = await imported(4, 2, '组织关系未转入数', '正式党员')
  expect(open.members).toEqual({ untransferred: 2 })
  expect(open.notes).toEqual([TOLD])
  const inside = await imported(9, 2, '其中：组织关系未转入', '正式党员')
  expect(inside.members).toEqual({ untransferred: 2 })
  expect(inside.notes).toEqual([TOLD])
})

test('how many the others are may be unreadable: then all are open where it decides, which is told', async () => {
  const { members, notes } = await imported(4, '见附件', '组织关系未转入数')
  expect(members).toBeUndefined()
  expect(notes).toContainEqual(TOLD)
  expect((await imported(4, '见附件', '另有组织关系未转入')).members).toEqual({ all: 4 })
  expect((await imported(4, '', '组织关系未转入数')).members).toEqual({ all: 4 })
})

test.each(['组织关系在外单位党员数', '组织关系未转人数', '未转入党员', '组织关系未转接人数', '组织关系未落地党员数'])(
  'a form says in many ways who is elsewhere: %s',
  async (heading) => {
    const { members, notes } = await imported(3, 1, heading)
    expect(members).toEqual({ untransferred: 1 })
    expect(notes).toEqual([TOLD])
  },
)

test('those whose relationship is elsewhere are subtracted where they are among all: 其中组织关系不在本所', async () => {
  const { members, notes } = await imported(3, 1, '其中组织关系不在本所')
  expect(members).toEqual({ all: 2, untransferred: 1 })
  expect(notes).toEqual([])
})

describe('a column that is not known and speaks of where members belong', () => {
  test.each([
    ['流动党员数', 1],
    ['组织关系在本所党员数', 1],
    ['已转入组织关系党员数', 1],
    ['组织关系在本所党员数', 0],
    ['组织关系情况', '1人在户籍地'],
    ['党员组织关系是否转入', '部分'],
  ])('leaves the number open where it decides: %s %s', async (heading, text) => {
    const { members, notes, ledger } = await imported(3, text, heading)
    expect(members).toBeUndefined()
    expect(notes).toEqual([TOLD])
    const { findings } = city.evaluate(ledger, { asOf: '2026-09-30' })
    expect(findings.filter(({ status }) => status === 'not_met')).toEqual([])
  })

  test('is told where there is a number that does not decide', async () => {
    const { members, notes } = await imported(9, 1, '流动党员数')
    expect(members).toEqual({ all: 9 })
    expect(notes).toEqual([TOLD])
  })

  test.each([
    ['流动党员数', 0],
    ['流动党员数', '无'],
    ['流动党员数', ''],
    ['组织关系在本所党员数', 3],
    ['党员组织关系是否转入', '是'],
    ['组织关系接收时间', '2021年3月'],
    ['另有流动党员数', 2],
  ])('changes nothing where it says that all are of the firm: %s %s', async (heading, text) => {
    const { members, notes } = await imported(3, text, heading)
    expect(members).toEqual({ all: 3 })
    expect(notes).toEqual([])
  })
})

describe('a remark in words', () => {
  const grid = (untransferred: string | number, remark: string, all: string | number = 3) => [
    ['律所名称', '执业律师数', '党员总数', '组织关系未转入数', '备注'],
    [NAME, 12, all, untransferred, remark],
  ]

  test('says of them what it says, though the number of all cannot be read', async () => {
    const result = await importedGrid(grid(0, '2名党员组织关系在村支部', '见附件'), { on: '2026-09-30' })
    expect(firmsIn(result).get(NAME)?.['members']).toBeUndefined()
    const told = result.notes.filter(({ code }) => code === 'contradiction')
    expect(told).toMatchObject([{ place: { cell: 'D2' }, other: { cell: 'E2' } }])
  })

  test.each([
    '1名党员组织关系未转',
    '有两名党员组织关系尚未转入',
    '张三组织关系在原单位',
    '其中一人为流动党员',
    '书记为外聘；1名党员关系未转接',
  ])('leaves open a number that it may be about and that decides: %s', async (remark) => {
    const { members, notes } = await imported(3, remark, '备注')
    expect(members).toBeUndefined()
    expect(notes).toEqual([
      ['remark', 'D2', undefined],
      ['counts-others', 'C2', 'D2'],
    ])
  })

  test.each(['党员组织关系均已转入', '另有1名党员未转入，未计入', '无组织关系未转入的党员', '党员组织关系全部在本所'])(
    'says that all are the firm’s, and changes nothing: %s',
    async (remark) => {
      const { members, notes } = await imported(3, remark, '备注')
      expect(members).toEqual({ all: 3 })
      expect(notes).toEqual([['remark', 'D2', undefined]])
    },
  )

  test.each([0, '全部转入'])(
    'contradicts a column that says that there are none (%s): neither is taken',
    async (none) => {
      const { notes, ...result } = await importedGrid(grid(none, '1名党员组织关系未转'), { on: '2026-09-30' })
      expect(firmsIn(result as never).get(NAME)?.['members']).toBeUndefined()
      expect(notes.map(({ code, place, other }) => [code, place.cell, other?.cell])).toEqual([
        ['remark', 'E2', undefined],
        ['contradiction', 'D2', 'E2'],
        ['counts-others', 'C2', 'D2'],
      ])
    },
  )

  test('that says as many as the column says nothing more', async () => {
    const result = await importedGrid(grid(1, '1名党员组织关系未转'), { on: '2026-09-30' })
    expect(firmsIn(result).get(NAME)?.['members']).toEqual({ untransferred: 1 })
    expect(result.notes.map(({ code, place, other }) => [code, place.cell, other?.cell])).toEqual([
      ['remark', 'E2', undefined],
      ['counts-others', 'C2', 'D2'],
    ])
  })
})

describe('a remark that has several numbers says of none how many they are', () => {
  test('and contradicts no column that says it', async () => {
    const grid = [
      ['律所名称', '执业律师数', '党员总数', '组织关系未转入数', '备注'],
      [NAME, 12, 11, 1, '2名党员组织关系未转，1名已开介绍信'],
    ]
    const result = await importedGrid(grid, { on: '2026-09-30' })
    expect(firmsIn(result).get(NAME)?.['members']).toEqual({ all: 11, untransferred: 1 })
  })

  test('so that all may be elsewhere', async () => {
    const { members } = await imported(11, '2名党员组织关系未转，1名已开介绍信', '备注')
    expect(members).toBeUndefined()
    expect((await imported(11, '2名党员组织关系未转', '备注')).members).toEqual({ all: 11 })
  })
})

test('a register of money counts members as any other does', async () => {
  const result = await importedGrid(
    [
      ['律所名称', '党员总数', '其中：组织关系未转入', '2025年党建经费支出（元）'],
      [NAME, 4, 2, 5000],
    ],
    { on: '2026-09-30' },
  )
  expect(firmsIn(result).get(NAME)?.['members']).not.toMatchObject({ all: 4 })
})
