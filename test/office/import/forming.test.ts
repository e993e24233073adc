import { describe, expect, test } from 'vitest'
import { briefly, firmsIn, importedGrid } from './imported.ts'

const HEAD = ['县（市、区）', '律师事务所名称', '执业律师数', '组建形式', '党组织名称']

async function formed(how: string, name = '') {
  const result = await importedGrid([HEAD, ['章贡区', '江西甲合律师事务所', 5, how, name]])
  const { organization, jointBranch } = firmsIn(result).get('江西甲合律师事务所')!
  return { has: { organization, jointBranch }, told: result.notes.map(briefly), names: Object.values(result.names) }
}

describe('how a firm has its branch', () => {
  test.each(['单独', '独立', '单独组建', '单独建支部'])('by itself: %s', async (how) => {
    const { has, told } = await formed(how)
    expect(has).toEqual({ organization: undefined, jointBranch: null })
    expect(told).toEqual([])
  })

  test.each(['联合', '联合组建', '联合党支部'])('with others: %s', async (how) => {
    expect((await formed(how)).has).toEqual({ organization: null, jointBranch: undefined })
  })

  test.each(['未建', '未成立党组织', '无'])('not at all: %s', async (how) => {
    expect((await formed(how)).has).toEqual({ organization: null, jointBranch: null })
  })

  test.each([
    '未成立党组织，党员编入联合支部',
    '单独→联合',
    '单独（拟改联合）',
    '单独组建条件不具备，纳入联合支部',
    '单独筹建',
    '联合筹备中',
    '联合支部已撤销',
    '独立（2019年撤销）',
    '未建（联合支部筹备中）',
  ])('is open where more is said, which is told: %s', async (how) => {
    const { has, told } = await formed(how, '江西甲合律师事务所党支部')
    expect(has).toEqual({ organization: undefined, jointBranch: undefined })
    expect(told).toContain('台账 D2 not-understood')
    expect(told.some((note) => note.startsWith('台账 E2 '))).toBe(true)
  })

  test.each(['拟成立', '待批', '章贡区律师联合党支部', '江西甲合律师事务所党支部（2019年9月撤销）', '正在筹备'])(
    'is open where it is by itself and the name is none of that: %s',
    async (name) => {
      const { has, told, names } = await formed('单独', name)
      expect(has).toEqual({ organization: undefined, jointBranch: undefined })
      expect(told).toEqual(['台账 E2 contradiction'])
      expect(names).not.toContain(name)
    },
  )

  test('is told by the name of a branch that is broken into lines', async () => {
    expect((await formed('单独', '甲合所\n党支部')).names).toContain('甲合所党支部')
  })
})
