import { describe, expect, test } from 'vitest'
import { briefly, firmsIn, importedGrid } from './imported.ts'
import { NOTE_TEXTS } from '../../../packages/office/src/import/ledger/note-texts.ts'

const NAME = '甲律师事务所'

async function firmOf(headings: readonly string[], ...cells: readonly (string | number)[]) {
  const result = await importedGrid([
    ['律所名称', '执业律师数', ...headings],
    [NAME, 5, ...cells],
  ])
  return { firm: firmsIn(result).get(NAME), notes: result.notes.map(briefly) }
}

describe('how many of the members are probationary', () => {
  test.each([
    '3(预备1)',
    '3（其中预备党员1名）',
    '3【预备1】',
    '3〔含预备党员1人〕',
    '3[其中：预备1]',
    '3｛预备党员1｝',
    '3名（其中预备党员1名）',
    '三名（含预备一名）',
    '3，其中预备党员1名',
  ])('is read of %s', async (cell) => {
    const { firm, notes } = await firmOf(['党员总数'], cell)
    expect([firm, notes]).toEqual([expect.objectContaining({ members: { all: 3, probationary: 1 } }), []])
  })

  test('is not read of other words in brackets', async () => {
    const { firm, notes } = await firmOf(['党员总数'], '3（含退休1）')
    expect(firm).not.toHaveProperty('members')
    expect(notes).toEqual(['台账 C2 not-understood 3'])
  })
})

test.each([
  ['九三', 'none'],
  ['党外', 'none'],
  ['党外人士', 'none'],
  ['民盟盟员', 'none'],
  ['中共', 'full'],
])('%s under the party of the director is read', async (cell, status) => {
  const { firm, notes } = await firmOf(['主任政治面貌'], cell)
  expect(firm).toMatchObject({ director: { partyStatus: status } })
  expect(notes).toEqual([])
})

test.each([
  ['主任兼书记', { isPrincipalManager: true }],
  ['书记、主任', { isPrincipalManager: true }],
  ['合伙人兼书记', { isPartner: true }],
])('%s is an office of the secretary', async (cell, secretary) => {
  const { firm, notes } = await firmOf(['单独', '书记', '书记职务'], '√', '张甲', cell)
  expect(firm).toMatchObject({ secretary: { id: 'person-1', ...secretary } })
  expect(notes).toEqual([])
})

describe('a column that is ticked', () => {
  const headings = ['单独', '联合', '党组织名称']

  test.each(['√', '✔', '✓', '☑', '是', '有', '1', 1])('says yes by %j', async (tick) => {
    const own = await firmOf(headings, tick, '', '甲所党支部')
    expect(own.firm).toMatchObject({ jointBranch: null, organization: { id: 'organization-1' } })
    const joint = await firmOf(headings, '', tick, '章贡区第一联合党支部')
    expect(joint.firm).toMatchObject({ jointBranch: 'jointBranch-1', organization: null })
    expect([own.notes, joint.notes]).toEqual([[], []])
  })

  test.each(['×', '✗', '否', '无', '0', 0])('says no by %j', async (tick) => {
    const { firm, notes } = await firmOf(headings, tick, '√', '章贡区第一联合党支部')
    expect(firm).toMatchObject({ jointBranch: 'jointBranch-1', organization: null })
    expect(notes).toEqual([])
  })

  test.each(['○', '〇', 'O', '2', '部分'])('says nothing certain by %j, which is told', async (tick) => {
    const { firm, notes } = await firmOf(headings, tick, '', '甲所党支部')
    expect(firm).toEqual({ id: 'firm-1', name: NAME, closedOn: null, lawyers: 5 })
    expect(notes).toEqual(['台账 E2 waits-for-other', '台账 C2 not-understood'])
  })
})

test('a condition asks for no by any word for it', async () => {
  const result = await importedGrid([
    ['名称', '成立时间', '类别', '是否联合党支部'],
    ['甲律师事务所党支部', '2015-07-01', '党支部', '0'],
    ['乙律师事务所党支部', '2015-07-01', '党支部', '无'],
    ['丙律师事务所党支部', '2015-07-01', '党支部', '1'],
  ])
  const founded = [...firmsIn(result).values()].map((firm) => [firm.name?.[0], 'organization' in firm])
  expect(founded).toEqual([
    ['甲', true],
    ['乙', true],
    ['丙', false],
  ])
})

test.each(Object.entries(NOTE_TEXTS))('what is told of %s speaks of no currency and no policy', (_, { zh }) => {
  expect(zh).not.toMatch(/万元|一肩挑|民主评议/)
})
