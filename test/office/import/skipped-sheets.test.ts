import { utils } from '@e965/xlsx'
import { readWorkbook } from '@tiaoli/office'
import { importWorkbooks } from '@tiaoli/office/import'
import { expect, test } from 'vitest'
import { bookOf, written, type Value } from '../workbook-file.ts'
import { firmsIn, plan } from './imported.ts'

const [NOW, OTHER] = ['江西夏华律师事务所', '江西东华律师事务所']

function gridOf(name: string, title = '于都县律师行业党建工作台账'): Value[][] {
  const head = ['序号', '律师事务所名称', '成立时间', '执业律师数', '正式党员', '党组织名称']
  return [[title], ['填报日期：2026年9月30日'], head, [1, name, '2010.5.1', 9, 4, '无']]
}

async function imported(...sheets: readonly (readonly [name: string, grid: Value[][]])[]) {
  const [[first, grid], ...others] = sheets as [(typeof sheets)[number], ...typeof sheets]
  const book = bookOf(grid, first)
  for (const [name, rows] of others) utils.book_append_sheet(book, utils.aoa_to_sheet(rows), name)
  const { notes, ...result } = await importWorkbooks([await readWorkbook(written(book), { name: '表.xlsx' })], { plan })
  const told = notes.filter(({ code }) => code === 'sheet-skipped')
  return {
    firms: [...firmsIn({ notes, ...result }).keys()],
    told: told.map(({ place, severity }) => [place.sheet, severity]),
  }
}

const SKIPPED =
  '填表样例、填报样例、样例2、填写说明及示例、示例（勿填）、填写范例、模板、台账模板、三季度（模板）、备份、备份1、三季度备份、三季度（备份）、旧、旧表、旧版、二季度（旧）、二季度旧、台账-旧、底稿、工作底稿、历史、历史数据、历史版本、去年、去年台账、改前、台账（改前）、修改前、更正前、测试、测试表、测试2、test、作废'.split(
    '、',
  )

test.each(SKIPPED)('a sheet that by its name is no form of now is not read, and told: %s', async (name) => {
  const { firms, told } = await imported(['三季度台账', gridOf(NOW)], [name, gridOf(OTHER)])
  expect(firms).toEqual([NOW])
  expect(told).toEqual([[name, 'info']])
})

test.each(['旧', '历史', '模板', '去年', '测试', '底稿', '改前', '备份'])(
  'so is one of which brackets in its title say so: %s',
  async (said) => {
    const { firms, told } = await imported(
      ['甲', gridOf(NOW)],
      ['乙', gridOf(OTHER, `律师行业党建工作台账（${said}）`)],
    )
    expect(firms).toEqual([NOW])
    expect(told).toEqual([['乙', 'info']])
  },
)

const READ =
  '江西历史律师事务所、历史文化街区、江西旧城律师事务所、旧城、个旧、测绘、模范律所、江西备案律师事务所、例会、律所范本、上年度、去伪、三季度台账 (2)、改革前沿、整改前、历市镇、新旧动能所'.split(
    '、',
  )

test.each(READ)('names that only hold such words, or say no such thing, are read: %s', async (name) => {
  const { firms, told } = await imported([name, gridOf(OTHER)])
  expect(firms).toEqual([OTHER])
  expect(told).toEqual([])
})

test.each(['模板', '历史', '作废'])('the only table of a file is to be looked at: %s', async (name) => {
  const { firms, told } = await imported(['封面', [['于都县司法局']]], [name, gridOf(OTHER)])
  expect(firms).toEqual([])
  expect(told).toEqual([[name, 'warning']])
})
