import { describe, expect, test } from 'vitest'
import { briefly, firmsIn, importedGrid } from './imported.ts'

const PINE = '江西赤松律师事务所'
const COUNTED = ['党员总数', '正式党员', '预备党员']

function registered(headings: readonly string[], ...cells: readonly (number | string)[]) {
  return imported(['执业律师数', ...headings], 5, ...cells)
}

async function imported(headings: readonly string[], ...cells: readonly (number | string)[]) {
  const result = await importedGrid(
    [
      ['县（市、区）', '律师事务所名称', ...headings],
      ['章贡区', PINE, ...cells],
    ],
    { on: '2026-09-30' },
  )
  const contradicted = result.notes.filter(({ code }) => code === 'contradiction').map(briefly)
  return { firm: firmsIn(result).get(PINE), contradicted, notes: result.notes }
}

describe('what a cell says is left open where a remark in the row says that it is otherwise', () => {
  test.each([
    ['备注', '2026年9月25日批复成立支部'],
    ['备注', '经市委会同意不单独建'],
    ['建支部情况', '9月已成立'],
    ['', '已纳入章贡区联合支部'],
  ])('no organization, beside %j: %s', async (heading, remark) => {
    const { firm, contradicted, notes } = await registered(['组建形式', heading], '未建', remark)
    expect(firm).not.toHaveProperty('organization')
    expect(firm).not.toHaveProperty('jointBranch')
    expect(contradicted).toEqual(['台账 D2 contradiction'])
    expect(notes.find(({ code }) => code === 'contradiction')?.other).toMatchObject({ cell: 'E2' })
  })

  test.each([
    ['备注', '已于2026年6月18日换届'],
    ['换届情况', '已于2026.6.20换届，待批复'],
    ['备注', '2026.7.1完成换届选举'],
  ])('the end of a term, beside %s: %s', async (heading, remark) => {
    const { firm, contradicted } = await imported(
      ['党组织名称', '届满时间', heading],
      `${PINE}党支部`,
      '2026年6月',
      remark,
    )
    expect(firm?.['organization']).not.toHaveProperty('termStart')
    expect(contradicted).toEqual(['台账 D2 contradiction'])
  })

  test.each(['2023年复核未通过，已摘牌', '2024年撤销命名', '不再是示范所'])(
    'the day of naming of a demonstration firm: %s',
    async (remark) => {
      const { firm, contradicted } = await imported(['示范所命名时间', '备注'], '2021/7/1', remark)
      expect(firm).not.toHaveProperty('demonstrationSince')
      expect(contradicted).toEqual(['台账 C2 contradiction'])
    },
  )

  test('a vacant secretary and a venue that is not there', async () => {
    const { firm, contradicted } = await registered(
      ['组建形式', '书记', '有无专门场所', '备注', '其他'],
      '单独',
      '空缺',
      '无',
      '9月新任书记已到任',
      '已于2026年9月设立党员活动室',
    )
    expect(firm).not.toHaveProperty('secretary')
    expect(firm).not.toHaveProperty('venue.value')
    expect(contradicted).toEqual(['台账 E2 contradiction', '台账 F2 contradiction'])
  })

  test('members of whom a remark says that some are probationary', async () => {
    const { firm, contradicted } = await registered([...COUNTED, '备注'], 3, 3, 0, '其中1名为预备党员')
    expect(firm?.['members']).toEqual({ all: 3 })
    expect(contradicted).toEqual(['台账 F2 contradiction', '台账 E2 contradiction'])
  })
})

describe('a remark that says the same, or speaks of something else, leaves nothing open', () => {
  test('of members', async () => {
    const { firm, contradicted } = await registered([...COUNTED, '备注'], 4, 3, 1, '其中1名为预备党员')
    expect(firm?.['members']).toEqual({ all: 4, full: 3, probationary: 1 })
    expect(contradicted).toEqual([])
  })

  test.each(['尚未成立', '正在发展党员'])('of an organization: %s', async (remark) => {
    const { firm, contradicted } = await registered(['组建形式', '备注'], '未建', remark)
    expect(firm).toMatchObject({ organization: null, jointBranch: null })
    expect(contradicted).toEqual([])
  })

  test.each(['已于2026年6月换届', '2026年换届'])('of an election on a day within what it names: %s', async (remark) => {
    const { firm, contradicted } = await imported(
      ['党组织名称', '本届任期起始时间', '换届情况'],
      `${PINE}党支部`,
      '2026-06-18',
      remark,
    )
    expect(firm?.['organization']).toMatchObject({ termStart: '2026-06-18' })
    expect(contradicted).toEqual([])
  })

  test('of a branch that there is and of its venue', async () => {
    const { firm, contradicted } = await registered(
      ['党组织名称', '有无专门场所', '备注'],
      `${PINE}党支部`,
      '有',
      '2024年6月成立支部，已设立党员活动室',
    )
    expect(firm).toMatchObject({ jointBranch: null, organization: {}, venue: { value: true } })
    expect(contradicted).toEqual([])
  })

  test('of a term that began on the day of which it speaks', async () => {
    const { firm, contradicted } = await imported(
      ['党组织名称', '届满时间', '备注'],
      `${PINE}党支部`,
      '2029年6月',
      '2026年6月18日换届选举产生新一届支委会',
    )
    expect(firm).toMatchObject({ organization: { termStart: '2026-06' } })
    expect(contradicted).toEqual([])
  })
})
