import type { PackSource } from '@tiaoli/engine'
import { requirement, toyPack, words } from '../../support/toy-pack.ts'
import { seeded } from './random.ts'
import { toWorkload } from './to-rules.ts'
import type { Workload } from './workload.ts'

/** Bare conditions: no due dates, no exceptions, no dated parameters. `hand-written.ts` says the same in TypeScript. */
const CONDITIONS: Record<string, object> = {
  licensed: is('licensed', true),
  insured: is('insured', true),
  open: is('open', true),
  'seats-at-most-200': leaf('seats', 'lessThanInclusive', 200),
  'one-cook': leaf('staff', 'greaterThanInclusive', 1),
  'one-cook-for-forty': any(leaf('seats', 'lessThanInclusive', 40), leaf('staff', 'greaterThanInclusive', 2)),
  'one-cook-for-eighty': any(leaf('seats', 'lessThanInclusive', 80), leaf('staff', 'greaterThanInclusive', 3)),
  'no-more-cooks-than-seats': leaf('staff', 'lessThanInclusive', fact('seats')),
  'trained-cooks': leaf('trained', 'greaterThanInclusive', fact('staff')),
  'some-trained': any(leaf('staff', 'equal', 0), leaf('trained', 'greaterThan', 0)),
  'known-kind': leaf('kind', 'in', ['canteen', 'restaurant', 'bakery']),
  'no-stall-indoors': any(leaf('kind', 'notEqual', 'stall'), is('indoors', false)),
  'canteens-insured': any(leaf('kind', 'notEqual', 'canteen'), is('insured', true)),
  'bakeries-small': any(leaf('kind', 'notEqual', 'bakery'), leaf('seats', 'lessThan', 30)),
  'grade-given': leaf('grade', 'notEqual', 'none'),
  'grade-fair': leaf('grade', 'in', ['a', 'b']),
  'grade-a-when-large': any(leaf('seats', 'lessThan', 150), leaf('grade', 'equal', 'a')),
  'grade-a-trained': any(leaf('grade', 'notEqual', 'a'), leaf('trained', 'greaterThanInclusive', 1)),
  'gas-checked': any(is('gas', false), is('gasChecked', true)),
  'gas-indoors': { not: all(is('gas', true), is('indoors', true), is('ventilated', false)) },
  ventilated: any(is('indoors', false), is('ventilated', true)),
  'fridge-cold': leaf('fridge', 'lessThanInclusive', 8),
  'fridge-not-frozen': leaf('fridge', 'greaterThan', 0),
  'fridge-when-meat': any(is('meat', false), leaf('fridge', 'lessThanInclusive', 4)),
  'meat-licensed': any(is('meat', false), all(is('licensed', true), leaf('grade', 'in', ['a', 'b']))),
  'inspected-since-2017': leaf('inspectedOn', 'greaterThanInclusive', '2017-01-01'),
  'inspected-after-opening': leaf('inspectedOn', 'greaterThanInclusive', fact('openedOn')),
  'inspected-in-2018-if-meat': any(is('meat', false), leaf('inspectedOn', 'greaterThanInclusive', '2018-01-01')),
  'new-kitchens-trained': any(leaf('openedOn', 'lessThan', '2018-01-01'), leaf('trained', 'greaterThan', 0)),
  'closed-or-complete': any(
    is('open', false),
    all(is('licensed', true), is('insured', true), leaf('staff', 'greaterThan', 0), leaf('grade', 'notEqual', 'none')),
  ),
}

function fact(name: string): object {
  return { fact: `kitchen.${name}` }
}

function leaf(name: string, operator: string, value: unknown): object {
  return { fact: `kitchen.${name}`, operator, value }
}

function is(name: string, value: boolean): object {
  return leaf(name, 'equal', value)
}

function all(...conditions: object[]): object {
  return { all: conditions }
}

function any(...conditions: object[]): object {
  return { any: conditions }
}

const BOOLEANS = ['insured', 'open', 'indoors', 'gas', 'gasChecked', 'ventilated', 'meat']
const INTEGERS = ['staff', 'trained', 'fridge']
const KINDS = ['canteen', 'restaurant', 'bakery', 'stall']
const GRADES = ['a', 'b', 'c', 'none']

const enumOf = (values: readonly string[]) => ({
  type: 'enum',
  label: words('种类', 'kind'),
  values: Object.fromEntries(values.map((value) => [value, words(value)])),
})

function pack(): PackSource {
  const given: [string, object][] = [
    ...BOOLEANS.map((name): [string, object] => [name, { type: 'boolean', label: words(name) }]),
    ...INTEGERS.map((name): [string, object] => [name, { type: 'integer', label: words(name) }]),
    ['inspectedOn', { type: 'date', label: words('检查日期', 'inspection') }],
    ['kind', enumOf(KINDS)],
    ['grade', enumOf(GRADES)],
  ]
  return toyPack({
    given: Object.fromEntries(given.map(([name, entry]) => [`kitchen.${name}`, entry])),
    requirements: Object.entries(CONDITIONS).map(([id, requires]) => requirement({ id, requires })),
  })
}

function kitchens(count: number): object[] {
  const random = seeded(30)
  const day = (from: number) => `${from + random(3)}-0${1 + random(9)}-1${random(10)}`
  return Array.from({ length: count }, (_, i) => ({
    id: `K${i}`,
    seats: random(220),
    licensed: random(5) > 0,
    openedOn: day(2015),
    inspectedOn: day(2016),
    ...Object.fromEntries(BOOLEANS.map((name) => [name, random(3) > 0])),
    ...Object.fromEntries(INTEGERS.map((name) => [name, random(10)])),
    kind: KINDS[random(KINDS.length)],
    grade: GRADES[random(GRADES.length)],
  }))
}

/** Thirty rules on two hundred kitchens. */
export function thirtyRulesWorkload(): Workload {
  return toWorkload('30 rules', pack(), { kitchens: kitchens(200) }, { asOf: '2019-01-01' })
}
