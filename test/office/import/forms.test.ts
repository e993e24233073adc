import { describe, expect, test } from 'vitest'
import { briefly, firmsIn, importedGrid } from './imported.ts'

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
      [2, '乙律师事务所', 1, '', '√', '', '', '', '', '第一联合党支部', '2019.3', '否', '否', '拟撤销'],
      ['合计', '', 6],
    ])
    const firms = firmsIn(result)
    expect(firms.get('甲律师事务所')).toMatchObject({
      members: { all: 5 },
      jointBranch: null,
      organization: { kind: 'branch', establishedOn: '2015-07' },
      venue: { value: true, attestedOn: '2026-06-30', attestedBy: 'county-bureau' },
      years: { 2025: { democraticAppraisalOn: true } },
    })
    expect(firms.get('乙律师事务所')).toMatchObject({
      organization: null,
      jointBranch: 'jointBranch-1',
      venue: { value: false },
      years: { 2025: { democraticAppraisalOn: null } },
    })
    expect(result.ledger['jointBranches']).toMatchObject([{ name: '第一联合党支部', establishedOn: '2019-03' }])
    expect(result.notes.map(briefly)).toEqual(['台账 A7 row-skipped', '台账 N6 remark'])
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
      [1, '张某', '甲律师事务所', '2026.3.1', '2026.4.2', '90天', '是'],
      [2, '李某', '甲律师事务所', '2026.5', '', 30, '否'],
    ])
    expect(firmsIn(result).get('甲律师事务所')).toMatchObject({
      transfers: [
        { person: 'person-1', startedOn: '2026-03-01', completedOn: '2026-04-02', letterValidDays: 90 },
        { person: 'person-2', startedOn: '2026-05', letterValidDays: 30 },
      ],
    })
    expect(JSON.stringify(result.ledger)).not.toContain('张某')
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
