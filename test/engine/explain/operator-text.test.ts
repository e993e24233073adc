import { expect, it } from 'vitest'
import { dated, findingOn, requirement, words } from '../../support/toy-pack.ts'

const parameters = {
  least: { type: 'money', label: words('最低金额', 'least amount'), values: [dated(150_000)] },
  share: { type: 'rate', label: words('比例', 'share'), values: [dated('1.5%')] },
}
const given = {
  'kitchen.fee': { type: 'money', label: words('管理费', 'fee') },
  'kitchen.tax': { type: 'rate', label: words('税率', 'tax rate') },
  'kitchen.grade': {
    type: 'enum',
    label: words('等级', 'grade'),
    values: { good: words('好', 'good'), fair: words('中', 'fair') },
  },
}

/** The trace of a requirement of one leaf. */
function leafOf(fact: string, operator: string, value: unknown) {
  const requires = { fact: `kitchen.${fact}`, operator, value }
  const finding = findingOn({ given, parameters, requirements: [requirement({ requires })] }, {}, { detail: 'trace' })
  const node = finding.trace![0]!.node
  if (node.kind !== 'leaf') throw new Error('no leaf')
  return node
}

it.each([
  ['fee', 'greaterThanInclusive', { fact: 'parameters.least' }, '不少于', 'is at least'],
  ['tax', 'not:lessThan', { fact: 'parameters.share' }, '不低于', 'is at least'],
  ['openedOn', 'swap:lessThan', '2018-01-01', '晚于', 'is after'],
  ['seats', 'equal', 3, '等于', 'equals'],
  ['licensed', 'not:equal', true, '不等于', 'does not equal'],
  ['grade', 'in', ['good', 'fair'], '属于', 'is one of'],
  ['grade', 'notIn', ['good'], '不属于', 'is not one of'],
  ['seats', 'everyValue:greaterThan', [3, 4], '超过其中每一个', 'is more than each of'],
  ['seats', 'someValue:greaterThan', [3, 4], '超过其中之一', 'is more than one of'],
])('in a trace %s %s %j has its operator in words', (fact, operator, value, zh, en) => {
  expect(leafOf(fact, operator, value)).toMatchObject({ operator, operatorText: { zh, en } })
})

it('a trace names the parameter or fact on the other side', () => {
  expect(leafOf('fee', 'lessThan', { fact: 'parameters.least' })).toMatchObject({ parameter: 'least' })
  expect(leafOf('openedOn', 'lessThan', { fact: 'kitchen.cleanedOn' })).toMatchObject({
    expectedFact: 'kitchen.cleanedOn',
  })
})

it('a parameter in use is given in words with its unit, too', () => {
  const all = ['least', 'share'].map((name) => ({ fact: name === 'least' ? 'kitchen.fee' : 'kitchen.tax', name }))
  const requires = {
    all: all.map(({ fact, name }) => ({ fact, operator: 'lessThan', value: { fact: `parameters.${name}` } })),
  }
  const finding = findingOn({ given, parameters, requirements: [requirement({ requires })] }, {})
  expect(finding.parameters).toMatchObject([
    { parameter: 'least', value: 150_000, text: { zh: '1,500元', en: 'CNY 1,500' } },
    { parameter: 'share', value: '1.5%', text: { zh: '1.5%', en: '1.5%' } },
  ])
})
