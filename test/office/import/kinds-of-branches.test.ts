import { describe, expect, test } from 'vitest'
import type { Value } from '../workbook-file.ts'
import { briefly, firmsIn, importedGrid } from './imported.ts'

const DAY = ['填报日期：2026年9月30日']
const NAME = '江西甲衡律师事务所'
const BRANCH = `${NAME}党支部`

async function read(headings: Value[], row: Value[]) {
  const result = await importedGrid([DAY, headings, row])
  return { firm: firmsIn(result).get(NAME), notes: result.notes.map(briefly) }
}

describe('what a column says of the kind of a branch', () => {
  test.each<[string, Value[], Value[]]>([
    ['roll', ['支部名称', '成立时间', '党员总数', '支部类型'], [BRANCH, '2015-03-01', 5, '独立党支部']],
    [
      'register',
      ['律所名称', '党员总数', '党组织名称', '党组织成立时间', '支部类型'],
      [NAME, 5, BRANCH, '2015-03-01', '独立党支部'],
    ],
    [
      'roll of firms and branches',
      ['律所名称', '党组织名称', '成立时间', '党组织类型'],
      [NAME, BRANCH, '2015-03-01', '单独党支部'],
    ],
  ])('is read in a %s, with how it is formed', async (_, headings, row) => {
    const { firm, notes } = await read(headings, row)
    expect(firm).toMatchObject({ jointBranch: null, organization: { kind: 'branch', establishedOn: '2015-03-01' } })
    expect(notes).toEqual([])
  })

  test.each<[string, Value[], Value[], string[]]>([
    [
      'roll',
      ['支部名称', '成立时间', '党员总数', '支部类型'],
      [BRANCH, '2015-03-01', 5, '联合党支部'],
      ['台账 D3 row-not-read'],
    ],
    [
      'table of elections',
      ['党支部名称', '党支部类型', '任命时间', '应换届时间'],
      [BRANCH, '联合党支部', '2024-03-01', '2027-03-01'],
      ['台账 B3 row-not-read'],
    ],
    [
      'register',
      ['律所名称', '党员总数', '党组织名称', '党组织成立时间', '支部类型'],
      [NAME, 5, BRANCH, '2015-03-01', '联合党支部'],
      ['台账 E3 contradiction'],
    ],
    [
      'roll of firms and branches',
      ['律所名称', '党组织名称', '成立时间', '党组织类型'],
      [NAME, BRANCH, '2015-03-01', '联合党支部'],
      ['台账 D3 contradiction'],
    ],
    [
      'register that also says 联合',
      ['律所名称', '党员总数', '组建形式', '党组织名称', '支部类型'],
      [NAME, 5, '联合', BRANCH, '联合党支部'],
      ['台账 D3 contradiction'],
    ],
  ])('makes no own branch of a joint one by its name, in a %s', async (_, headings, row, told) => {
    const { firm, notes } = await read(headings, row)
    expect(firm ?? {}).not.toHaveProperty('organization')
    expect(notes).toEqual(told)
  })

  test('counts before its name where both are in a register, and its name where there is no such column', async () => {
    const headings = ['律所名称', '党员总数', '单独', '党组织名称']
    const asNamed = await read(headings, [NAME, 5, '√', BRANCH])
    const asSaid = await read([...headings, '类别'], [NAME, 5, '√', BRANCH, '党总支'])
    expect([asNamed, asSaid].map(({ firm }) => firm?.['organization'])).toMatchObject([
      { kind: 'branch' },
      { kind: 'generalBranch' },
    ])
  })

  test('that is otherwise than its name, in a table of branches, leaves it open, and both are told', async () => {
    const headings = ['名称', '成立时间', '类别', '是否联合党支部']
    const { firm, notes } = await read(headings, [`${NAME}党总支`, '2015-03-01', '党支部', '否'])
    expect(firm?.['organization']).toEqual({ establishedOn: '2015-03-01' })
    expect(notes).toEqual(['台账 C3 contradiction'])
  })

  test('of a joint one, with its day, is told to be put into another table', async () => {
    const result = await importedGrid([
      ['名称', '成立时间', '类别', '是否联合党支部'],
      [BRANCH, '2015-03-01', '党支部', '是'],
    ])
    expect(result.notes.map(briefly)).toEqual(['台账 B2 not-about-row', '台账 C2 not-about-row'])
    expect(result.notes[0]!.text.zh).toMatch(/^联合党支部的成立时间和类别/)
  })
})
