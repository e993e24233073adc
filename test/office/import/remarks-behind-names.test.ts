import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { briefly, city, firmsIn, importedGrid } from './imported.ts'

const PINE = '江西赤松律师事务所'
const HEADINGS = ['县（市、区）', '律所名称', '律所成立时间', '党员总数', '正式党员', '组建形式', '专门场所']
const DAY = '2019-09-30'

async function named(name: string) {
  const result = await importedGrid(
    [['律师行业党建工作台账'], HEADINGS, ['章贡区', name, '2009.3.5', 5, 5, '未建', '无']],
    { on: DAY },
  )
  const { findings } = city.evaluate(result.ledger, { asOf: DAY })
  return {
    firms: firmsIn(result),
    accused: findings.flatMap(({ status, requirement }) => (status === 'not_met' ? [requirement] : [])),
    notes: result.notes.map(briefly),
  }
}

describe('brackets behind the name of a firm that are no part of it', () => {
  test.each(['支部挂靠总所', '联合支部', '9月新批支部', '党员关系在社区', '分所，支部在总所', '待核实'])(
    'are a remark that accuses nobody: %s',
    async (said) => {
      const { firms, accused, notes } = await named(`${PINE}（${said}）`)
      expect([...firms.keys()]).toEqual([PINE])
      expect(accused).toEqual([])
      expect(firms.get(PINE)).not.toHaveProperty('organization')
      expect(notes).toContain('台账 B3 remark-not-understood')
    },
  )

  test('leave open whether the firm is still there, unless the mapping knows them', async () => {
    expect((await named(`${PINE}（已不在本市）`)).firms.get(PINE)).not.toHaveProperty('closedOn')
    expect((await named(`${PINE}（新设）`)).firms.get(PINE)).toHaveProperty('closedOn', null)
  })

  test.each(['赣州', '特殊普通合伙', '普通合伙', '南昌分所'])('but for %s', async (said) => {
    const { firms, accused } = await named(`${PINE}（${said}）`)
    expect([...firms.keys()]).toEqual([`${PINE}（${said}）`])
    expect(accused).toEqual(['own-organization', 'dedicated-venue'])
  })

  test('nor a place inside the name', async () => {
    expect([...(await named('北京赤松（赣州）律师事务所')).firms.keys()]).toEqual(['北京赤松（赣州）律师事务所'])
  })

  test.each(['', '（合伙所）', '（原江西青柏律师事务所）'])(
    'and for %j, which says nothing of the row',
    async (said) => {
      const { firms, accused } = await named(PINE + said)
      expect([...firms.keys()]).toEqual([PINE])
      expect(accused).toEqual(['own-organization', 'dedicated-venue'])
    },
  )

  test('whatever they say', async () => {
    const letters = Array.from(
      '支部党员已经在上月批复成立转走待核实所章程场地修订完成同意延期组建编入其他请示中挂靠联合总分',
    )
    const said = fc.array(fc.constantFrom(...letters), { minLength: 4, maxLength: 12 }).map((all) => all.join(''))
    await fc.assert(
      fc.asyncProperty(said, fc.constantFrom('（）', '()', '【】', '[]'), async (text, [open, close]) => {
        const { accused, firms } = await named(PINE + open! + text + close!)
        expect(accused).toEqual([])
        expect([...firms.keys()].every((name) => name === PINE)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})
