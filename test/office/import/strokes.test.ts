import { describe, expect, test } from 'vitest'
import { briefly, firmsIn, importedGrid } from './imported.ts'

const ON = { on: '2026-09-30' }
const PINE = '江西赤松律师事务所'

async function registered(headings: readonly string[], ...cells: readonly string[]) {
  const result = await importedGrid(
    [
      ['县（市、区）', '律师事务所名称', '执业律师数', ...headings],
      ['章贡区', PINE, '5', ...cells],
    ],
    ON,
  )
  return { firm: firmsIn(result).get(PINE), ledger: result.ledger, notes: result.notes.map(briefly) }
}

describe.each(['/', '／'])('a stroke (%s) says nothing', (stroke) => {
  test.each([
    ['the day of an own branch', ['组建形式', '党组织成立时间'], ['单独', stroke]],
    ['the day of a branch with a name', ['党组织名称', '党组织成立时间'], [`${PINE}党支部`, stroke]],
    ['the day of a joint branch', ['党组织名称', '党组织成立时间'], ['章贡区第一联合党支部', stroke]],
    ['a meeting of the year', ['2025年民主评议党员'], [stroke]],
    ['a debriefing', ['2025年述职时间'], [stroke]],
    ['the party of the director', ['主任政治面貌'], [stroke]],
  ])('of %s, as a dash does', async (_, headings, cells) => {
    const { firm, ledger, notes } = await registered(headings, ...cells)
    const dash = await registered(headings, ...cells.map((cell) => (cell === stroke ? '—' : cell)))
    expect([ledger, notes]).toEqual([dash.ledger, dash.notes])
    expect(JSON.stringify([firm, ledger['jointBranches']])).not.toMatch(
      /"(?:establishedOn|democraticAppraisalOn|deliveredOn|partyStatus)"/,
    )
  })
})

test('无 for the day of an organization that the row has is told, and gives none', async () => {
  const form = await registered(['组建形式', '党组织成立时间'], '单独', '无')
  expect(JSON.stringify(form.firm)).not.toContain('establishedOn')
  expect(form.notes).toContain('台账 E2 none-not-possible')
  const name = await registered(['党组织名称', '党组织成立时间'], `${PINE}党支部`, '无')
  expect(JSON.stringify(name.firm)).not.toContain('establishedOn')
  expect(name.notes).toContain('台账 E2 none-not-possible')
  const joint = await registered(['党组织名称', '党组织成立时间'], '章贡区第一联合党支部', '无')
  expect(JSON.stringify(joint.ledger)).not.toContain('establishedOn')
})

test('无 for what is done in a year says that it was not', async () => {
  const { firm } = await registered(['2025年民主评议党员'], '无')
  expect(firm).toMatchObject({ years: { 2025: { democraticAppraisalOn: null } } })
})
