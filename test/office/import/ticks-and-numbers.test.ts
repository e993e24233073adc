import { describe, expect, test } from 'vitest'
import { briefly, firmsIn, importedGrid } from './imported.ts'

const NAME = '江西青松律师事务所'
const ON = { on: '2026-09-30' }

async function read(heading: string, value: string | number, county = '章贡区') {
  const grid = [
    ['县（市、区）', '律师事务所名称', heading],
    [county, NAME, value],
  ]
  const result = await importedGrid(grid, ON)
  return { ...result, firm: firmsIn(result).get(NAME), told: result.notes.map(briefly) }
}

describe('a cell that is ticked', () => {
  test.each(['V', 'v', 'P', 'R'])('may have the letter %s, which a font of signs shows as a tick', async (tick) => {
    expect((await read('未建', tick)).firm).toMatchObject({ organization: null, jointBranch: null })
    expect((await read('有无专门场所', tick)).firm).toMatchObject({ venue: { value: true } })
  })

  test.each(['√', '✓', '✔', '✔️', '☑', '☑️', '✅'])('has any sign of a tick: %s', async (tick) => {
    expect((await read('未建', tick)).firm).toMatchObject({ organization: null, jointBranch: null })
    expect((await read('有无专门场所', tick)).firm).toMatchObject({ venue: { value: true } })
  })

  test.each(['×', '✗', '✘', '❌', '☒'])('or of a cross: %s', async (cross) => {
    expect((await read('有无专门场所', cross)).firm).toMatchObject({ venue: { value: false } })
  })

  test('says nothing by a ring, or by such a letter where a number is due', async () => {
    expect((await read('未建', '○')).told).toEqual(['台账 C2 not-understood'])
    expect((await read('执业律师数', 'V')).told).toEqual(['台账 C2 not-understood'])
  })

  test.each([
    ['□有☑无', false],
    ['☑ 有　□ 无', true],
    ['是□ 否☑', false],
    ['是☑、否□', true],
    ['■是 □否', true],
    ['（√）是（ ）否', true],
  ])('is one of several choices: %s', async (choices, value) => {
    expect((await read('有无专门场所', choices)).firm).toMatchObject({ venue: { value } })
  })

  test.each(['□有□无', '☑有☑无', '☒有□无', '□'])('says nothing where it is not one: %s', async (choices) => {
    const { firm, told } = await read('有无专门场所', choices)
    expect(firm).not.toHaveProperty('venue')
    expect(told).toEqual(['台账 C2 not-understood'])
  })
})

test.each(['普通合伙（分所）', '分所（个人）'])('a branch office may say how its firm is formed: %s', async (words) => {
  expect((await read('组织形式', words)).firm).toMatchObject({ isBranchOffice: true })
})

describe('the number of members', () => {
  test.each(['正式11，预备1', '正式党员11名、预备党员1名'])(
    'may be those of full and probationary ones: %s',
    async (text) => {
      expect((await read('党员人数', text)).firm).toMatchObject({ members: { full: 11, probationary: 1 } })
    },
  )

  test('may be all with these in brackets', async () => {
    const { firm } = await read('党员人数', '12（正式11，预备1）')
    expect(firm).toMatchObject({ members: { all: 12, full: 11, probationary: 1 } })
  })

  test.each(['11+1', '11（1）'])('is left open where no word says what is what: %s', async (text) => {
    const { firm, told } = await read('党员人数', text)
    expect(firm).not.toHaveProperty('members')
    expect(told[0]).toContain('台账 C2 not-understood')
  })
})

test.each([
  ['赣州市直', '市直', 'cityDirect'],
  ['市直所', '市直', 'cityDirect'],
  ['市本级', '市本级', 'cityDirect'],
  ['开发区', '赣州经济技术开发区', 'county'],
  ['经开区', '赣州经济技术开发区', 'county'],
])('%s is %s', async (word, name, level) => {
  const { ledger } = await read('执业律师数', 5, word)
  expect(ledger['counties']).toMatchObject([{ name, level }])
})
