import { expect, test } from 'vitest'
import { briefly, city, firmsIn, importedGrid } from './imported.ts'

const NAME = '江西甲合律师事务所'
const HEAD = ['律所名称', '执业律师数', '主任', '单独', '书记', '书记职务']

const imported = (secretary: string, post = '', heading = '书记') =>
  importedGrid([HEAD.with(4, heading), [NAME, 5, '张三', '√', secretary, post]], { on: '2026-09-30' })

test.each([
  '副书记（主持工作）',
  '主持工作的副书记',
  '临时负责人',
  '张三（副书记）',
  '张三（副书记，主持工作）',
  '副书记张三',
  '副书记：张三',
  '临时负责人张三',
  '张三（主持工作）',
  '张三（代书记）',
])('who stands in is not the secretary, which is told: %s', async (secretary) => {
  const result = await imported(secretary)
  expect(firmsIn(result).get(NAME)).not.toHaveProperty('secretary')
  expect(result.notes.map(briefly)).toEqual(['台账 E2 no-person'])
})

test.each(['书记（副书记）', '书记（主持工作的副书记）', '书记（含副书记）', '书记（临时负责人）', '书记（主任）'])(
  'a heading that names another office as well does not say who is secretary: %s',
  async (heading) => {
    const result = await imported('张三', '', heading)
    expect(firmsIn(result).get(NAME)).not.toHaveProperty('secretary')
    expect(result.notes.map(briefly)).toEqual(['台账 E1 heading-of-others'])
  },
)

test.each(['书记（姓名）', '书记（党支部书记）', '书记（必填）'])(
  'a heading that names no other does: %s',
  async (heading) => {
    const result = await imported('张三', '', heading)
    expect(firmsIn(result).get(NAME)).toMatchObject({ secretary: { id: 'person-1' }, director: { id: 'person-1' } })
    expect(result.notes).toEqual([])
  },
)

test.each(['副书记', '副书记（主持工作）', '副书记兼副主任', '代理书记', '原书记'])(
  'whose post is another has not that of the secretary, and both cells are told: %s',
  async (post) => {
    const result = await imported('张三', post)
    expect(firmsIn(result).get(NAME)).not.toHaveProperty('secretary')
    expect(result.notes.map((note) => [briefly(note), note.other?.cell])).toEqual([['台账 E2 contradiction', 'F2']])
  },
)

test.each(['副主任', '书记兼副主任', '主任助理', '管委会主任', '管委会成员'])(
  'a %s is not known to be a principal manager, which is told',
  async (post) => {
    const result = await imported('李四', post)
    expect(firmsIn(result).get(NAME)?.['secretary']).toEqual({ id: 'person-2' })
    expect(result.notes.map(briefly)).toEqual(['台账 F2 not-understood'])
    const { findings } = city.evaluate(result.ledger, { asOf: '2026-09-30' })
    const heads = findings.filter(({ requirement }) => requirement === 'one-shoulder')
    expect(heads.map(({ status }) => status)).toEqual(['unknown'])
  },
)

test.each([
  ['合伙人、副主任', { isPartner: true }],
  ['副主任、合伙人', { isPartner: true }],
  ['高级合伙人', { isPartner: true }],
  ['合伙人', { isPartner: true }],
])('of a %s the ledger has what is sure', async (post, facts) => {
  const result = await imported('李四', post)
  expect(firmsIn(result).get(NAME)?.['secretary']).toEqual({ id: 'person-2', ...facts })
})

test('a secretary who is 副主任 may be of the management', async () => {
  const result = await importedGrid([
    [...HEAD, '班子成员进入管理层人数'],
    [NAME, 5, '张三', '√', '李四', '副主任', 1],
  ])
  expect(firmsIn(result).get(NAME)).toMatchObject({ organization: { leadersInManagement: 1 } })
})

test.each(['主任', '书记兼主任'])(
  'a secretary who is %s is no other than the director: neither is in the ledger',
  async (post) => {
    const result = await imported('李四', post)
    expect(firmsIn(result).get(NAME)).not.toHaveProperty('secretary')
    expect(result.notes.map(({ code }) => code)).toEqual(['contradiction'])
    expect(firmsIn(await imported('张三', post)).get(NAME)).toMatchObject({ secretary: { isPrincipalManager: true } })
  },
)

test('a secretary who is 行政主管 need not be the principal manager, which is told', async () => {
  const result = await imported('李四', '行政主管')
  expect(firmsIn(result).get(NAME)?.['secretary']).toEqual({ id: 'person-2' })
  expect(result.notes.map(({ code }) => code)).toEqual(['not-understood'])
})

test.each(['待补选', '张三（副书记，主持工作）', '原书记张三已调离', '张三、李四', '无', '#REF!'])(
  'what other cells say of a secretary waits for the name, which is told: %s',
  async (secretary) => {
    const head = [...HEAD, '书记政治面貌', '是否“一肩挑”']
    const result = await importedGrid([head, [NAME, 5, '王五', '√', secretary, '主任', '中共党员', '是']])
    expect(firmsIn(result).get(NAME)).not.toHaveProperty('secretary')
    const waiting = result.notes.filter(({ code }) => code === 'waits-for-other')
    expect(waiting.map(({ place }) => place.cell)).toEqual(['F2', 'G2', 'H2'])
  },
)

test('what is said of a secretary of whom two cells say different things is not kept', async () => {
  const head = [...HEAD, '书记政治面貌', '是否“一肩挑”']
  const result = await importedGrid([head, [NAME, 5, '张三', '√', '张三', '主任', '中共党员', '否']])
  expect(firmsIn(result).get(NAME)).not.toHaveProperty('secretary')
})

test('whether a director is a member waits for the name as well', async () => {
  const head = ['律所名称', '执业律师数', '主任', '主任政治面貌']
  const result = await importedGrid([head, [NAME, 5, '张三、李四', '群众']])
  expect(firmsIn(result).get(NAME)).not.toHaveProperty('director')
  expect(result.notes.map(briefly)).toEqual(['台账 D2 waits-for-other', '台账 C2 several-persons'])
})

test('of a secretary who is not named the other cells are kept', async () => {
  const result = await importedGrid([
    [...HEAD, '书记政治面貌'],
    [NAME, 5, '王五', '√', '', '合伙人', '中共党员'],
  ])
  expect(firmsIn(result).get(NAME)?.['secretary']).toEqual({ isPartner: true, partyStatus: 'full' })
})
