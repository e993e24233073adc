import { expect, test } from 'vitest'
import { briefly, firmsIn, importedGrid } from './imported.ts'

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
