import { describe, expect, test } from 'vitest'
import { firmsIn, importedGrid } from './imported.ts'

const FIRM = '甲律师事务所'
const HEADINGS = ['律所名称', '执业律师数', '正式党员', '组建形式', '支委人数', '返还党费', '备注']

/** What a row gives with a remark beside its numbers. */
async function rowWith(remark: string) {
  const result = await importedGrid([
    ['2025年度党建经费情况'],
    ['填报单位：章贡区司法局', '单位：元', '填报日期：2026年9月30日'],
    HEADINGS,
    [FIRM, 12, 4, '单独', 1, 900, remark],
  ])
  const firm = firmsIn(result).get(FIRM)! as {
    lawyers?: number
    members?: { full?: number }
    organization?: { committeeMembers?: number }
    years?: Record<string, { duesReturned?: number }>
  }
  return {
    numbers: {
      lawyers: firm.lawyers,
      full: firm.members?.full,
      committee: firm.organization?.committeeMembers,
      dues: firm.years?.['2025']?.duesReturned,
    },
    told: result.notes.filter(({ code }) => code === 'remark-not-understood').length,
  }
}

const ALL = { lawyers: 12, full: 4, committee: 1, dues: 90_000 }

describe('a remark that is not understood leaves open the numbers that it speaks of', () => {
  test.each([
    ['余款2026年1月20日已返还', 'dues'],
    ['9月已增选委员2名', 'committee'],
    ['另有2名正式党员9月调来', 'full'],
    ['已批复改设党总支', 'full'],
  ] as const)('%s: %s', async (remark, open) => {
    const { numbers, told } = await rowWith(remark)
    expect(numbers).toEqual({ ...ALL, [open]: undefined })
    expect(told).toBe(1)
  })

  test.each(['', '电话已催', '已核对', '主任出差', '场所正在装修', '主任系预备党员'])(
    'and no other: %j',
    async (remark) => {
      expect((await rowWith(remark)).numbers).toEqual(ALL)
    },
  )
})
