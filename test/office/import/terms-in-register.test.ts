import { describe, expect, test } from 'vitest'
import { firmsIn, importedGrid } from './imported.ts'

const OWN = '江西甲衡律师事务所'
const HEADINGS = ['县（市、区）', '律师事务所名称', '执业律师数', '党组织组建形式', '党组织名称', '支部类型']

async function imported(heading: string, day: string) {
  const result = await importedGrid([
    ['填报日期：2026年9月30日'],
    [...HEADINGS, heading],
    ['章贡区', OWN, 5, '单独', `${OWN}党支部`, '支部', day],
    ['章贡区', '江西乙衡律师事务所', 5, '联合', '江西乙衡联合党支部', null, day],
  ])
  const [joint] = result.ledger['jointBranches'] as { termStart?: string }[]
  const { termStart } = firmsIn(result).get(OWN)!['organization'] as { termStart?: string }
  return { own: termStart, joint: joint?.termStart, why: result.columns.at(-1)?.why?.zh }
}

describe('the register has the term of an own and of a joint branch', () => {
  test.each([
    ['本届任期起始时间', '2024.5.1'],
    ['本届换届时间', '2024.5.1'],
    ['实际换届时间', '2024.5.1'],
    ['任期起始时间', '2024.5.1'],
    ['应换届时间', '2027.5.1'],
    ['下次换届时间', '2027.5.1'],
  ])('under %s', async (heading, day) => {
    expect(await imported(heading, day)).toEqual({ own: '2024-05-01', joint: '2024-05-01' })
  })

  test('and not under 换届时间, of which it is told what to call it', async () => {
    const { own, joint, why } = await imported('换届时间', '2024.5.1')
    expect({ own, joint }).toEqual({})
    expect(why).toMatch(/改为“本届任期起始时间”.*改为“应换届时间”/)
  })
})

test('a list of terms is read by whatever name its first column of days has', async () => {
  const result = await importedGrid([
    ['填报日期：2026年9月30日'],
    ['名称', '任期起始时间', '换届时间'],
    [`${OWN}党支部`, '2024.5.1', '2024.5.1'],
  ])
  expect(firmsIn(result).get(OWN)).toMatchObject({ organization: { termStart: '2024-05-01' } })
  expect(result.columns.at(-1)?.why?.zh).toContain('改为“应换届时间”')
})
