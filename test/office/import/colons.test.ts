import { describe, expect, test } from 'vitest'
import { briefly, firmsIn, importedGrid } from './imported.ts'

const NAME = '江西甲律师事务所'

describe('a heading with a colon', () => {
  test.each(['其中：预备党员', '其中:预备党员', '其中： 预备党员', '（其中：预备党员）', '预备党员（单位：人）'])(
    'is one of headings in two rows: %s',
    async (heading) => {
      const result = await importedGrid([
        ['于都县律师行业党建工作台账'],
        ['填报单位：于都县司法局', '', '', '', '填报日期：2026年9月30日'],
        ['序号', '律师事务所名称', '党员总数', heading, '主任', ''],
        ['', '', '', '', '姓名', '政治面貌'],
        [1, NAME, 5, 1, '肖建平', '中共党员'],
      ])
      expect(result.notes.map(briefly)).toEqual([])
      const members = heading.startsWith('（') ? { all: 5 } : { all: 5, probationary: 1 }
      expect(firmsIn(result).get(NAME)).toMatchObject({ members, director: { partyStatus: 'full' } })
    },
  )
})

describe('a label in a title', () => {
  const forms = [
    (title: string) => title,
    (title: string) => `${title}（单位：元）`,
    (title: string) => `${title} (金额单位:元)`,
    (title: string) => `${title}【单位：元】`,
    (title: string) => `${title}（单位：元）（盖章：）`,
    (title: string) => `附件2：${title}（单位：元）`,
    (title: string) => `附表1-2：${title}`,
    (title: string) => `表三：${title}`,
    (title: string) => `${title}      单位：元`,
    (title: string) => `${title}    填报单位：  `,
  ]

  test.each(forms)('does not hide the year and the county that stand before it: %s', async (form) => {
    const result = await importedGrid([
      [form('于都县2025年律师行业党建工作台账')],
      ['填报日期：2026年1月5日'],
      ['序号', '律师事务所名称', '执业律师数', '本年度述职'],
      [1, NAME, 8, '未述职'],
    ])
    expect(firmsIn(result).get(NAME)).toMatchObject({ years: { 2025: { debriefings: [] } } })
    expect(result.ledger['counties']).toMatchObject([{ name: '于都县' }])
  })

  test('is no title by itself', async () => {
    const result = await importedGrid([
      ['单位：元'],
      ['（填报单位：于都县司法局）'],
      ['2018年以前律所数：3'],
      ['填报日期：2026年1月5日'],
      ['序号', '律师事务所名称', '本年度述职'],
      [1, NAME, '未述职'],
    ])
    expect(firmsIn(result).get(NAME)).toMatchObject({ years: { 2026: { debriefings: [] } } })
  })
})
