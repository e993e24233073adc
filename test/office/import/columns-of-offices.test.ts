import { describe, expect, test } from 'vitest'
import { briefly, firmsIn, importedGrid, type Grid } from './imported.ts'
import type { Value } from '../workbook-file.ts'

const NAME = '江西甲衡律师事务所'
const BRANCH = `${NAME}党支部`
const JOINT = '章贡区第二联合党支部'

async function read(...grid: Grid) {
  const result = await importedGrid(grid, { on: '2026-09-30' })
  const why = new Map(result.columns.map(({ heading, why: text }) => [heading, text?.zh]))
  return { ...result, firms: firmsIn(result), firm: firmsIn(result).get(NAME), why, told: result.notes.map(briefly) }
}

/** A register with an organization of its own, and one more column. */
const register = (heading: string, value: Value) =>
  read(['律所名称', '执业律师数', '单独', '党组织名称', heading], [NAME, 12, '√', BRANCH, value])

describe('a register', () => {
  test.each<[string, Value, object]>([
    ['专职副书记', '有', { fullTime: { deputySecretary: true } }],
    ['是否配备专职副书记', '未配备', { fullTime: { deputySecretary: false } }],
    ['专职副书记', '1名', { fullTime: { deputySecretary: true } }],
    ['专职党办主任', '无', { fullTime: { officeHead: false } }],
    ['专职党务工作者', '2人', { fullTime: { staff: 2 } }],
    ['专职党务工作人员数', 0, { fullTime: { staff: 0 } }],
    ['示范所命名时间', '2020.5', { demonstrationSince: '2020-05' }],
    ['是否党建示范所', '否', { demonstrationSince: null }],
    ['2025年民主评议', '2026.1.15', { years: { 2025: { democraticAppraisalOn: '2026-01-15' } } }],
    ['2024年民主评议党员情况', '已开展', { years: { 2024: { democraticAppraisalOn: true } } }],
    ['上年度民主评议', '未开展', { years: { 2025: { democraticAppraisalOn: null } } }],
    ['班子成员进入管理层人数', 1, { organization: { leadersInManagement: 1 } }],
    ['管理层中党员人数', 4, { managementMembers: 4 }],
    ['支委人数', '不设支委', { organization: { committeeMembers: 0 } }],
    ['支委人数', '未设支委会', { organization: { committeeMembers: 0 } }],
    ['党建写入章程', '无', { charter: { partyBuilding: { value: false } } }],
    ['是否延期', '否', { organization: { extension: null } }],
    ['延期至', '2026年12月', { organization: { extension: { until: '2026-12' } } }],
  ])('has %s: %s', async (heading, value, firm) => {
    const result = await register(heading, value)
    expect(result.firm).toMatchObject(firm)
    expect(result.told).toEqual([])
  })

  test.each(['所在区', '所属区', '所在县', '所属县（区）'])('has counties in %s', async (heading) => {
    const { ledger } = await read([heading, '律所名称', '执业律师数'], ['章贡区', NAME, 12])
    expect(ledger).toMatchObject({ counties: [{ name: '章贡区', level: 'county' }] })
  })

  test.each([
    ['党办主任', '没有写明是否专职'],
    ['副书记', '没有写明是否专职'],
    ['命名时间', '没有写明命名的是什么'],
    ['进入管理层人数', '没有写明是谁进入管理层'],
  ])('tells why %s is not read', async (heading, why) => {
    expect((await register(heading, '有')).why.get(heading)).toContain(why)
  })

  test('has who is in the management behind the number of leading members', async () => {
    const { firm } = await read(
      ['律所名称', '执业律师数', '单独', '班子成员人数', '其中：进入管理层人数'],
      [NAME, 12, '√', 3, 1],
    )
    expect(firm).toMatchObject({ organization: { leaders: 3, leadersInManagement: 1 } })
  })

  test('leaves open a full-time deputy who is named only', async () => {
    const { firm, told } = await register('专职副书记', '王建国')
    expect(firm).not.toHaveProperty('fullTime')
    expect(told).toEqual(['台账 E2 not-understood'])
  })
})

describe('what the secretary is in the firm', () => {
  test.each([
    ['普通合伙人', { isPartner: true }],
    ['合伙人/律师', { isPartner: true }],
    ['合伙人、专职律师', { isPartner: true }],
    ['非合伙人', { isPartner: false }],
    ['负责人', { isPrincipalManager: true }],
    ['合伙人/主任', { isPartner: true, isPrincipalManager: true }],
    ['专职律师', {}],
    ['其他', {}],
  ])('is understood: %s', async (post, secretary) => {
    const own = await read(
      ['律所名称', '执业律师数', '单独', '党组织名称', '书记', '书记职务'],
      [NAME, 12, '√', BRANCH, '张建国', post],
    )
    expect(own.firm!['secretary']).toEqual({ id: 'person-1', ...secretary })
    const joint = await read(
      ['律所名称', '执业律师数', '联合', '党组织名称', '书记', '书记职务'],
      [NAME, 12, '√', JOINT, '张建国', post],
    )
    expect(joint.ledger).toMatchObject({ jointBranches: [{ secretary: { id: 'person-1', ...secretary } }] })
    expect([...own.told, ...joint.told]).toEqual([])
  })

  test('is not both the head of the firm and another than its director', async () => {
    const { firm, told } = await read(
      ['律所名称', '执业律师数', '主任', '单独', '党组织名称', '书记', '书记职务'],
      [NAME, 12, '李卫东', '√', BRANCH, '张建国', '负责人'],
    )
    expect(firm).not.toHaveProperty('secretary.isPrincipalManager')
    expect(told).toEqual([expect.stringContaining('contradiction')])
  })
})

describe('how an organization is formed', () => {
  test.each([
    ['单独建', { jointBranch: null, organization: { kind: 'branch' } }, BRANCH],
    ['独立组建', { jointBranch: null, organization: { kind: 'branch' } }, BRANCH],
    ['联合建', { jointBranch: 'jointBranch-1', organization: null }, JOINT],
    ['参加联合党支部', { jointBranch: 'jointBranch-1', organization: null }, JOINT],
  ])('is said by %s', async (form, firm, name) => {
    const result = await read(
      ['律所名称', '执业律师数', '组建形式', '党组织名称', '类别'],
      [NAME, 12, form, name, '党支部'],
    )
    expect(result.firm).toMatchObject(firm)
    expect(result.told).toEqual([])
  })

  test('is left open by 已建, which is itself understood', async () => {
    const { firm, told } = await read(['律所名称', '执业律师数', '组建形式', '党组织名称'], [NAME, 12, '已建', BRANCH])
    expect(firm).not.toHaveProperty('jointBranch')
    expect(told).toEqual(['台账 D2 waits-for-other'])
  })
})

test('the committee of a joint branch is told to be no fact', async () => {
  const { notes, firm, why } = await read(
    ['律所名称', '执业律师数', '组建形式', '党组织名称', '类别', '支委人数'],
    [NAME, 12, '联合', JOINT, '党支部', 3],
    ['江西乙衡律师事务所', 8, '单独', '江西乙衡律师事务所党支部', '党支部', 3],
  )
  expect(notes.map((note) => [briefly(note), note.text.zh])).toEqual([
    ['台账 F2 not-about-row', '字段表没有这一项：联合党支部的委员人数。'],
  ])
  expect(firm).toMatchObject({ organization: null })
  expect(why.get('支委人数')).toBeUndefined()
})

describe('a table of elections', () => {
  const elections = (row: Value[]) =>
    read(['支部名称', '任命时间', '应换届时间', '是否延期', '延期批准时间', '延期至'], row)

  test('has extensions', async () => {
    const { firm, told } = await elections([BRANCH, '2021.5', '2024.5', '是', '2024.4', '2024.12'])
    expect(firm).toMatchObject({
      organization: { termStart: '2021-05', extension: { approvedOn: '2024-04', until: '2024-12' } },
    })
    expect(told).toEqual([])
    const without = await elections([BRANCH, '2024.5', '2027.5', '否', '', ''])
    expect(without.firm).toMatchObject({ organization: { extension: null } })
  })

  test.each(['已换届（2026.7.5）', '已于2026年7月5日换届', '2026.7.5已换届', '已换届，2026.7.5'])(
    'has the day of a new term: %s',
    async (cell) => {
      const { firm, told } = await elections([BRANCH, '2023.7', cell, '否', '', ''])
      expect(firm).toMatchObject({ organization: { termStart: '2026-07-05' } })
      expect(told).toEqual([])
    },
  )

  test('leaves open when a new term began that has no day', async () => {
    const { firm, told } = await elections([BRANCH, '2023.7', '已换届', '否', '', ''])
    expect(firm).not.toHaveProperty('organization.termStart')
    expect(told).toContain('台账 C2 not-understood')
  })

  test.each([
    [`${NAME}委员会`, 'committee'],
    [`中共${NAME}委员会`, 'committee'],
    [`${NAME}党委`, 'committee'],
    [`中共${NAME}支部委员会`, 'branch'],
    [`${NAME}总支部委员会`, 'generalBranch'],
  ])('has organizations by their names: %s', async (name, kind) => {
    const { firm } = await elections([name, '2024.5', '', '', '', ''])
    expect(firm).toMatchObject({ organization: { kind } })
  })

  test.each(['章贡区第二联合支部委员会', '章贡区第二联合党支部委员会', '章贡区联合党总支'])(
    'makes no firm of a joint branch: %s',
    async (name) => {
      const { firms, told } = await elections([name, '2024.5', '', '', '', ''])
      expect([...firms.keys()]).toEqual([])
      expect(told).toEqual(['台账 A2 row-not-read'])
    },
  )
})

describe('a roll of branches with a column of firms', () => {
  test('has the members of a branch, and not those of a joint one', async () => {
    const result = await read(
      ['律所名称', '党支部名称', '书记', '成立时间', '党员总数', '支委人数'],
      [NAME, BRANCH, '张建国', '2016.7', 5, 3],
      ['江西乙衡律师事务所', JOINT, '李卫东', '2017.8', 9, 3],
      ['江西丙衡律师事务所', '无', '', '', '', ''],
    )
    expect(result.firm).toMatchObject({
      organization: { kind: 'branch', establishedOn: '2016-07', committeeMembers: 3 },
      members: { all: 5 },
    })
    expect(result.firms.get('江西乙衡律师事务所')).not.toHaveProperty('members')
    expect(result.firms.get('江西丙衡律师事务所')).toMatchObject({ organization: null, jointBranch: null })
    expect(result.ledger).toMatchObject({ jointBranches: [{ establishedOn: '2017-08', secretary: {} }] })
    expect(result.notes.map(({ place, text }) => `${place.cell} ${text.zh}`)).toEqual([
      expect.stringContaining('E3 党支部名册的党员数是支部的'),
      expect.stringContaining('F3 字段表没有这一项'),
    ])
  })
})

test.each(['批复成立时间', '批准成立时间'])('a form about one firm with %s is told to be one', async (label) => {
  const { told } = await read(['名称', NAME], [label, '2010.3.4'], ['书记', '张建国'], ['地址', '赣州'])
  expect(told).toEqual(['台账 sheet-of-one'])
})
