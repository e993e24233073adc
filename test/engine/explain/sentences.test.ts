import { describe, expect, it } from 'vitest'
import { dated, findingOn, requirement, words } from '../../support/toy-pack.ts'

const given = {
  'kitchen.tax': { type: 'rate', label: words('税率', 'tax rate') },
  'kitchen.fee': { type: 'money', label: words('管理费', 'fee') },
  'kitchen.lead': {
    type: 'integer',
    label: words('相隔日数', 'days between'),
    unit: { ...words('日', 'days'), one: 'day' },
  },
  'kitchen.tables': {
    type: 'integer',
    label: words('桌数', 'number of tables'),
    unit: { ...words('张', 'tables'), one: 'table' },
    min: 0,
    max: 'kitchen.seats',
  },
  'kitchen.coldest': {
    type: 'integer',
    label: words('冷库最低温度', 'lowest temperature'),
    unit: words('℃'),
  },
  'kitchen.lamps': {
    type: 'integer',
    label: words('灯数', 'number of lamps'),
    unit: words('盏', 'lamps'),
    min: 'kitchen.seats',
  },
  'kitchen.grade': {
    type: 'enum',
    label: words('等级', 'grade'),
    none: words('未评级', 'not graded'),
    values: { good: words('好', 'good'), fair: words('中', 'fair'), poor: words('差', 'poor') },
  },
  'kitchen.cook': { type: 'id', label: words('主厨', 'head cook') },
  'kitchen.owner': { type: 'id', label: words('业主', 'owner') },
  'kitchen.lit': { type: 'date', label: words('点火日期', 'day of the first fire'), absent: 'none' },
  'kitchen.store': { type: 'group', label: words('库房', 'store'), none: words('没有库房', 'no store') },
  'kitchen.store.size': { type: 'integer', label: words('库房面积', 'size of the store') },
  'kitchen.store.openedOn': { type: 'date', label: words('库房启用日期', 'day the store was opened') },
}
const parameters = {
  limit: {
    label: words('座位下限', 'least number of seats'),
    unit: words('个', 'seats'),
    type: 'integer',
    values: [dated(3)],
  },
}

/** What the one leaf of a requirement says of a kitchen. */
function say(
  fact: string,
  operator: string,
  value: unknown,
  kitchen: Record<string, unknown>,
): [zh: string, en: string] {
  return sayOf({ fact: `kitchen.${fact}`, operator, value }, kitchen)
}

function sayOf(requires: object, kitchen: Record<string, unknown>): [zh: string, en: string] {
  const { reasons } = findingOn({ given, parameters, requirements: [requirement({ requires })] }, kitchen)
  expect(reasons).toHaveLength(1)
  return [reasons[0]!.text.zh, reasons[0]!.text.en]
}

describe('a sentence', () => {
  it.each([
    [
      'seats',
      'greaterThanInclusive',
      { fact: 'parameters.limit' },
      { seats: 2 },
      '座位数为2个，少于座位下限（3个）',
      'Number of seats is 2 seats, less than the least number of seats (3 seats)',
    ],
    [
      'seats',
      'greaterThanInclusive',
      { fact: 'parameters.limit' },
      { seats: 3 },
      '座位数为3个，不少于座位下限（3个）',
      'Number of seats is 3 seats, at least the least number of seats (3 seats)',
    ],
    [
      'seats',
      'lessThan',
      10,
      { seats: 12 },
      '座位数为12个，不少于10个',
      'Number of seats is 12 seats, at least 10 seats',
    ],
    [
      'seats',
      'not:lessThan',
      10,
      { seats: 12 },
      '座位数为12个，不少于10个',
      'Number of seats is 12 seats, at least 10 seats',
    ],
    [
      'seats',
      'swap:lessThan',
      10,
      { seats: 12 },
      '座位数为12个，超过10个',
      'Number of seats is 12 seats, more than 10 seats',
    ],
    [
      'seats',
      'not:swap:lessThan',
      10,
      { seats: 12 },
      '座位数为12个，超过10个',
      'Number of seats is 12 seats, more than 10 seats',
    ],
    ['seats', 'equal', 10, { seats: 12 }, '座位数为12个，不是10个', 'Number of seats is 12 seats, not 10 seats'],
    [
      'seats',
      'in',
      [10, 11, 13],
      { seats: 12 },
      '座位数为12个，不是10个、11个或13个',
      'Number of seats is 12 seats, not 10 seats, 11 seats or 13 seats',
    ],
    [
      'lead',
      'lessThanInclusive',
      0,
      { lead: -35 },
      '相隔日数为提前35日，不超过0日',
      'Days between is 35 days early, at most 0 days',
    ],
    ['lead', 'equal', -1, { lead: 0 }, '相隔日数为0日，不是提前1日', 'Days between is 0 days, not 1 day early'],
    ['fee', 'greaterThan', 0, { fee: 0 }, '管理费为0元', 'Fee is CNY 0'],
    ['fee', 'greaterThan', 0, { fee: 1 }, '管理费为0.01元', 'Fee is CNY 0.01'],
    ['fee', 'greaterThan', 0, { fee: -123400 }, '管理费为-1,234元，不超过0元', 'Fee is CNY -1,234, at most CNY 0'],
    [
      'seats',
      'someValue:greaterThan',
      [5, 20],
      { seats: 12 },
      '座位数为12个，超过5个、20个之一',
      'Number of seats is 12 seats, more than one of 5 seats, 20 seats',
    ],
    [
      'seats',
      'everyValue:greaterThan',
      [5, 20],
      { seats: 12 },
      '座位数为12个，不超过5个、20个之一',
      'Number of seats is 12 seats, at most one of 5 seats, 20 seats',
    ],
    [
      'seats',
      'everyValue:greaterThan',
      [5, 9],
      { seats: 12 },
      '座位数为12个，超过5个、9个中的每一个',
      'Number of seats is 12 seats, more than each of 5 seats, 9 seats',
    ],
    ['tax', 'greaterThanInclusive', '1%', { tax: '0.99%' }, '税率为0.99%，低于1%', 'Tax rate is 0.99%, less than 1%'],
    [
      'fee',
      'lessThanInclusive',
      1_000_000,
      { fee: 123_456_789 },
      '管理费为1,234,567.89元，超过10,000元',
      'Fee is CNY 1,234,567.89, more than CNY 10,000',
    ],
    [
      'openedOn',
      'lessThanInclusive',
      '2018-05-01',
      { openedOn: '2018-11-03' },
      '开业日期为2018年11月3日，晚于2018年5月1日',
      'Opening day is 2018-11-03, after 2018-05-01',
    ],
    [
      'openedOn',
      'lessThanInclusive',
      { fact: 'kitchen.cleanedOn' },
      { openedOn: '2018-05-01', cleanedOn: '2018-05-01' },
      '开业日期为2018年5月1日，不晚于清洁日期（2018年5月1日）',
      'Opening day is 2018-05-01, on or before the cleaning day (2018-05-01)',
    ],
    ['cleanedOn', 'lessThan', '2018-05-01', { cleanedOn: null }, '清洁日期：尚未清洁', 'Cleaning day: not yet cleaned'],
    ['licensed', 'equal', true, { licensed: false }, '是否持证：否', 'Whether it is licensed: no'],
    ['licensed', 'equal', true, { licensed: true }, '是否持证：是', 'Whether it is licensed: yes'],
    ['grade', 'equal', 'good', { grade: 'good' }, '等级为“好”', 'Grade is "good"'],
    ['grade', 'equal', 'good', { grade: 'poor' }, '等级为“差”，不是“好”', 'Grade is "poor", not "good"'],
    ['grade', 'in', ['good', 'fair'], { grade: 'poor' }, '等级为“差”', 'Grade is "poor"'],
    ['grade', 'in', ['good', 'fair'], { grade: 'fair' }, '等级为“中”', 'Grade is "fair"'],
    ['grade', 'in', ['good', 'fair'], { grade: null }, '等级：未评级', 'Grade: not graded'],
    ['grade', 'swap:contains', ['good', 'fair'], { grade: 'fair' }, '等级为“中”', 'Grade is "fair"'],
    ['grade', 'notEqual', null, { grade: null }, '等级：未评级', 'Grade: not graded'],
    [
      'cook',
      'equal',
      { fact: 'kitchen.owner' },
      { cook: 'A', owner: 'B' },
      '主厨与业主不一致',
      'Head cook differs from the owner',
    ],
    [
      'cook',
      'equal',
      { fact: 'kitchen.owner' },
      { cook: 'A', owner: 'A' },
      '主厨与业主一致',
      'Head cook is the same as the owner',
    ],
    [
      'tables',
      'lessThan',
      3,
      { seats: 2 },
      '桌数未填写，但至多为2张，少于3张',
      'Number of tables is not given, but is at most 2 tables, less than 3 tables',
    ],
    [
      'tables',
      'greaterThanInclusive',
      0,
      {},
      '桌数未填写，但至少为0张',
      'Number of tables is not given, but is at least 0 tables',
    ],
    [
      'tables',
      'equal',
      3,
      { seats: 2 },
      '桌数未填写，但至多为2张，不会是3张',
      'Number of tables is not given, but is at most 2 tables, not 3 tables',
    ],
    ['tables', 'lessThan', 1, { tables: 0 }, '桌数为0张', 'Number of tables is 0 tables'],
    ['tables', 'not:greaterThanInclusive', 1, { tables: 0 }, '桌数为0张', 'Number of tables is 0 tables'],
    ['tables', 'greaterThanInclusive', 1, { tables: 2 }, '桌数为2张', 'Number of tables is 2 tables'],
    ['tables', 'greaterThanInclusive', 0, { tables: 0 }, '桌数为0张', 'Number of tables is 0 tables'],
    [
      'coldest',
      'greaterThan',
      -5,
      { coldest: 3 },
      '冷库最低温度为3℃，超过-5℃',
      'Lowest temperature is 3 ℃, more than -5 ℃',
    ],
    [
      'lamps',
      'notEqual',
      0,
      { seats: 3 },
      '灯数未填写，但至少为3盏，不会是0盏',
      'Number of lamps is not given, but is at least 3 lamps, not 0 lamps',
    ],
    [
      'openedOn',
      'greaterThan',
      '1970-01-01',
      { openedOn: '2018-01-01' },
      '开业日期为2018年1月1日，晚于1970年1月1日',
      'Opening day is 2018-01-01, after 1970-01-01',
    ],
    ['fee', 'lessThan', 1, { fee: 0 }, '管理费为0元，少于0.01元', 'Fee is CNY 0, less than CNY 0.01'],
    ['tax', 'greaterThan', '0%', { tax: '0%' }, '税率为0%', 'Tax rate is 0%'],
    ['tax', 'lessThan', '1%', { tax: '0%' }, '税率为0%，低于1%', 'Tax rate is 0%, less than 1%'],
    ['tables', 'greaterThan', 1, { tables: 1 }, '桌数为1张，不超过1张', 'Number of tables is 1 table, at most 1 table'],
  ] as [string, string, unknown, Record<string, unknown>, string, string][])(
    'on %s %s %j of %j reads right',
    (fact, operator, value, kitchen, zh, en) => {
      expect(say(fact, operator, value, kitchen)).toEqual([zh, en])
    },
  )

  it('says of a day that there is none yet, not that there is none of what it belongs to', () => {
    expect(say('store.openedOn', 'notEqual', null, { store: { size: 20, openedOn: '2099-01-01' } })).toEqual([
      '库房启用日期：2099年1月1日，尚未到',
      'Day the store was opened: 2099-01-01, still to come',
    ])
    expect(say('lit', 'notEqual', null, {})).toEqual(['点火日期：尚无记录', 'Day of the first fire: no record yet'])
    expect(say('store.size', 'notEqual', null, { store: null })).toEqual([
      '库房面积：没有库房',
      'Size of the store: no store',
    ])
  })

  it.each([
    ['lessThan', '2018-05-01', '已过', 'before'],
    ['lessThanInclusive', '2018-05-01', '已到', 'on or before'],
    ['lessThan', '2019-01-01', '未过', 'on or after'],
  ])('says of a day that is compared with that of the report how it stands (%s)', (operator, openedOn, zh, en) => {
    const day = `${openedOn.slice(0, 4)}年${Number(openedOn.slice(5, 7))}月1日`
    const said = [`开业日期为${day}，截至2019年1月1日${zh}`, `Opening day is ${openedOn}, ${en} 2019-01-01`]
    expect(say('openedOn', operator, { fact: 'asOf' }, { openedOn })).toEqual(said)
    expect(say('openedOn', `swap:${operator}`, { fact: 'asOf' }, { openedOn: '2018-05' })[0]).toMatch(
      /^开业日期为2018年5月（日不详），截至2019年1月1日已[过到]$/,
    )
    const turned = operator === 'lessThan' ? 'greaterThan' : 'greaterThanInclusive'
    expect(sayOf({ fact: 'asOf', operator: turned, value: { fact: 'kitchen.openedOn' } }, { openedOn })).toEqual(said)
  })

  it('says of each of several days to come that it is later', () => {
    const come = (fact: string) => ({ fact: `kitchen.${fact}`, operator: 'notEqual', value: null })
    const requires = { any: [come('openedOn'), come('cleanedOn')] }
    const { reasons } = findingOn(
      { requirements: [requirement({ requires })] },
      { openedOn: '2099-01-01', cleanedOn: '2099-02-01' },
    )
    expect(reasons.map(({ text }) => text.zh)).toEqual([
      '开业日期：2099年1月1日，尚未到',
      '清洁日期：2099年2月1日，尚未到',
    ])
  })

  it('calls a day that a formula gives the day of completion', () => {
    const { reasons } = findingOn(
      {
        requirements: [
          requirement({
            requires: { fact: 'kitchen.cleanedOn', operator: 'notEqual', value: null },
            due: '2018-06-30',
            achievedOn: { greatest: ['kitchen.cleanedOn', 'kitchen.openedOn'] },
          }),
        ],
      },
      { cleanedOn: '2018-07-02', openedOn: '2018-01-01' },
    )
    expect(reasons.find(({ part }) => part === 'achievedOn')?.text).toEqual({
      zh: '完成日期为2018年7月2日，晚于期限（2018年6月30日）',
      en: 'The day of completion is 2018-07-02, after the due date (2018-06-30)',
    })
  })
})
