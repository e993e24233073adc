import { describe, expect, test } from 'vitest'
import { briefly, firmsIn, importedGrid } from './imported.ts'

const NAME = '江西甲律师事务所'

async function read(title: string, headings: readonly (readonly string[])[], day = '2026年10月10日') {
  const rows = headings.map((one) => ['序号', '律师事务所名称', ...one])
  const values = headings[0]!.map(() => 5000)
  const { columns, notes, ...result } = await importedGrid([
    [title],
    [`填报日期：${day}`, '', '单位：元'],
    ...rows,
    [1, NAME, ...values],
  ])
  const unread = columns.filter(({ use }) => use === 'not-usable').map(({ why }) => why?.zh)
  return { years: firmsIn({ columns, notes, ...result }).get(NAME)?.['years'], unread, notes: notes.map(briefly) }
}

const PARTS = [
  ...'1-6月、1—9月、1月至6月、1～6月、一至六月、1月-11月、7-12月、6月、截至6月、截至6月底、截止9月30日'.split('、'),
  ...'截至2026年6月、上半年、下半年、第二季度、前三季度、1至3季度'.split('、'),
]

describe('an amount of a part of a year is none of the year, which is told', () => {
  test.each(PARTS)('in brackets of a heading: %s', async (part) => {
    const { years, unread, notes } = await read('2026年度律所党建经费台账', [
      ['党建经费预算', `党建经费支出（${part}）`],
    ])
    expect(years).toEqual({ 2026: { budget: 500_000 } })
    expect(unread).toContainEqual(expect.stringContaining('不是或不只是这一项所指的'))
    expect(notes).toContain('台账 D3 heading-of-others')
  })

  test.each(PARTS)('in a heading above: %s', async (part) => {
    const { years, unread } = await read('律所党建经费台账', [[`2026年${part}`], ['党建经费支出']])
    expect(years).toBeUndefined()
    expect(unread).toContainEqual(expect.stringMatching(/不是或不只是这一项所指的|哪一年全年的/))
  })

  test.each(PARTS.map((part) => part.replace('2026年', '')))('in a title: %s', async (part) => {
    for (const title of [`律所党建经费使用情况表（2026年${part}）`, `2026年律所党建经费使用情况表（${part}）`])
      for (const heading of ['党建经费支出', '本年度党建经费支出']) {
        const { years, unread } = await read(title, [[heading, '上年度党建经费支出']])
        expect(years).toEqual({ 2025: { spend: 500_000 } })
        expect(unread).toContainEqual(expect.stringMatching(/半年、季度|一部分/))
      }
  })
})

describe('and one of the whole year is of it', () => {
  const WHOLE = '1-12月、1月至12月、截至12月31日、截至12月底、截止12月、全年'.split('、')

  test.each(WHOLE)('%s', async (whole) => {
    const headed = await read('律所党建经费台账（2025年）', [[`党建经费支出（${whole}）`]])
    const titled = await read(`2025年律所党建经费台账（${whole}）`, [['党建经费支出']])
    for (const { years } of [...(whole === '全年' ? [] : [headed]), titled])
      expect(years).toEqual({ 2025: { spend: 500_000 } })
  })

  test.each(['（2025年12月）', '（2026年1月）', '（2026年1月5日）', ''])('whenever it is told: %s', async (told) => {
    const { years } = await read(`2025年度律所党建经费台账${told}`, [['党建经费支出']], '2026年1月5日')
    expect(years).toEqual({ 2025: { spend: 500_000 } })
  })
})
