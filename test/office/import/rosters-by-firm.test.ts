import { describe, expect, test } from 'vitest'
import type { ImportResult } from '@tiaoli/office/import'
import { briefly, firmsIn, importedGrid, importedGrids } from './imported.ts'

const NAME = '江西明理律师事务所'
const OTHER = '江西启明律师事务所'
const REGISTER = [
  ['律所名称', '执业律师数'],
  [NAME, 9],
  [OTHER, 6],
]
const HEAD = ['序号', '姓名', '性别', '人员类别', '是否执业律师']

const rosterOf = (heading: string, names: readonly string[]) => [
  [...HEAD, heading],
  ...names.map((name, i) => [i + 1, `张${'甲乙丙丁戊'[i]!}`, '男', i === 1 ? '预备党员' : '正式党员', '是', name]),
]

const members = (result: ImportResult) =>
  Object.fromEntries([...firmsIn(result)].map(([name, firm]) => [name, firm['members']]))

describe('a roster of members by their firms', () => {
  test.each(['所在律所', '工作单位', '所在单位', '所在律师事务所', '律师事务所名称', '执业机构'])(
    'is counted: %s',
    async (heading) => {
      const result = await importedGrids([REGISTER, rosterOf(heading, [NAME, NAME, OTHER])])
      expect(members(result)).toEqual({
        [NAME]: { all: 2, full: 1, probationary: 1 },
        [OTHER]: { all: 1, full: 1, probationary: 0 },
      })
      expect(result.notes).toEqual([])
      expect(JSON.stringify(result)).not.toContain('张甲')
    },
  )

  test('counts nobody who works elsewhere, and leaves open where the relationship is elsewhere', async () => {
    const roster = rosterOf('工作单位', [NAME, NAME, '赣州市某建设有限公司', OTHER])
    const remarked = roster.map((row, i) => [...row, ['备注', '', '', '', '组织关系未转入'][i]!])
    const result = await importedGrids([REGISTER, remarked])
    expect(members(result)).toEqual({ [NAME]: { all: 2, full: 1, probationary: 1 }, [OTHER]: { probationary: 0 } })
    expect(result.notes.map(briefly)).toEqual(['台账 F4 row-not-counted', '台账 G5 not-counted', '台账 G5 remark'])
  })

  test('is counted by branches where it has them', async () => {
    const result = await importedGrid([
      ['姓名', '人员类别', '工作单位', '所在党支部'],
      ['张甲', '正式党员', NAME, `${NAME}党支部`],
      ['张乙', '正式党员', NAME, '市直联合党支部'],
    ])
    expect(members(result)).toEqual({ [NAME]: { all: 1, full: 1, probationary: 0 } })
    expect(result.columns.find(({ place }) => place.cell === 'C1')?.use).toBe('not-usable')
  })
})

describe('a roster by branches with the firms beside them', () => {
  const head = ['姓名', '人员类别', '所在律所', '所在党支部']

  test.each(['', '无', '没有'])('is counted by the firm where there is no branch: %j', async (branch) => {
    const result = await importedGrids([
      REGISTER,
      [
        head,
        ['张甲', '正式党员', NAME, `${NAME}党支部`],
        ['张乙', '正式党员', OTHER, branch],
        ['张丙', '预备党员', OTHER, branch],
      ],
    ])
    expect(members(result)).toEqual({
      [NAME]: { all: 1, full: 1, probationary: 0 },
      [OTHER]: { all: 2, full: 1, probationary: 1 },
    })
    expect(result.notes).toEqual([])
  })

  test('leaves open whose a row is that names neither', async () => {
    const result = await importedGrids([
      REGISTER,
      [head, ['张甲', '正式党员', NAME, `${NAME}党支部`], ['张乙', '正式党员', '', '']],
    ])
    expect(members(result)).toEqual({ [NAME]: { probationary: 0 } })
  })
})

describe('the short name of a firm in a roster', () => {
  test.each([
    '明理所党支部',
    '明理律师事务所党支部',
    '中共明理律师事务所支部委员会',
    '明理律所党支部',
    '江西明理所党支部',
  ])('is that of the only one of the register that it fits, which is told once: %s', async (branch) => {
    const result = await importedGrids([REGISTER, rosterOf('所在党支部', [branch, branch])])
    expect(members(result)).toEqual({ [NAME]: { all: 2, full: 1, probationary: 1 }, [OTHER]: undefined })
    expect(result.notes.map(briefly)).toEqual([`台账 F2 named-short ${NAME}`])
  })

  test('by the firm is that of it as well', async () => {
    const result = await importedGrids([REGISTER, rosterOf('所在律所', ['明理所', '启明所'])])
    expect(members(result)).toMatchObject({ [NAME]: { all: 1 }, [OTHER]: { all: 1 } })
  })

  test('that may be of two is of neither, and what it may change of either is open', async () => {
    const register = [...REGISTER, ['江西明理达律师事务所', 4]]
    const result = await importedGrids([
      register,
      rosterOf('所在党支部', ['明理所党支部', `${NAME}党支部`, `${OTHER}党支部`]),
    ])
    expect(members(result)).toEqual({
      [NAME]: { probationary: 1 },
      [OTHER]: { all: 1, full: 1, probationary: 0 },
      江西明理达律师事务所: undefined,
    })
    expect(result.notes.map(briefly)).toContain('台账 F2 name-not-found')
  })

  test.each(['理所党支部', '明达所党支部'])('that is part of none leaves it open: %s', async (branch) => {
    const result = await importedGrids([REGISTER, rosterOf('所在党支部', [branch])])
    expect(members(result)[NAME]).toBeUndefined()
    expect(result.notes.map(({ code }) => code)).not.toContain('named-short')
  })
})
