import { describe, expect, test } from 'vitest'
import { city, firmsIn, importedGrid } from './imported.ts'

const NAME = '江西甲衡律师事务所'
const COLUMNS = ['律所名称', '成立时间', '党员总数', '正式党员', '预备党员', '组建形式']

async function read(...full: (string | number)[]) {
  const rows = full.map((one) => [NAME, '2009.3.5', 5, one, 0, '未建'])
  const result = await importedGrid([COLUMNS, ...rows], { on: '2026-09-30' })
  const { findings } = city.evaluate(result.ledger, { asOf: '2026-09-30' })
  return {
    members: firmsIn(result).get(NAME)?.['members'],
    notes: result.notes.map(({ code, place, other }) => [code, place.cell, other?.cell]),
    accusedOf: findings.filter(({ status }) => status === 'not_met').map(({ requirement }) => requirement),
  }
}

describe('a number that would follow from others', () => {
  test.each(['3（含退休返聘1）', '见附件', '约3', '#REF!'])(
    'is not worked out where its cell says %s',
    async (full) => {
      const { members, notes, accusedOf } = await read(full)
      expect(members).toEqual({ all: 5 })
      expect(notes).toContainEqual(['left-open', 'E2', 'D2'])
      expect(accusedOf).toEqual([])
    },
  )

  test('is not worked out where two rows contradict each other', async () => {
    const { members, notes, accusedOf } = await read(2, 3)
    expect(members).toEqual({ all: 5 })
    expect(notes).toContainEqual(['contradiction', 'D3', 'D2'])
    expect(notes).toContainEqual(['left-open', 'E2', undefined])
    expect(accusedOf).toEqual([])
  })

  test('is worked out where nothing is written', async () => {
    const { members, notes, accusedOf } = await read('')
    expect(members).toEqual({ all: 5, probationary: 0 })
    expect(notes).toEqual([])
    expect(accusedOf).toContain('own-organization')
  })
})
