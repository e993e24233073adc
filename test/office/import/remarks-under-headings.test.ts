import { describe, expect, test } from 'vitest'
import { briefly, firmsIn, importedGrid } from './imported.ts'

const NAME = '江西历市律师事务所'

async function read(result: string, delivered = '未述职') {
  const imported = await importedGrid([
    ['定南县律师行业党组织书记抓党建述职评议情况表（2025年度）'],
    ['填报日期：2026年2月10日'],
    ['序号', '党支部名称', '书记', '述职时间', '述职方式', '评议结果'],
    [1, `${NAME}党支部`, '谢芳', delivered, '', result],
  ])
  return { years: firmsIn(imported).get(NAME)?.['years'], notes: imported.notes.map(briefly) }
}

describe('under a heading that is known and not read', () => {
  test.each(['因病请假，拟2月底补述', '已于2月5日述职', '待补', '已补述'])(
    'what says that something was or is to be done leaves open that there is none: %s',
    async (text) => {
      const { years, notes } = await read(text)
      expect(years).toEqual({ 2025: {} })
      expect(notes).toEqual(['台账 F4 remark-not-understood'])
    },
  )

  test.each(['好', '较好', '优秀', '第3名', '95', '未评议', '—', ''])(
    'an answer leaves it as it is: %s',
    async (text) => {
      expect(await read(text)).toEqual({ years: { 2025: { debriefings: [] } }, notes: [] })
    },
  )

  test('nothing changes a day', async () => {
    const { years } = await read('已补述', '2026年2月5日')
    expect(years).toEqual({ 2025: { debriefings: [{ deliveredOn: '2026-02-05' }] } })
  })
})
