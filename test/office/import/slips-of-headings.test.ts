import { expect, test } from 'vitest'
import { importedGrid } from './imported.ts'

const NAME = '江西赤松律师事务所'

async function asked(heading: string): Promise<string> {
  const grid = [
    ['2025年律师行业党建工作台账'],
    ['填报日期：2025年5月31日'],
    ['律师事务所名称', '执业律师数', heading],
    [NAME, 8, '甲'],
  ]
  return (await importedGrid(grid)).columns.at(-1)?.why?.zh ?? ''
}

test.each([
  ['执业律师术', '执业律师数'],
  ['党组织名秤', '党组织名称'],
])('a heading with a wrong letter is asked about: %s', async (heading, meant) => {
  expect(await asked(heading)).toContain(`是否应为“${meant}”`)
})

test.each(['全年支出', '写入时间', '原名称', '今年工作经费支出', '转出时间'])(
  'and not one of another year, or that is another word: %s',
  async (heading) => {
    expect(await asked(heading)).not.toContain('是否应为')
  },
)
