import { expect, test } from 'vitest'
import { readWorkbook } from '@tiaoli/office'
import { importWorkbooks } from '@tiaoli/office/import'
import { bookOf, sheetOf, written } from '../workbook-file.ts'
import { briefly, city, plan } from './imported.ts'

const PINE = '江西赤松律师事务所'
const HEADINGS = ['序号', '县（市、区）', '律所名称', '律所成立时间', '党员总数', '正式党员', '组建形式', '专门场所']
const ACCUSED = ['own-organization', 'dedicated-venue']
const DAY = '2019-09-30'

interface Written {
  readonly title?: string
  readonly headings?: readonly string[]
  readonly serial?: string
  readonly below?: string
  readonly comment?: string
}

async function imported({ title = '台账', headings = HEADINGS, serial = '1', below = '', comment }: Written) {
  const row = [serial, '章贡区', PINE, '2009.3.5', 5, 5, '未建', '无']
  const book = bookOf([[title], [...headings], row, [below]])
  if (comment !== undefined) Object.assign(sheetOf(book)['G2'] as object, { c: [{ a: '', t: comment }] })
  const workbook = await readWorkbook(written(book), { name: '表.xlsx' })
  const result = await importWorkbooks([workbook], { plan, on: DAY })
  const { findings } = city.evaluate(result.ledger, { asOf: DAY })
  return {
    accused: findings.flatMap(({ status, requirement }) => (status === 'not_met' ? [requirement] : [])),
    notes: result.notes.map(briefly),
  }
}

test('without doubt a firm is accused', async () => {
  expect(await imported({})).toMatchObject({ accused: ACCUSED })
})

test.each(['律师行业党建工作台账（初稿，数据待核实）', '台账（征求意见稿）', '台账（未核实）'])(
  'a title that says that nothing is sure accuses nobody, and is told once: %s',
  async (title) => {
    const { accused, notes } = await imported({ title })
    expect(accused).toEqual([])
    expect(notes.filter((note) => note.includes('remark-not-understood'))).toEqual(['台账 A1 remark-not-understood'])
  },
)

test('so does a sentence below', async () => {
  const { accused, notes } = await imported({ below: '说明：以上数据系6月底统计，变动情况未更新。' })
  expect(accused).toEqual([])
  expect(notes).toContain('台账 A4 remark-not-understood')
})

test('a heading that says so leaves its column open', async () => {
  const headings = HEADINGS.with(6, '组建形式（2018年底）')
  expect((await imported({ headings })).accused).toEqual(['dedicated-venue'])
  expect((await imported({ headings: HEADINGS.with(7, '专门场所（未核实）') })).accused).toEqual(['own-organization'])
})

test('and a comment on it, unless it is known to be harmless', async () => {
  const { accused, notes } = await imported({ comment: '其中部分律所9月已批复成立' })
  expect(accused).toEqual(['dedicated-venue'])
  expect(notes).toContain('台账 G2 remark-not-understood')
  expect((await imported({ comment: '请如实填写' })).accused).toEqual(ACCUSED)
})

test('a void sheet, and a row that is struck off by a word, are not read and told', async () => {
  expect(await imported({ title: '台账（作废）' })).toEqual({ accused: [], notes: ['台账 sheet-skipped'] })
  const { accused, notes } = await imported({ serial: '删' })
  expect(accused).toEqual([])
  expect(notes).toContain('台账 A3 row-skipped')
})
