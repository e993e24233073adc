import { expect, test } from 'vitest'
import type { ImportNote } from '@tiaoli/office/import'
import { briefly, city, firmsIn, importedGrid } from './imported.ts'

const NAME = '江西明远律师事务所'
const HEAD = ['律所名称', '执业律师数', '正式党员', '组建形式', '党组织名称', '党组织成立时间', '书记']

const imported = (branch: string) =>
  importedGrid([HEAD, [NAME, 8, 4, '联合', branch, '2015-07-01', '张三']], { on: '2026-09-30' })

test.each([
  `${NAME}党支部`,
  `${NAME}支部委员会`,
  `中共${NAME}党总支`,
  `${NAME}第一党支部`,
  '明远所党支部',
  '江西启明律师事务所党支部',
])('a branch that bears the name of one firm is no joint one, and both cells are told: %s', async (branch) => {
  const result = await imported(branch)
  expect(result.notes.map(briefly)).toEqual(['台账 E2 contradiction'])
  expect(result.notes[0]?.other?.cell).toBe('D2')
  expect(result.ledger).not.toHaveProperty('jointBranches')
  const firm = firmsIn(result).get(NAME)
  for (const fact of ['organization', 'jointBranch', 'secretary']) expect(firm).not.toHaveProperty(fact)
  const { findings } = city.evaluate(result.ledger, { asOf: '2026-09-30' })
  const own = findings.filter(({ requirement }) => requirement === 'own-organization')
  expect(own.map(({ status }) => status)).toEqual(['unknown'])
})

test('so it is by ticks', async () => {
  const result = await importedGrid([
    ['律所名称', '执业律师数', '单独', '联合', '党组织名称'],
    [NAME, 8, '', '√', `${NAME}党支部`],
  ])
  expect(result.notes.map(({ code }) => code)).toEqual(['contradiction'])
  const [{ place, other }] = result.notes as [ImportNote]
  expect(new Set([place.cell, other?.cell])).toEqual(new Set(['D2', 'E2']))
  expect(firmsIn(result).get(NAME)).toEqual({ id: 'firm-1', name: NAME, closedOn: null, lawyers: 8 })
})

test.each([
  `${NAME}联合党支部`,
  '江西明远、江西启明律师事务所党支部',
  '江西明远律师事务所、江西启明律师事务所联合党支部',
  '市直律师第二党支部',
  '信丰县律师事务所党支部',
])('a branch that bears the names of several, of a place, or says that it is joint is one: %s', async (branch) => {
  const result = await imported(branch)
  expect(result.notes).toEqual([])
  expect(result.ledger['jointBranches']).toMatchObject([{ name: branch, establishedOn: '2015-07-01' }])
})

test.each(['与江西乙衡律师事务所联合', '同甲衡所联合支部', '待定', '与乙衡所合建党支部'])(
  'a text that is no name of a branch names none, which is told: %s',
  async (text) => {
    const result = await importedGrid([
      ['律师事务所名称', '执业律师数', '组建形式', '党组织名称'],
      ['江西甲衡律师事务所', 5, '联合', text],
      ['江西丙衡律师事务所', 5, '联合', '章贡区第一联合党支部'],
    ])
    expect(result.ledger['jointBranches']).toMatchObject([{ name: '章贡区第一联合党支部' }])
    expect(firmsIn(result).get('江西甲衡律师事务所')).not.toHaveProperty('jointBranch')
    expect(result.notes.map(({ code, place }) => [code, place.cell])).toEqual([['not-a-name', 'D2']])
  },
)

test.each(['联合党支部', '中共联合支部', '第一联合党支部', '律师行业联合党支部', '联合党支部委员会'])(
  'a name that any joint branch may have makes none of two firms: %s',
  async (branch) => {
    const { ledger, notes } = await importedGrid([
      ['县区', '律所名称', '组建形式', '党组织名称', '执业律师数'],
      ['章贡区', '江西甲律师事务所', '联合', branch, 8],
      ['南康区', '江西乙律师事务所', '联合', branch, 8],
    ])
    expect(ledger['jointBranches']).toBeUndefined()
    expect(notes.map(briefly)).toEqual(['台账 D2 not-a-name', '台账 D3 not-a-name'])
  },
)

test.each(['江西联合律师事务所', '江西联合信义律师事务所', '联合（赣州）律师事务所'])(
  'a firm whose name says 联合 has a branch of its own: %s',
  async (name) => {
    const result = await importedGrid([
      ['律所名称', '组建形式', '党组织名称', '执业律师数'],
      [name, '单独', `${name}党支部`, 8],
      ['江西甲律师事务所', '单独', '江西甲律师事务所联合党支部', 8],
    ])
    expect(firmsIn(result).get(name)).toMatchObject({ jointBranch: null, organization: { id: 'organization-1' } })
    expect(result.notes.map(briefly)).toEqual(['台账 C3 contradiction'])
  },
)
