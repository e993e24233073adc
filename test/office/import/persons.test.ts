import { describe, expect, test } from 'vitest'
import { briefly, firmsIn, importedGrid, importedGrids, plan } from './imported.ts'
import { readPerson } from '../../../packages/office/src/person/read-person.ts'

const OFFICE = ['党组织书记情况', '姓名']
const words = plan.imports.get('party-building-forms')!.names!

describe('a name', () => {
  test.each([
    ['张甲', '张甲'],
    ['张甲同志', '张甲'],
    ['张甲律师', '张甲'],
    ['张甲 女士', '张甲'],
    ['张 甲', '张甲'],
    ['张　　甲', '张甲'],
    ['张\n甲', '张甲'],
    ['书记：张甲', '张甲'],
    ['书记张甲', '张甲'],
    ['张甲 书记', '张甲'],
    ['张甲（女）', '张甲'],
    ['张甲（女，回族）', '张甲'],
    ['市司法局张甲', '张甲'],
    ['张某', '张某'],
    ['王某某', '王某某'],
    ['张王某某', '张王某某'],
    ['李和平', '李和平'],
    ['李等', '李等'],
    ['原小明', '原小明'],
    ['章程前', '章程前'],
    ['张工农', '张工农'],
    ['蔡某', '蔡某'],
    ['洪某某', '洪某某'],
    ['欧阳某', '欧阳某'],
    ['欧阳 某某', '欧阳某某'],
    ['买买提·艾力', '买买提·艾力'],
    ['买买提•艾力', '买买提·艾力'],
    ['John Smith', 'John Smith'],
    ['Mr. John Smith', 'John Smith'],
    ['María de la Cruz', 'María de la Cruz'],
  ])('written %j is that of %s', (text, name) => {
    expect(readPerson(text, OFFICE, { words })).toEqual({ name })
  })

  test.each([
    ...(
      '缺 改选中 换届中 不详 代理 是 否 已撤回 原派张某 不派 拟派李甲 × 0 12 暂由王乙代 主任兼书记 副书记：张甲 张甲（兼） ' +
      '张甲（原书记） 原市司法局张甲 张书记 方主任 张律师 甲 某某 连任 应选 待定 暂缺 空缺 缺位 常务 常委 双方 双肩挑 管委会 文员 任期届满 尚未 尚缺 ' +
      '单独 党支部 农工党 曾任书记 解聘 易人 全缺 于都县 司法局派 见附件 张A 张甲13 Smith smith TBC n/a'
    ).split(' '),
    ...'原张三 原李四光 原王五 查无 单设 张三代 张所 张工 胡总 欧阳总 时限 房管 章程 张三（原） 李四退'.split(' '),
    'Vacant Position',
    'Acting Director',
    'John Smith (acting)',
    'to be appointed',
  ])('is not what stands in %j', (text) => {
    expect(readPerson(text, OFFICE, { words })).toEqual({ fault: 'no-person' })
  })

  test.each([
    '张甲、李乙',
    '张甲 李乙',
    '张甲\n李乙',
    '张甲/李乙',
    '张甲和李乙',
    '张甲、副书记李乙',
    '张甲等',
    '张三等3人',
    '书记张甲等三人',
    '张 甲 等人',
    'John Smith and Ann Lee',
    'John Smith, Ann Lee',
  ])('is not alone in %j', (text) => {
    expect(readPerson(text, OFFICE, { words })).toEqual({ fault: 'several-persons' })
  })
})

describe('a column of persons', () => {
  const headings = ['律所名称', '执业律师数', '主任', '单独', '书记']

  test('with the same words in two columns makes nobody both', async () => {
    for (const text of ['缺', '换届中', '代理', '主任兼书记']) {
      const result = await importedGrid([headings, ['甲律师事务所', 5, text, '√', text]])
      expect(result.persons).toEqual({})
      expect(result.notes.map(briefly)).toEqual(['台账 C2 no-person', '台账 E2 no-person'])
    }
  })

  test('has one person however a name is written', async () => {
    const result = await importedGrid([headings, ['甲律师事务所', 5, '张甲律师', '√', '书记：张 甲']])
    expect(result.persons).toEqual({ 'person-1': '张甲' })
    expect(firmsIn(result).get('甲律师事务所')).toMatchObject({
      director: { id: 'person-1' },
      secretary: { id: 'person-1' },
    })
    expect(result.notes).toEqual([])
  })

  test('in which it says that there is nobody gives nobody, and that is told', async () => {
    const result = await importedGrid([headings, ['甲律师事务所', 5, '无', '√', '没有']])
    expect(result.persons).toEqual({})
    expect(result.notes.map(briefly)).toEqual(['台账 C2 nobody', '台账 E2 nobody'])
  })
})

test('a landline in place of a name is dropped, and not repeated', async () => {
  const result = await importedGrid([
    ['律所名称', '执业律师数', '主任', '指导员姓名'],
    ['甲律师事务所', 5, '0797-8123456', '张甲 0797-8123456'],
  ])
  expect(JSON.stringify(result)).not.toContain('8123456')
  expect(result.persons).toEqual({})
  expect(result.notes.map(briefly)).toEqual(['台账 C2 personal-number', '台账 D2 personal-number'])
})

describe('an instructor', () => {
  const headings = ['律所名称', '执业律师数', '指导员姓名', '指导员选派单位', '指导员选派时间']
  const imported = (...row: string[]) => importedGrid([headings, ['甲律师事务所', 5, ...row]])

  test('is in office where somebody is named', async () => {
    const result = await imported('张甲同志', '章贡区司法局', '2023.3.1')
    expect(firmsIn(result).get('甲律师事务所')).toMatchObject({
      instructors: [{ to: null, sentBy: 'countyBureau', from: '2023-03-01' }],
    })
    expect(result.persons).toEqual({})
    expect(result.notes).toEqual([])
  })

  test.each(['无', '没有', '否', '0', '×', '不派', '未派'])(
    'is nobody where it says %s, whatever else the row has',
    async (text) => {
      const result = await imported(text, '章贡区司法局', '2023.3.1')
      expect(firmsIn(result).get('甲律师事务所')).not.toHaveProperty('instructors')
      expect(result.notes.map(briefly)).toEqual(['台账 D2 not-about-row', '台账 E2 not-about-row', '台账 C2 nobody'])
      const alone = await imported(text, '无', '/')
      expect(firmsIn(alone).get('甲律师事务所')).not.toHaveProperty('instructors')
      expect(alone.notes.map(briefly)).toEqual(['台账 C2 nobody'])
    },
  )

  test.each(['待定', '已撤回', '原派张某', '暂由王乙代', '张甲（已到期）'])(
    'is not known where it says %s: what depends on it waits',
    async (text) => {
      const result = await imported(text, '章贡区司法局', '2023.3.1')
      expect(firmsIn(result).get('甲律师事务所')).not.toHaveProperty('instructors')
      expect(result.notes.map(briefly)).toEqual([
        '台账 D2 waits-for-other',
        '台账 E2 waits-for-other',
        '台账 C2 no-person',
      ])
    },
  )

  test('of whom no name is given is one all the same', async () => {
    const result = await imported('', '章贡区司法局', '2023.3.1')
    expect(firmsIn(result).get('甲律师事务所')).toMatchObject({
      instructors: [{ sentBy: 'countyBureau', from: '2023-03-01' }],
    })
  })
})

test('that there is no secretary waits for what says whose it is', async () => {
  const headings = ['律所名称', '执业律师数', '单独', '书记']
  const result = await importedGrid([headings, ['甲律师事务所', 5, '○', '无'], ['乙律师事务所', 5, '否', '无']])
  expect(result.notes.map(briefly)).toEqual(['台账 D2 waits-for-other', '台账 C2 not-understood'])
})

describe('two names in one cell', () => {
  const headings = ['姓名', '转入单位', '转出办理时间', '转入办理时间']

  test.each([
    ['张甲、李乙', '甲律师事务所', 'A2'],
    ['张甲\n李乙', '甲律师事务所', 'A2'],
    ['张甲、李乙', '甲律师事务所、乙律师事务所', 'A2'],
    ['张甲', '甲律师事务所党支部\n乙律师事务所党支部', 'B2'],
  ])('(%j, %j) make no transfer, and are told', async (person, firm, cell) => {
    const result = await importedGrid([headings, [person, firm, '2026.3.1', '2026.4.1']])
    expect(result.ledger).toEqual({})
    expect(result.persons).toEqual({})
    expect(result.notes.map(briefly)).toEqual([`台账 ${cell} row-of-several`])
  })

  test('make no firm and no organization', async () => {
    const result = await importedGrid([
      ['律所名称', '执业律师数', '单独', '党组织名称'],
      ['甲律师事务所、乙律师事务所', 5, '', ''],
      ['丙律师事务所', 5, '√', '丙所党支部、丁所党支部'],
    ])
    expect([...firmsIn(result).keys()]).toEqual(['丙律师事务所'])
    expect(firmsIn(result).get('丙律师事务所')).not.toHaveProperty('organization')
    expect(result.notes.map(briefly)).toEqual(['台账 A2 row-of-several', '台账 D3 several-organizations'])
  })

  test('make no joint branch, but a joint branch may have those of its firms in its own', async () => {
    const result = await importedGrid([
      ['律所名称', '执业律师数', '联合', '党组织名称'],
      ['甲律师事务所', 5, '√', '第一党支部、第二党支部'],
      ['乙律师事务所', 5, '√', '乙所、丙所联合党支部'],
    ])
    expect(result.ledger['jointBranches']).toMatchObject([{ name: '乙所、丙所联合党支部' }])
    expect(result.notes.map(briefly)).toEqual(['台账 D2 several-organizations'])
  })

  test('of a roster are not counted as one', async () => {
    const roster = [
      ['姓名', '人员类别', '所在党支部', '是否执业律师'],
      ['张甲、李乙', '正式党员', '甲律师事务所党支部', '是'],
      ['王丙', '正式党员', '甲律师事务所党支部', '是'],
      ['赵丁', '正式党员', '乙律师事务所党支部、丙律师事务所党支部', '是'],
    ]
    const result = await importedGrids([roster])
    expect([...firmsIn(result).values()]).toEqual([
      { id: 'firm-1', name: '甲律师事务所', members: { probationary: 0 } },
    ])
    expect(result.notes.map(briefly)).toEqual([
      '台账 C2 record-made',
      '台账 A2 not-counted',
      '台账 C4 row-of-several',
      '台账 C4 not-counted',
    ])
  })
})

test.each(['石城', '于都', '章贡', '章贡区', '南康'])(
  'the name of a county of the mapping is no person: %s',
  async (text) => {
    const result = await importedGrid([
      ['律所名称', '执业律师数', '主任'],
      ['甲律师事务所', 5, text],
    ])
    expect(result.persons).toEqual({})
    expect(result.notes.map(briefly)).toEqual(['台账 C2 no-person'])
  },
)
