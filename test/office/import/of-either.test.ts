import { expect, test } from 'vitest'
import { DraftRecord } from '../../../packages/office/src/import/record/draft-record.ts'
import { briefly, firmsIn, importedGrid, importedGrids, plan } from './imported.ts'

const NAME = '江西甲衡律师事务所'

test('what is said of the secretaries of two branches of one firm is put together of neither', async () => {
  const result = await importedGrid([
    ['填报日期：2026年9月30日'],
    ['律师事务所名称', '执业律师数', '党组织组建形式', '党组织名称', '书记', '书记职务'],
    [NAME, 5, '单独', `${NAME}第一党支部`, '王建国', '主任'],
    [NAME, 5, '单独', `${NAME}第二党支部`, '陈二', '合伙人'],
  ])
  expect(firmsIn(result).get(NAME)).not.toHaveProperty('secretary')
  expect(result.notes.map(briefly).filter((note) => note.includes('of-either'))).toEqual([
    '台账 F3 of-either',
    '台账 F4 of-either',
  ])
})

test('what may be of either secretary stays out, whatever another table would say of “the secretary” later', () => {
  const record = new DraftRecord(plan.scopes.get('firm')!)
  const at = (cell: string) => ({ file: '表.xlsx', sheet: '台账', cell })
  record.set(['secretary', 'id'], 'person-1', at('E3'))
  record.set(['secretary', 'isPartner'], true, at('F3'))
  record.set(['secretary', 'id'], 'person-2', at('E4'))
  record.withoutMixedGroups(() => {})
  expect(record.has(['secretary', 'isPartner'])).toBe(true)
  record.set(['secretary', 'isPartner'], false, at('G5'))
  expect(record.toJson([], () => true)).toEqual({})
})

const FORMED = ['单独', `${NAME}党支部`, '党支部', '2018.12']
const NOT_FORMED = ['未建', '', '', '']

test.each([[[FORMED, NOT_FORMED]], [[NOT_FORMED, FORMED]]])(
  'of a firm that has a branch by one file and none by another, neither is in the ledger: %j',
  async (rows) => {
    const heads = ['律师事务所名称', '执业律师数', '党组织组建形式', '党组织名称', '支部类型', '党组织成立时间']
    const files = rows.map((row) => [['填报日期：2026年9月30日'], heads, [NAME, 5, ...row]])
    const result = await importedGrids(files)
    expect(firmsIn(result).get(NAME)).not.toHaveProperty('organization')
    expect(result.notes.map(({ code }) => code)).toContain('contradiction')
    expect(result.provenance.filter(({ pointer }) => pointer.includes('organization'))).toEqual([])
  },
)
