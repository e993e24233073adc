import { describe, expect, test } from 'vitest'
import { readWorkbook } from '@tiaoli/office'
import { importWorkbooks } from '@tiaoli/office/import'
import { bookOf, written } from '../workbook-file.ts'
import { briefly, firmsIn, importedGrids, plan, type Grid } from './imported.ts'

const NAME = '江西赤松律师事务所'
const REGISTER: Grid = [
  ['章贡区律师事务所党建工作台账'],
  ['填报日期：2025年5月31日'],
  ['律师事务所名称', '执业律师数', '组建形式'],
  [NAME, 8, '未建'],
]
const rosterUnder = (...above: readonly (readonly string[])[]): Grid => [
  ...above,
  ['姓名', '人员类别', '所在律所'],
  ['王建国', '正式党员', NAME],
  ['李明', '正式党员', NAME],
  ['赵云', '预备党员', NAME],
]

async function counted(...above: readonly (readonly string[])[]) {
  const result = await importedGrids([REGISTER, rosterUnder(...above)])
  return { members: firmsIn(result).get(NAME)?.['members'], notes: result.notes.map(briefly) }
}

describe('the members in a roster are counted', () => {
  test.each([
    [],
    ['党员花名册'],
    ['章贡区律师行业党员花名册'],
    ['赣州市章贡区律师事务所党员信息统计表（截至2025年5月31日）'],
    [`${NAME}党支部党员名册`],
    [`中共${NAME}支部委员会全体党员登记表`],
    ['附件2：2025年第一季度在册党员一览表'],
    ['附件2'],
  ])('under a title that is that of a whole one, or none: %s', async (...above) => {
    expect(await counted(...above.map((text) => [text]))).toEqual({
      members: { all: 3, full: 2, probationary: 1 },
      notes: [],
    })
  })

  test('whatever labels, signatures and instructions stand beside it', async () => {
    const { members } = await counted(['党员花名册'], ['填报单位', '章贡区司法局', '填报人：王芳'], ['请如实填写'])
    expect(members).toEqual({ all: 3, full: 2, probationary: 1 })
  })
})

describe('under any other title they are not, which is told once', () => {
  test.each([
    '流动党员花名册',
    '组织关系未转入本所的党员名册',
    '兼职律师党员花名册（组织关系在高校）',
    '2025年“七一”表彰优秀共产党员名单',
    '党务骨干培训班参训人员名册',
    '2025年预备党员花名册',
    `${NAME}党支部转出党员名册`,
    '退休党员名册',
    '党员花名册（女）',
    '新党员名册',
  ])('%s', async (title) => {
    expect(await counted([title])).toEqual({ members: undefined, notes: ['台账 A1 left-open'] })
  })

  test('nor where the name of the sheet says so', async () => {
    const imported = async (sheet: string) => {
      const book = bookOf(rosterUnder(['党员花名册']), sheet)
      return firmsIn(await importWorkbooks([await readWorkbook(written(book), { name: '表.xlsx' })], { plan }))
    }
    for (const sheet of ['Sheet1', '赤松所', '江西赤松', 'A-党员花名册-GBK', '2025年底'])
      expect((await imported(sheet)).get(NAME)?.['members']).toMatchObject({ all: 3 })
    for (const sheet of ['流动党员', '退休', '转出'])
      expect((await imported(sheet)).get(NAME)?.['members']).toBeUndefined()
  })
})

test.each([['党员花名册（2015年）'], ['党员花名册', '填报日期：2015年12月31日']])(
  'a roster of another year than the ledger counts nobody in it: %s %s',
  async (...above) => {
    const { members, notes } = await counted(...above.map((text) => [text]))
    expect(members).toBeUndefined()
    expect(notes.filter((note) => note.includes('left-open'))).toHaveLength(1)
  },
)
