import { describe, expect, test } from 'vitest'
import { briefly, firmsIn, importedGrid } from './imported.ts'
import type { Value } from '../workbook-file.ts'

const ON = '填报日期：2026-03-31'
const [A, B] = ['江西甲合律师事务所', '江西乙合律师事务所']
const JOINT = '江西乙合、丙合联合党支部'

describe('elections with a column of firms and one of Party organizations', () => {
  const HEAD = ['律师事务所名称', '党组织名称', '任命时间', '应换届时间']
  const elections = (...rows: Value[][]) => importedGrid([[ON], HEAD, ...rows])

  test('are of the organization of the firm', async () => {
    const result = await elections([A, `${A}党支部`, '2023-03-01', '2026-03-01'], [B, `${B}党总支`, '', '2026-04-01'])
    expect(firmsIn(result).get(A)).toMatchObject({
      jointBranch: null,
      organization: { id: 'organization-1', kind: 'branch', termStart: '2023-03-01' },
    })
    expect(firmsIn(result).get(B)).toMatchObject({
      organization: { kind: 'generalBranch', termStart: '2023-04-01' },
    })
    expect(result.notes).toEqual([])
  })

  test('are of the joint branch, by its name', async () => {
    const result = await elections([B, JOINT, '2023-04-01', '2026-04-01'])
    expect(firmsIn(result).get(B)).toMatchObject({ jointBranch: 'jointBranch-1', organization: null })
    expect(result.ledger).toMatchObject({
      jointBranches: [{ id: 'jointBranch-1', name: JOINT, termStart: '2023-04-01' }],
    })
  })

  test.each(['', '第二支部'])('are left open where the organization may be either: %j', async (name) => {
    const result = await elections([A, name, '2023-03-01', '2026-03-01'])
    expect(firmsIn(result).get(A)).not.toHaveProperty('organization')
    expect(result.ledger).not.toHaveProperty('jointBranches')
    expect(result.notes.map(briefly)).toEqual(
      expect.arrayContaining(['台账 C3 waits-for-other', '台账 D3 waits-for-other']),
    )
    const waiting = result.notes.filter(({ code }) => code === 'waits-for-other')
    expect(new Set(waiting.map(({ text }) => text.zh))).toEqual(
      new Set(['要看同一行的“党组织名称”才能读，而那里没有写，或者读不懂，未填入台账。请先补正那一列。']),
    )
  })

  test('are read of reminders as well', async () => {
    const result = await importedGrid([
      [ON],
      ['律所名称', '支部名称', '应换届时间', '书记', '备注'],
      [A, `${A}党支部`, '2026-03-01', '', ''],
    ])
    expect(firmsIn(result).get(A)).toMatchObject({ organization: { termStart: '2023-03-01' } })
  })
})

test('debriefings with both columns are of the firms that have an organization of their own', async () => {
  const result = await importedGrid([
    ['2025年度党组织书记述职评议情况表'],
    [ON],
    ['律师事务所名称', '党组织名称', '述职时间'],
    [A, `${A}党支部`, '2026-01-05'],
    [B, JOINT, '2026-01-06'],
  ])
  expect([...firmsIn(result)]).toEqual([
    [A, { id: 'firm-1', name: A, years: { '2025': { debriefings: [{ deliveredOn: '2026-01-05' }] } } }],
  ])
  expect(result.notes.map(briefly)).toEqual(['台账 B5 row-not-read'])
})
