import { describe, expect, test } from 'vitest'
import { briefly, firmsIn, importedGrid } from './imported.ts'

const FIRM = '江西甲律师事务所'
const OTHER = '江西乙律师事务所'

interface Firm {
  readonly transfers?: readonly { readonly startedOn?: string }[]
}

const transfers = async (head: readonly string[], ...rows: readonly (readonly string[])[]) => {
  const result = await importedGrid([head, ...rows])
  const days = [...(firmsIn(result) as Map<string, Firm>)].map(([name, firm]) => [
    name,
    (firm.transfers ?? []).map(({ startedOn }) => startedOn),
  ])
  return {
    days: Object.fromEntries(days) as Record<string, unknown>,
    notes: result.notes.filter(({ code }) => code !== 'record-made').map(briefly),
    result,
  }
}

describe('a table of transfers with a column of firms and one of Party organizations', () => {
  test.each(['转入党组织', '转入党支部', '现所在党支部'])('is read by the firms: %s', async (into) => {
    const { days, notes, result } = await transfers(
      ['姓名', '所在律所', '转出时间', into, '转入时间'],
      ['王建国', FIRM, '2026.3.1', `${FIRM}党支部`, '2026.3.20'],
      ['李秀英', OTHER, '2026.4.1', '章贡区第一联合党支部', ''],
    )
    expect(days).toEqual({ [FIRM]: ['2026-03-01'], [OTHER]: ['2026-04-01'] })
    expect(notes).toEqual([])
    expect(result.columns.find(({ heading }) => heading === into)?.use).toBe('not-usable')
  })

  test('reads no row of a firm that is not named', async () => {
    const { days, notes } = await transfers(
      ['姓名', '所在律所', '转出时间', '转入党组织', '转入时间'],
      ['王建国', FIRM, '2026.3.1', `${FIRM}党支部`, '2026.3.20'],
      ['李秀英', '', '2026.4.1', `${OTHER}党支部`, '2026.4.20'],
    )
    expect(days).toEqual({ [FIRM]: ['2026-03-01'] })
    expect(notes).toEqual(['台账 B3 row-without-name'])
  })
})

describe('a record that nothing names is not made', () => {
  const rows = [
    ['王建国', FIRM, OTHER, '2026.3.1', '2026.3.20'],
    ['李秀英', OTHER, OTHER, '2026.4.1', '2026.4.20'],
  ]

  test('where two columns of firms differ', async () => {
    const { result, notes } = await transfers(['姓名', '所在律所', '律所名称', '转出时间', '转入时间'], ...rows)
    expect(result.ledger).toEqual({})
    expect(notes).toEqual(['台账 B1 heading-twice', '台账 C1 heading-twice', '台账 B1 names-not-read'])
  })

  test('where no column has the firms', async () => {
    const without = rows.map(([name, , , from, to]) => [name!, from!, to!])
    const { result, notes } = await transfers(['姓名', '转出时间', '转入时间'], ...without)
    expect(result.ledger).toEqual({})
    expect(notes).toEqual(['台账 A2 row-without-name', '台账 A3 row-without-name'])
  })
})
