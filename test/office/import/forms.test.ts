import { describe, expect, test } from 'vitest'
import { readWorkbook } from '@tiaoli/office'
import { importWorkbooks } from '@tiaoli/office/import'
import { utils } from '@e965/xlsx'
import { bookOf, written } from '../workbook-file.ts'
import { briefly, firmsIn, importedGrid, importedGrids, plan } from './imported.ts'

describe('forms that offices hold', () => {
  test('a register with ticks gives kind, branch and what is yes or no', async () => {
    const result = await importedGrid([
      ['两新组织党建工作台账'],
      ['填报单位：章贡区司法局  填报日期：2026年6月30日'],
      [
        '序号',
        '单位名称',
        '党员数',
        '组建方式',
        '',
        '',
        '党组织形式',
        '',
        '',
        '党组织名称',
        '党组织成立时间',
        '有无活动场所',
        '民主评议',
        '备注',
      ],
      ['', '', '', '单独', '联合', '网格', '支部', '总支', '党委', '', '', '', '', ''],
      [1, '甲律师事务所', 5, '√', '', '', '√', '', '', '甲所党支部', '2015.7', '是', '是', ''],
      [2, '乙律师事务所', 1, '', '√', '', '', '', '', '章贡区第一联合党支部', '2019.3', '否', '否', '拟撤销'],
      ['合计', '', 6],
    ])
    const firms = firmsIn(result)
    expect(firms.get('甲律师事务所')).toMatchObject({
      members: { all: 5 },
      jointBranch: null,
      organization: { kind: 'branch', establishedOn: '2015-07' },
      venue: { value: true, attestedOn: '2026-06-30', attestedBy: 'county-bureau' },
    })
    // What 拟撤销 is about is not known, so nothing that the row denies is held against the firm.
    expect(firms.get('乙律师事务所')).toMatchObject({ jointBranch: 'jointBranch-1' })
    expect(firms.get('乙律师事务所')).not.toHaveProperty('organization')
    expect(firms.get('乙律师事务所')).not.toHaveProperty('venue.value')
    expect(result.ledger['jointBranches']).toMatchObject([{ name: '章贡区第一联合党支部', establishedOn: '2019-03' }])
    for (const name of ['甲律师事务所', '乙律师事务所']) expect(firms.get(name)).not.toHaveProperty('years')
    expect(result.notes.map(briefly)).toEqual([
      '台账 A7 row-skipped',
      '台账 M5 year-unclear',
      '台账 M6 year-unclear',
      '台账 N6 remark',
      '台账 N6 left-open',
      '台账 N6 remark-not-understood',
    ])
  })

  test('a register in one row of headings, with one column for how the organization is formed', async () => {
    const result = await importedGrid([
      ['于都县律师事务所党建工作基本情况登记表'],
      ['填报单位：于都县司法局', '', '填报时间：2026年10月20日'],
      [
        '序号',
        '律所名称',
        '成立年月',
        '律所类型',
        '律师人数',
        '主任姓名',
        '主任是否党员',
        '党员人数',
        '正式党员',
        '党组织形式',
        '党支部名称',
        '支部成立日期',
        '书记姓名',
        '指导员派出单位',
        '党建工作经费（元）',
        '党建内容是否写入章程',
        '年龄',
      ],
      [
        1,
        '甲律师事务所',
        '2009年5月',
        '合伙所',
        18,
        '赵甲',
        '是',
        6,
        5,
        '独立支部',
        '甲所支部',
        '2011年3月',
        '钱甲',
        '',
        3,
        '是',
        1,
      ],
      [
        2,
        '乙律师事务所',
        '2015.8',
        '个人所',
        5,
        '孙甲',
        '否',
        2,
        2,
        '联合支部',
        '于都县联合党支部',
        '2016.5',
        '李甲',
        '',
        5,
        '',
        1,
      ],
      [
        3,
        '丙律师事务所',
        '2019-11',
        '合伙所',
        8,
        '周甲',
        '群众',
        0,
        0,
        '无',
        '',
        '',
        '',
        '于都县司法局',
        0,
        '未写入',
        1,
      ],
    ])
    const firms = firmsIn(result)
    expect(firms.get('甲律师事务所')).toMatchObject({
      establishedOn: '2009-05',
      isBranchOffice: false,
      lawyers: 18,
      members: { all: 6, full: 5 },
      jointBranch: null,
      organization: { establishedOn: '2011-03' },
      secretary: { id: expect.stringMatching(/^person-/) },
      charter: { partyBuilding: { value: true } },
    })
    expect(firms.get('甲律师事务所')).not.toHaveProperty('director.partyStatus')
    expect(firms.get('乙律师事务所')).toMatchObject({
      director: { partyStatus: 'none' },
      organization: null,
      jointBranch: 'jointBranch-1',
    })
    expect(result.ledger['jointBranches']).toMatchObject([
      { establishedOn: '2016-05', secretary: { id: expect.stringMatching(/^person-/) } },
    ])
    expect(firms.get('丙律师事务所')).toMatchObject({
      organization: null,
      jointBranch: null,
      charter: { partyBuilding: { value: false } },
      instructors: [{ sentBy: 'countyBureau' }],
    })
    expect(result.columns.filter(({ use }) => use === 'not-usable').map(({ place }) => place.cell)).toEqual(
      'A3 O3 Q3'.split(' '),
    )
    expect(result.notes.map(briefly)).toEqual(['台账 G4 not-understood'])
  })

  test('a register in other groups of headings', async () => {
    const result = await importedGrid([
      ['', '', '', '', '', '', '', '', '统计截止：2026.9.30'],
      ['所在县区', '事务所全称', '基本信息', '', '党员队伍', '', '党组织', '', ''],
      ['', '', '设立时间', '执业律师（人）', '党员', '其中预备', '组织设置方式', '组建时间', '书记'],
      ['信丰县', '甲律师事务所', '2004.6.1', 22, 9, 1, '单独组建', '2007.7.1', '赵甲'],
      ['信丰县', '乙律师事务所', '2017年3月1日', 6, 0, 0, '未组建', '', ''],
    ])
    const firms = firmsIn(result)
    expect(firms.get('甲律师事务所')).toMatchObject({
      establishedOn: '2004-06-01',
      lawyers: 22,
      members: { all: 9, probationary: 1 },
      organization: { establishedOn: '2007-07-01' },
    })
    expect(firms.get('乙律师事务所')).toMatchObject({ organization: null, jointBranch: null })
    expect(result.ledger).toMatchObject({ on: '2026-09-30', counties: [{ name: '信丰县', level: 'county' }] })
    expect(result.notes).toEqual([])
  })

  test('headings that are merged into the row below keep those above them', async () => {
    const book = bookOf([
      ['登记表'],
      ['律师事务所名称', '执业律师数', '党组织', '', '指导员姓名', '负责人', '备注'],
      ['', '', '党组织名称', '成立时间', '', '', ''],
      ['甲律师事务所', 8, '甲所党支部', '2016年3月', '待选派', '暂缺', '2024年6月停业'],
      ['乙律师事务所', 8, '', '', '刘六', '王小明（兼）', '同上'],
    ])
    book.Sheets[book.SheetNames[0]!]!['!merges'] = 'A1:G1 A2:A3 B2:B3 C2:D2 E2:E3 F2:F3 G2:G3'
      .split(' ')
      .map((range) => utils.decode_range(range))
    const result = await importWorkbooks([await readWorkbook(written(book), { name: '表.xlsx' })], { plan })
    // Neither the day of the branch is one of the firm, nor is a word in place of a name a person.
    expect(firmsIn(result).get('甲律师事务所')).toEqual({ id: 'firm-1', name: '甲律师事务所', lawyers: 8 })
    expect(firmsIn(result).get('乙律师事务所')).toEqual({
      id: 'firm-2',
      name: '乙律师事务所',
      lawyers: 8,
      complete: { instructors: false },
      instructors: [{ to: null }],
    })
    expect(result.notes.map(briefly)).toEqual(
      'C4 not-understood,D4 waits-for-other,E4 no-person,F4 no-person,G4 remark,G4 left-open,F5 no-person,G5 remark,G5 left-open'
        .split(',')
        .map((note) => `台账 ${note}`),
    )
  })

  test('an instructor whose time is over is none, and a day in place of the last is not', async () => {
    const result = await importedGrid([
      ['律所名称', '执业律师数', '指导员姓名', '指导员选派时间'],
      ['甲律师事务所', 5, '刘六', '2023.3.1—2024.3.1'],
      ['乙律师事务所', 5, '刘七', '2023.3.1'],
    ])
    expect(firmsIn(result).get('甲律师事务所')).toMatchObject({
      instructors: [{ from: '2023-03-01', to: '2024-03-01' }],
    })
    expect(firmsIn(result).get('乙律师事务所')).toMatchObject({ instructors: [{ from: '2023-03-01', to: null }] })
    expect(result.notes).toEqual([])
  })

  test('of a roster that leaves open who counts, no number is made, and its remarks are told', async () => {
    const result = await importedGrid([
      ['姓名', '人员类别', '是否执业律师', '所在党支部', '备注'],
      ['张某', '正式党员', '是', '甲律师事务所党支部', ''],
      ['李某', '正式党员', '', '甲律师事务所党支部', '2024年5月患病'],
    ])
    expect(firmsIn(result).get('甲律师事务所')).toMatchObject({ members: { all: 2, full: 2 } })
    expect(firmsIn(result).get('甲律师事务所')).not.toHaveProperty('memberLawyerCount')
    expect(result.notes.map(briefly)).toEqual(
      'D2 record-made,C3 not-counted,E3 remark'.split(',').map((note) => `台账 ${note}`),
    )
  })

  test('a day of which the headings do not say what began is nobody’s', async () => {
    const result = await importedGrid([
      ['律所名称', '执业律师数', '党组织建设', '阵地'],
      ['', '', '成立时间', '成立时间'],
      ['甲律师事务所', 5, '2015.7', '2016.1'],
    ])
    expect(firmsIn(result).get('甲律师事务所')).toEqual({
      id: 'firm-1',
      name: '甲律师事务所',
      closedOn: null,
      lawyers: 5,
    })
  })

  test('a column that the mapping does not know is proposed by its name, and not read', async () => {
    const result = await importedGrid([
      ['律所名称', '执业律师数', '党建经费预算', '分所情况', '律所开设的分所数'],
      ['甲律师事务所', 5, 3, 1, 2],
    ])
    expect(result.columns.map(({ proposal }) => proposal)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      'firm.branchOffices',
    ])
    expect(firmsIn(result).get('甲律师事务所')).not.toHaveProperty('branchOffices')
  })

  test('a table of branches gives those of one firm each, found by the name of the branch', async () => {
    const register = [
      ['县区', '律所名称', '执业律师数'],
      ['章贡区', '甲律师事务所', 5],
    ]
    const branches = [
      ['名称', '成立时间', '类别', '是否联合党支部', '简称'],
      ['中共甲律师事务所支部', '2015-07-01', '党支部', '否', '甲'],
      ['章贡区第一联合党支部', '2019-03-01', '党支部', '是', '一'],
    ]
    const result = await importedGrids([register, branches])
    expect(firmsIn(result).get('甲律师事务所')).toMatchObject({
      lawyers: 5,
      organization: { kind: 'branch', establishedOn: '2015-07-01' },
      jointBranch: null,
    })
    expect(firmsIn(result).size).toBe(1)
    expect(result.notes.map(briefly)).toEqual(['台账 A3 row-not-read'])
  })

  test('of a firm that another table has not, a record is made and told', async () => {
    const register = [
      ['县区', '律所名称', '执业律师数'],
      ['章贡区', '甲律师事务所', 5],
    ]
    const terms = [
      ['名称', '任命时间', '应换届时间', '实际换届时间'],
      ['中共甲律师事务所支部', '2022.5.1', '', ''],
      ['中共乙律师事务所支部', '2023.5.1', '', ''],
    ]
    const result = await importedGrids([register, terms])
    expect(firmsIn(result).get('甲律师事务所')).toMatchObject({ lawyers: 5, organization: { termStart: '2022-05-01' } })
    expect(firmsIn(result).get('乙律师事务所')).toMatchObject({ organization: { termStart: '2023-05-01' } })
    expect(result.notes.map(briefly)).toEqual(['台账 A3 record-made', '台账 A3 unplaced'])
  })

  test('a form of terms gives the first day of each', async () => {
    const result = await importedGrid([
      ['名称', '任命时间', '应换届时间', '实际换届时间'],
      ['甲律师事务所', '2022.5.1', '2025.5.1', ''],
    ])
    expect(firmsIn(result).get('甲律师事务所')).toMatchObject({ organization: { termStart: '2022-05-01' } })
  })

  test('a form of transfers gives each, with the firm found by its name and persons by ids alone', async () => {
    const result = await importedGrid([
      ['序号', '姓名', '转入单位', '转出办理时间', '转入办理时间', '介绍信有效期天数', '是否有回执'],
      [1, '张甲', '甲律师事务所', '2026.3.1', '2026.4.2', '90天', '是'],
      [2, '李乙', '甲律师事务所', '2026.5', '', 30, '否'],
    ])
    expect(firmsIn(result).get('甲律师事务所')).toMatchObject({
      transfers: [
        { person: 'person-1', startedOn: '2026-03-01', completedOn: '2026-04-02', letterValidDays: 90 },
        { person: 'person-2', startedOn: '2026-05', letterValidDays: 30 },
      ],
    })
    expect(JSON.stringify(result.ledger)).not.toContain('张甲')
    expect(result.notes.map(briefly)).toEqual(['台账 C2 record-made'])
  })

  test.each([
    ['yearly statistics', ['单位数', '已单独建立', '应建尚未建立']],
    ['statistics of meetings', ['支部', '按时开展月份数', '完成率']],
    ['results of assessments', ['年度', '支部', '书记', '考核结果']],
  ])('of %s no ledger can be made, which is said', async (_, headings) => {
    const { ledger, notes } = await importedGrid([headings, headings.map((_name, i) => i)])
    expect([ledger, notes.map(briefly)]).toEqual([{}, ['台账 no-ledger']])
  })
})
