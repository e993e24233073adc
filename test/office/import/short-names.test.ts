import { describe, expect, test } from 'vitest'
import { briefly, firmsIn, importedGrid } from './imported.ts'

const [A, B] = ['江西甲合律师事务所', '江西乙合律师事务所']
const HEAD = ['县（市、区）', '律师事务所名称', '执业律师数']
const named = (name: string) =>
  importedGrid([HEAD, ['章贡区', A, 5], ['章贡区', name, 3], ['章贡区', B, 6]], { on: '2026-03-31' })

describe('a name in a register', () => {
  test.each(['甲合所', '甲所', '甲合', '江西甲合'])(
    'that may be short for another is told with that: %s',
    async (name) => {
      const result = await named(name)
      expect([...firmsIn(result).keys()]).toEqual([A, B])
      expect(result.notes.map(briefly)).toEqual([`台账 B3 short-name ${A}`])
    },
  )

  test.each(['江西合所', '合所'])('that may be short for several is told without one: %s', async (name) => {
    const result = await importedGrid([HEAD, ['章贡区', A, 5], ['章贡区', B, 6], ['章贡区', name, 3]])
    expect([...firmsIn(result).keys()]).toEqual([A, B])
    expect(result.notes.map(briefly)).toEqual(['台账 B4 short-name'])
  })

  test('that is none is told as that, and not as a total', async () => {
    const result = await named('江西丙合（已注销）')
    expect([...firmsIn(result).keys()]).toEqual([A, B])
    expect(result.notes.map(briefly)).toEqual(['台账 B3 not-a-name'])
  })

  test.each(['江西丙合律师事务所 已注销', '江西丙合律师事务所-已注销', '江西丙合律师事务所　已注销'])(
    'with its end behind it is that of a firm that has closed: %s',
    async (name) => {
      const result = await named(name)
      expect(firmsIn(result).get('江西丙合律师事务所')).toMatchObject({ closedOn: true, lawyers: 3 })
      expect(result.notes).toEqual([])
    },
  )

  test('with words of another end behind it leaves open whether there is such a firm', async () => {
    const result = await named('江西丙合律师事务所 已停业')
    expect(firmsIn(result).get('江西丙合律师事务所')).not.toHaveProperty('closedOn')
    expect(result.notes.map(briefly)).toEqual(['台账 B3 left-open'])
  })
})
