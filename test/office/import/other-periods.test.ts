import { describe, expect, test } from 'vitest'
import { briefly, city, firmsIn, importedGrid } from './imported.ts'

const NAME = '江西赤松律师事务所'
const HEADINGS = ['律师事务所名称', '成立时间', '执业律师数', '正式党员', '组建形式', '专门场所']

async function read(title: string, day: string, headings: readonly (readonly string[])[] = [HEADINGS]) {
  const result = await importedGrid([
    [title],
    [`填报日期：${day}`],
    ...headings,
    [NAME, '2009.3.5', 8, 4, '未建', '无'],
  ])
  const { findings } = city.evaluate(result.ledger, { asOf: day })
  return {
    firm: firmsIn(result).get(NAME)!,
    accused: findings.filter(({ status }) => status === 'not_met').length,
    notes: result.notes.map(briefly),
    texts: result.notes.map(({ text }) => text.zh).join('\n'),
  }
}

const TITLE = '于都县律师行业党建工作台账'

describe('a title of another quarter, half-year or month than the form', () => {
  test.each([
    ['2026年第二季度', '2026-09-30'],
    ['二季度', '2026-09-30'],
    ['第3季度', '2026-11-02'],
    ['2025年第四季度', '2026-02-01'],
    ['上半年', '2026-09-30'],
    ['2026年下半年', '2026-05-31'],
    ['四季度', '2026-09-30'],
    ['2026年6月', '2026-09-30'],
    ['十二月份', '2026-03-31'],
    ['2026年1—6月', '2026-09-30'],
  ])('accuses nobody, and is told: %s, %s', async (time, day) => {
    const { firm, accused, notes, texts } = await read(`${TITLE}（${time}）`, day)
    expect(firm).toMatchObject({ lawyers: 8, members: { full: 4 }, establishedOn: '2009-03-05' })
    expect(firm).not.toHaveProperty('organization')
    expect(accused).toBe(0)
    expect(notes).toContain('台账 A1 remark-not-understood')
    expect(texts).toContain('不是同一时期')
  })

  test.each([
    ['2026年第三季度', '2026-09-30'],
    ['三季度', '2026-10-31'],
    ['三季度', '2026-07-01'],
    ['第四季度', '2026-01-31'],
    ['2025年第四季度', '2026-01-10'],
    ['前三季度', '2026-10-12'],
    ['上半年', '2026-07-20'],
    ['下半年', '2026-08-20'],
    ['2026年9月', '2026-09-30'],
    ['8月', '2026-09-05'],
    ['12月', '2026-01-05'],
    ['1-9月', '2026-09-30'],
    ['2026年6月30日印发', '2026-09-30'],
    ['2026年6月以来', '2026-09-30'],
  ])('and one of the same does: %s, %s', async (time, day) => {
    const { firm, accused, notes } = await read(`${TITLE}（${time}）`, day)
    expect(firm).toMatchObject({ organization: null })
    expect(accused).toBeGreaterThan(0)
    expect(notes).not.toContain('台账 A1 remark-not-understood')
  })
})

describe('a heading of another month than the form', () => {
  const OTHERS = [
    '截至6月底',
    '2026年6月',
    '6月',
    '6月份',
    '截至2026年6月30日',
    '六月末',
    '二季度',
    '2026年二季度末',
    '上半年',
  ]

  test.each(OTHERS)('leaves open what is under it, which is told: %s', async (said) => {
    const { firm, notes } = await read(TITLE, '2026-09-30', [HEADINGS.with(3, `正式党员（${said}）`)])
    expect(firm).not.toHaveProperty('members')
    expect(notes).toContain('台账 D3 heading-of-others')
  })

  test.each(OTHERS)('and so does one above it: %s', async (said) => {
    const above = HEADINGS.map((_, i) => (i === 3 ? `${said}情况` : HEADINGS[i]!))
    const { firm, notes } = await read(TITLE, '2026-09-30', [above, HEADINGS])
    expect(firm).not.toHaveProperty('members')
    expect(firm).toMatchObject({ lawyers: 8 })
    expect(notes).toContain('台账 D4 heading-of-others')
  })

  test.each(['截至9月底', '2026年9月', '截至2026年9月30日', '截至8月底', '9月30日'])(
    'or says that it is of the day: %s',
    async (said) => {
      const { firm, notes } = await read(TITLE, '2026-09-30', [HEADINGS.with(3, `正式党员（${said}）`)])
      expect(firm).toMatchObject({ members: { full: 4 } })
      expect(notes).toEqual([])
    },
  )

  test('changes no day that is under it', async () => {
    const { firm } = await read(TITLE, '2026-09-30', [HEADINGS.with(1, '成立时间（截至6月底）')])
    expect(firm).toMatchObject({ establishedOn: '2009-03-05' })
  })
})
