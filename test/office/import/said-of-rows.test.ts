import { describe, expect, test } from 'vitest'
import type { Value } from '../workbook-file.ts'
import { firmsIn, importedGrid } from './imported.ts'

const FIRST = '江西涌金门律师事务所'
const SECOND = '江西建春门律师事务所'

const rowsOf = (...rows: Value[][]): (readonly [Value[]])[] => rows.map((row) => [row])

/** A register of two firms without a room of their own, with rows below it. */
async function register(...below: Value[][]) {
  const result = await importedGrid([
    ['章贡区律师事务所党建台账'],
    ['填报日期：2025年5月31日'],
    ['律师事务所名称', '成立时间', '有无专门场所', '执业律师数'],
    [FIRST, '2012年6月', '无', 3],
    [SECOND, '2012年6月', '无', 6],
    ...below,
  ])
  const firms = firmsIn(result)
  const of = (name: string) => {
    const { venue, closedOn } = firms.get(name) ?? {}
    return { hasVenue: (venue as { value?: boolean } | undefined)?.value, closedOn }
  }
  return { first: of(FIRST), second: of(SECOND), notes: result.notes }
}

const AS_WRITTEN = { hasVenue: false, closedOn: null }

describe('a sentence below a table says something of its rows', () => {
  test.each(
    rowsOf(
      ['注：以上两所已于2025年5月20日注销。'],
      ['以上两所已于2025年5月20日注销。'],
      ['联系电话：12345　以上两所目前停业'],
    ),
  )('%j: whether they are there is open, and what they lack', async (row) => {
    const { first, second, notes } = await register(row)
    for (const firm of [first, second]) expect(firm).toEqual({})
    expect(notes.filter(({ place }) => place.cell === 'A6').map(({ code }) => code)).toEqual([
      'row-skipped',
      'left-open',
      'remark-not-understood',
    ])
  })

  test.each(
    rowsOf(
      ['上述两所已整改到位。'],
      ['备注：', '以上两所场所问题已整改到位'],
      ['填报人：张三  审核人：李四  （以上两所5月均已整改）'],
      ['合计', '2家', '均已整改到位', 9],
    ),
  )('%j: what they lack is open', async (row) => {
    const { first, second } = await register(row)
    for (const firm of [first, second]) expect(firm).toEqual({ closedOn: null })
  })

  test('of those that it names, and of no others', async () => {
    const { first, second } = await register([`*${FIRST}已于2025年5月20日注销`])
    expect([first, second]).toEqual([{}, AS_WRITTEN])
  })

  test.each(
    rowsOf(
      ['填表说明：已建党支部的填写支部名称。'],
      ['注：场所以实际使用为准。'],
      ['填报人：张三', '审核人：李四'],
      ['联系电话：12345'],
      ['合计', '2家', '', 9],
    ),
  )('but not %j', async (row) => {
    const { first, second } = await register(row)
    expect([first, second]).toEqual([AS_WRITTEN, AS_WRITTEN])
  })
})

describe('a title between the rows of a roster', () => {
  const roster = async (title: string) => {
    const result = await importedGrid([
      ['党员花名册'],
      ['姓名', '人员类别', '所在律所'],
      ['一、在册党员'],
      ['李明达', '正式党员', FIRST],
      ['刘云霞', '预备党员', FIRST],
      [title],
      ['谭明志', '正式党员', FIRST],
      ['章鹏', '正式党员', SECOND],
    ])
    const left = result.notes.filter(({ code }) => code === 'left-open').map(({ place }) => place.cell)
    return { first: firmsIn(result).get(FIRST)?.['members'], second: firmsIn(result).get(SECOND)?.['members'], left }
  }

  test.each(['二、已转出党员', '流动党员：', '二、调离人员', '（二）组织关系未转入的'])(
    '%s leaves open whether those below it count',
    async (title) => {
      const { first, second, left } = await roster(title)
      expect(first).toEqual({ probationary: 1 })
      expect(second).toEqual({ probationary: 0 })
      expect(left).toEqual(['A6'])
    },
  )

  test.each(['二、律师党员', '（二）第二党小组'])('%s does not', async (title) => {
    const { first, second, left } = await roster(title)
    expect(first).toEqual({ all: 3, full: 2, probationary: 1 })
    expect(second).toEqual({ all: 1, full: 1, probationary: 0 })
    expect(left).toEqual([])
  })

  test('ends at the next one', async () => {
    const result = await importedGrid([
      ['党员花名册'],
      ['姓名', '人员类别', '所在律所'],
      ['一、转出党员'],
      ['谭明志', '正式党员', FIRST],
      ['二、在册党员'],
      ['章鹏', '正式党员', SECOND],
    ])
    expect(firmsIn(result).get(SECOND)?.['members']).toEqual({ all: 1, full: 1, probationary: 0 })
  })
})

test.each(['以上党员已于2025年4月全部转出。', '注：名册中人员均已离所'])(
  'a sentence below a roster leaves open whether any of it counts: %s',
  async (sentence) => {
    const result = await importedGrid([
      ['党员花名册'],
      ['姓名', '人员类别', '所在律所'],
      ['李明达', '正式党员', FIRST],
      [sentence],
    ])
    expect(firmsIn(result).get(FIRST)?.['members']).toEqual({ probationary: 0 })
  },
)

test('where somebody went leaves open whether they count', async () => {
  const result = await importedGrid([
    ['党员花名册'],
    ['姓名', '人员类别', '所在律所', '去向'],
    ['李明达', '正式党员', FIRST, ''],
    ['谭明志', '正式党员', FIRST, '2024年考入法院'],
  ])
  expect(firmsIn(result).get(FIRST)?.['members']).toEqual({ probationary: 0 })
})

describe('a title between the rows of a register', () => {
  const appraised = async (...titles: string[]) => {
    const result = await importedGrid([
      ['2024年度民主评议党员情况统计表'],
      ['支部名称', '评议时间', '备注'],
      [titles[0] ?? ''],
      [`${FIRST}党支部`, '2025.1.20', ''],
      [titles[1] ?? ''],
      [`${SECOND}党支部`, '2025.1.21', ''],
      ['填报人：张慧', '审核人：廖勇'],
    ])
    return [FIRST, SECOND].map((name) => (firmsIn(result).get(name)!['years'] as Record<string, unknown>)['2024'])
  }
  const BOTH = [{ democraticAppraisalOn: '2025-01-20' }, { democraticAppraisalOn: '2025-01-21' }]

  test('that names a column changes nothing, and neither do signatures below', async () => {
    expect(await appraised('一、现场民主评议', '二、书面民主评议')).toEqual(BOTH)
  })

  test('keeps the county that the title of the sheet names', async () => {
    const { ledger } = await importedGrid([
      ['章贡区律师事务所党建台账'],
      ['律师事务所名称', '执业律师数'],
      ['一、合伙所'],
      [FIRST, 3],
      ['二、其他所'],
      [SECOND, 6],
    ])
    const counties = ledger['counties'] as { name?: string; firms: unknown[] }[]
    expect(counties.map(({ name, firms }) => [name, firms.length])).toEqual([['章贡区', 2]])
  })
})
