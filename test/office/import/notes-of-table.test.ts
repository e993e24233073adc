import { expect, test } from 'vitest'
import { briefly, firmsIn, importedGrid } from './imported.ts'

const PINE = '江西赤松律师事务所'
const HEADINGS = ['县（市、区）', '律师事务所名称', '执业律师数', '党员总数', '是否建立党组织']
const ROW = ['章贡区', PINE, 5, 3, '否']

async function imported(above: string, below = '') {
  const result = await importedGrid([['律师行业党建工作台账'], [above], HEADINGS, ROW, [below]], { on: '2026-09-30' })
  return {
    firm: firmsIn(result).get(PINE),
    open: result.notes.filter(({ code }) => code === 'left-open').map(briefly),
  }
}

test.each([
  ['说明：本表党员总数含流动党员及组织关系未转入党员', ''],
  ['', '注：党员总数不含预备党员'],
])('a sentence that defines a number leaves it open, and is told once: %s%s', async (above, below) => {
  const { firm, open } = await imported(above, below)
  expect(firm).not.toHaveProperty('members')
  expect(firm).toMatchObject({ organization: null })
  expect(open).toEqual([above === '' ? '台账 A5 left-open' : '台账 A2 left-open'])
})

test('so does one that defines what yes and no mean', async () => {
  const { firm, open } = await imported('', '注：是否建立党组织仅指单独建立')
  expect(firm).toMatchObject({ members: { all: 3 } })
  expect(firm).not.toHaveProperty('organization')
  expect(open).toEqual(['台账 A5 left-open'])
})

test('a sentence that says what the fact is anyway leaves nothing open', async () => {
  for (const note of ['注：党员总数不含未转入党员', '注：党员总数含预备党员', '注：本表由各县区填报，含所有律所']) {
    const { firm, open } = await imported('', note)
    expect(firm).toMatchObject({ members: { all: 3 }, organization: null })
    expect(open).toEqual([])
  }
})
