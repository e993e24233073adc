import { expect, test } from 'vitest'
import { briefly, firmsIn, importedGrid, type Grid } from './imported.ts'

const NAME = '江西甲衡律师事务所'
const HEAD = ['姓名', '执业机构', '政治面貌', '是否执业律师']

async function counted(title: string, ...politics: string[]) {
  const rows: Grid = politics.map((one, i) => [['王建国', '李明', '赵云'][i]!, NAME, one, '是'])
  const result = await importedGrid([[title], HEAD, ...rows])
  const { members, memberLawyerCount } = firmsIn(result).get(NAME) ?? {}
  return { members, memberLawyerCount, notes: result.notes.map(briefly) }
}

test.each(['执业律师花名册', '赣州市律师名册', '章贡区律师基本情况表'])(
  'a roster of lawyers says nothing of staff who are none: %s',
  async (title) => {
    expect(await counted(title, '群众', '共青团员', '群众')).toEqual({
      members: undefined,
      memberLawyerCount: 0,
      notes: ['台账 B3 record-made', '台账 A1 left-open'],
    })
    expect(await counted(title, '中共党员', '群众')).toMatchObject({ members: undefined, memberLawyerCount: 1 })
  },
)

test.each(['党员花名册', '律师行业党员花名册'])('a roster of members counts them: %s', async (title) => {
  const { members, memberLawyerCount } = await counted(title, '中共党员', '中共预备党员')
  expect(members).toEqual({ all: 2, full: 1, probationary: 1 })
  expect(memberLawyerCount).toBe(2)
})
