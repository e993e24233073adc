import { describe, expect, test } from 'vitest'
import { briefly, firmsIn, importedGrid, importedGrids, type Grid } from './imported.ts'

const NAME = '江西甲衡律师事务所'
const OTHER = '江西乙衡律师事务所'
const REGISTER: Grid = [
  ['律所名称', '执业律师数', '党员总数'],
  [NAME, 12, 5],
  [OTHER, 6, 3],
]

async function read(...grids: Grid[]) {
  const result = await importedGrids(grids, { on: '2026-09-30' })
  const used = result.columns.filter(({ use }) => use === 'read').map(({ heading }) => heading)
  return { ...result, firms: firmsIn(result), used }
}

describe('a list of instructors', () => {
  test.each([
    ['联系律师事务所', '姓名', '选派时间'],
    ['派驻律所', '姓名', '派驻时间'],
    ['指导律师事务所名称', '党建指导员姓名', '选派日期'],
    ['挂点律所', '指导员', '派出时间'],
    ['律师事务所名称', '党建指导员', '选派时间'],
  ])('is known by %s and %s', async (firm, person, from) => {
    const { firms, used } = await read([
      ['序号', person, '工作单位', firm, from],
      [1, '李建国', '章贡区司法局', NAME, '2025.3'],
    ])
    expect(used).toEqual([person, firm, from])
    expect(firms.get(NAME)).toMatchObject({ instructors: [{ from: '2025-03', to: null }] })
  })

  test.each([
    ['赣州市律师行业党委', 'cityCommittee'],
    ['章贡区司法局党委', 'countyBureau'],
    ['瑞金市司法局', 'countyBureau'],
    ['大余县委组织部', 'other'],
  ])('says who sent one: %s', async (sentBy, value) => {
    const { firms } = await read([
      ['指导员姓名', '派驻律所', '选派单位'],
      ['李建国', NAME, sentBy],
    ])
    expect(firms.get(NAME)).toMatchObject({ instructors: [{ sentBy: value }] })
  })

  test('is none of leaders, who also look after firms', async () => {
    const { firms } = await read([
      ['姓名', '职务', '联系律所'],
      ['李建国', '副县长', NAME],
    ])
    expect(firms.get(NAME) ?? {}).not.toHaveProperty('instructors')
  })
})

test.each(['律所党组织', '律所党支部名称', '律所', '所在党支部', '党支部'])(
  'debriefings and elections are listed by %s',
  async (name) => {
    const debriefings: Grid = [
      ['2025年度律师行业党组织书记述职评议情况表'],
      ['序号', name, '述职时间', '评议等次'],
      [1, `${NAME}党支部`, '2026.1.20', '好'],
    ]
    const elections: Grid = [
      [name, '任命时间', '应换届时间'],
      [`${NAME}党支部`, '2024.5', '2027.5'],
    ]
    const { firms } = await read(debriefings, elections)
    expect(firms.get(NAME)).toMatchObject({
      organization: { termStart: '2024-05' },
      years: { 2025: { debriefings: [{ deliveredOn: '2026-01-20' }] } },
    })
  },
)

describe('transfers', () => {
  test.each([
    ['所在律所', '转出时间', '转入时间'],
    ['转入党组织', '转出日期', '转入日期'],
    ['现律所', '转接开始时间', '转接完成时间'],
    ['律所名称', '转出办理日期', '转入办理日期'],
    ['工作单位', '组织关系转出时间', '组织关系转入时间'],
  ])('are of the firm in %s, from %s to %s', async (firm, from, to) => {
    const { firms } = await read(REGISTER, [
      ['姓名', '转出党组织', firm, from, to],
      ['张建国', '南昌市第一党支部', NAME, '2025.3.1', '2025.4.2'],
    ])
    expect(firms.get(NAME)).toMatchObject({ transfers: [{ startedOn: '2025-03-01', completedOn: '2025-04-02' }] })
  })

  test('are of neither firm where one is that before and one that after', async () => {
    const { firms, notes } = await read(REGISTER, [
      ['姓名', '所在律所', '转出时间', '转入单位', '转入时间'],
      ['张建国', NAME, '2025.3.1', OTHER, '2025.4.2'],
    ])
    expect([firms.get(NAME), firms.get(OTHER)].map((firm) => firm?.['transfers'])).toEqual([undefined, undefined])
    expect(notes.map(({ code }) => code)).toContain('heading-twice')
  })
})

describe('a table of counties', () => {
  const counties = async (headings: string[], ...rows: Grid) =>
    (await importedGrid([headings, ...rows], { on: '2026-09-30' })).ledger['counties']

  test('has what the policy asks of a county, and no totals', async () => {
    const headings = ['县（市、区）', '律所数', '律师数', '党员律师数', '党组织数', '专人负责', '调查摸底完成时间']
    expect(
      await counties(headings, ['章贡区', 12, 200, 80, 10, '是', '2019.3'], ['合计', 12, 200, 80, 10, '', '']),
    ).toMatchObject([
      { name: '章贡区', memberLawyers: 80, designatedPerson: { value: true }, surveyCompletedOn: '2019-03' },
    ])
  })

  test.each([['党支部数'], ['律师事务所家数'], ['县级示范所数']])('is known by %s', async (known) => {
    expect(await counties(['县区', known, '党员律师人数'], ['大余县', 2, 9])).toMatchObject([
      { name: '大余县', memberLawyers: 9 },
    ])
  })

  test('has a row for each: of firms it is a register', async () => {
    const { firms } = await read([
      ['县区', '律所名称', '党员律师数'],
      ['章贡区', NAME, 5],
    ])
    expect(firms.get(NAME)).toMatchObject({ memberLawyerCount: 5 })
  })
})

describe('a register without the number of lawyers', () => {
  test.each([
    [['主任', '党员总数', '上年度述职'], ['张建国', 5, '2026.1.20'], { director: {}, members: { all: 5 } }],
    [['主任', '上年度述职时间'], ['张建国', '2026.1.20'], { director: {} }],
    [['组建形式', '书记', '成立时间'], ['单独', '张建国', '2015.7'], { organization: { establishedOn: '2015-07' } }],
    [['从业人员总数', '主任政治面貌'], [20, '群众'], { staff: 20, director: { partyStatus: 'none' } }],
    [['党员律师数', '有无专门场所'], [5, '有'], { memberLawyerCount: 5, venue: { value: true } }],
    [['党组织形式', '书记', '成立时间'], ['单独组建', '张建国', '2015.7'], { jointBranch: null, secretary: {} }],
  ])('is one: %j', async (headings, row, firm) => {
    const { firms, used, notes } = await read([
      ['律所名称', ...headings],
      [NAME, ...row],
    ])
    expect(used).toEqual(['律所名称', ...headings])
    expect(firms.get(NAME)).toMatchObject(firm)
    expect(notes.map(briefly)).toEqual([])
  })

  test('is none where a column may be about persons or what is to be done', async () => {
    const persons = await read([
      ['律所名称', '姓名', '党员'],
      [NAME, '张建国', 1],
      [NAME, '李卫东', 1],
    ])
    const problems = await read([
      ['律所名称', '存在问题', '负责人'],
      [NAME, '未换届', '张建国'],
    ])
    expect([...persons.used, ...problems.used]).toEqual([])
  })
})

test('a list of debriefings with firms and branches is no roll of branches', async () => {
  const { firms, used } = await read([
    ['2025年度党组织书记述职评议情况表'],
    ['律所名称', '党组织名称', '书记', '述职时间'],
    [NAME, `${NAME}党支部`, '张建国', '2026.1.20'],
  ])
  expect(used).toEqual(['律所名称', '述职时间'])
  expect(firms.get(NAME)).not.toHaveProperty('secretary')
})
