import { describe, expect, test } from 'vitest'
import { briefly, importedGrid } from './imported.ts'

const HEAD = ['县（市、区）', '律师事务所名称', '执业律师数']

async function countiesOf(...names: readonly string[]) {
  const rows = names.map((name, i) => [name, `${'甲乙丙丁戊'[i]!}律师事务所`, 5])
  const { ledger, notes } = await importedGrid([HEAD, ...rows])
  const counties = ledger['counties'] as { name: string; level?: string; firms: { name: string }[] }[]
  return { counties: counties.map(({ name, level, firms }) => [name, level, firms.length]), notes: notes.map(briefly) }
}

describe('the name of a county', () => {
  test.each([
    [['章贡区', '章贡', '赣州市章贡区', '章贡区司法局']],
    [['章贡', '章贡区司法局', '赣州市章贡区', '章贡区']],
    [['江西省赣州市章贡区', '章贡区', '章贡', '章贡区司法局']],
  ])('is read without its level, and with the city and the bureau: %j', async (names) => {
    expect(await countiesOf(...names)).toEqual({ counties: [['章贡区', 'county', 4]], notes: [] })
  })

  test('of another level is another county', async () => {
    const { counties } = await countiesOf('吉安县', '吉安市', '赣县区', '南康区')
    expect(counties.map(([name]) => name)).toEqual(['吉安县', '吉安市', '赣县区', '南康区'])
  })

  test('that may be two is none of them: the row is not read, which is told', async () => {
    const result = await countiesOf('吉安县', '吉安市', '吉安')
    expect(result.counties).toEqual([
      ['吉安县', 'county', 1],
      ['吉安市', 'county', 1],
    ])
    expect(result.notes).toEqual(['台账 A4 row-of-unknown'])
  })

  test('that is like another and no form of it leaves the row out, which is told with each row', async () => {
    const { notes } = await countiesOf('章贡区', '章区', '章贡高新区')
    expect(notes).toEqual(['台账 A3 row-of-unknown 章贡区', '台账 A4 row-of-unknown 章贡区'])
  })
})

test.each(['信丰', '信丰县', '宁都', '瑞金', '兴国县司法局'])(
  'a county has its level however it is written: %s',
  async (county) => {
    const { ledger } = await importedGrid([
      ['县区', '律所名称', '执业律师数'],
      [county, '甲律师事务所', 5],
    ])
    expect(ledger['counties']).toMatchObject([{ level: 'county' }])
  },
)
