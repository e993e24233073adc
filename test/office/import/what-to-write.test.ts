import { expect, test } from 'vitest'
import { importedGrid } from './imported.ts'

const NAME = '江西甲衡律师事务所'
const DAY = ['填报日期：2026年9月30日']

test('where it is only said that a director is a member, what may be written is told', async () => {
  const headings = ['律师事务所名称', '执业律师数', '主任', '主任是否党员']
  const { ledger, notes } = await importedGrid([DAY, headings, [NAME, 5, '王建国', '是']])
  expect(JSON.stringify(ledger)).not.toContain('partyStatus')
  expect(notes[0]!.text.zh).toContain('这一项可写：正式党员、预备党员、非中共党员。')
})

test('a column that is read with another is not called a remark where that one is not there', async () => {
  const { columns } = await importedGrid([DAY, ['律所', '书记', '是否一肩挑', '备注'], [NAME, '王建国', '是', '新所']])
  const whyOf = (name: string) => columns.find(({ heading }) => heading === name)?.why?.zh
  expect(whyOf('是否一肩挑')).toContain('“党组织名称”')
})

test('of a heading that is misspelt it is told which is meant, and nothing is read', async () => {
  const known = ['律师事务所名称', '执业律师数', '党员总数', '预备党员', '党建是否写入章程', '党支部名称']
  const one = (name: string) => (name === known[0] ? '律师事务所名秤' : name.replace(/.$/u, '书'))
  for (const name of known.slice(1)) {
    const headings = known.map((other) => (other === name ? one(name) : other))
    const { columns } = await importedGrid([DAY, headings, [NAME, 5, 3, 1, '是', `${NAME}党支部`]])
    const misspelt = columns.find(({ heading }) => heading === one(name))
    expect(misspelt).toMatchObject({ use: 'not-usable', gives: [] })
    expect(misspelt?.why?.zh).toContain(`“${name}”`)
  }
  const { ledger, notes } = await importedGrid([DAY, [one(known[0]!), '执业律师数', '党员总数'], [NAME, 5, 3]])
  expect(JSON.stringify(ledger)).not.toContain(NAME)
  expect(notes.find(({ code }) => code === 'sheet-not-known')?.text.zh).toContain(
    '“律师事务所名秤”是否应为“律师事务所名称”',
  )
})

test.each([
  ['书记是否为律所主任', '是', { secretary: { isPrincipalManager: true } }],
  ['主任是否为党员', '预备', { director: { partyStatus: 'probationary' } }],
  ['主任是否党员', '是（预备党员）', { director: { partyStatus: 'probationary' } }],
  ['是否配备党建指导员', '是', {}],
])('near forms of a heading are read: %s', async (heading, cell, firm) => {
  const { ledger, columns } = await importedGrid([
    DAY,
    ['律师事务所名称', '执业律师数', '党组织名称', heading],
    [NAME, 5, `${NAME}党支部`, cell],
  ])
  expect(JSON.stringify(ledger)).toContain(JSON.stringify(firm).slice(1, -1))
  expect(columns.at(-1)?.why?.zh ?? '').not.toContain('没有这样表头')
})

test('a joint branch is read where a column of its own names it', async () => {
  const { ledger } = await importedGrid([
    DAY,
    ['律师事务所名称', '执业律师数', '组建形式', '所在联合党支部名称'],
    [NAME, 5, '联合', '章贡区第一联合党支部'],
  ])
  expect(ledger['jointBranches']).toMatchObject([{ name: '章贡区第一联合党支部' }])
})

test('of an amount without a unit it is told where to write it, and of what is no amount that it is not understood', async () => {
  const { ledger, notes } = await importedGrid([
    DAY,
    ['律师事务所名称', '2025年预算', '2025年支出'],
    [NAME, 3000, '若干'],
  ])
  expect(JSON.stringify(ledger)).not.toMatch(/budget|spend/)
  expect(notes.map(({ place, code }) => [place.cell, code])).toEqual([
    ['B3', 'not-understood'],
    ['C3', 'not-understood'],
  ])
  expect(notes[0]!.text.zh).toMatch(/单位.*“（元）”或“（万元）”/)
  expect(notes[1]!.text.zh).not.toContain('单位')
})

test('a column without a heading is listed where something stands in it beside records, and only there', async () => {
  const { columns } = await importedGrid([
    DAY,
    ['律师事务所名称', '执业律师数', '', '备注'],
    [NAME, 5, '', ''],
    ['江西乙衡律师事务所', 4, '已报', ''],
    ['合计', 9, '', '', '12'],
    ['填表人：', '', '', '', '', '王建国'],
  ])
  const listed = columns
    .filter(({ use }) => use === 'not-usable')
    .map(({ place, heading, why }) => [place.cell, heading, why?.zh])
  expect(listed).toContainEqual(['C2', '', expect.stringContaining('没有表头')])
  expect(columns.map(({ place }) => place.cell)).toEqual(['A2', 'B2', 'D2', 'C2'])
})
