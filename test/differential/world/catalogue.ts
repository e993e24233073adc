import { words } from '../../support/toy-pack.ts'

const none = words('没有', 'none')
const fact = (type: string, more: { changeable?: string; [key: string]: unknown } = {}) => ({
  type,
  label: words('事实', 'fact'),
  ...more,
})

/** Facts of every type beside those of the toy pack, so that random conditions meet every kind of value. */
export const GIVEN = {
  'kitchen.stoves': fact('integer', { min: 0, max: 'kitchen.seats' }),
  'kitchen.rooms': fact('integer', { none, changeable: 'superior' }),
  'kitchen.tables': fact('integer', { min: 0, max: 4 }),
  'kitchen.gas': fact('boolean', { none }),
  'kitchen.kind': fact('enum', { none, values: { x: words('甲', 'x'), y: words('乙', 'y'), z: words('丙', 'z') } }),
  'kitchen.closesOn': fact('date', { none, future: true }),
  'kitchen.rent': fact('money', { none, min: 0 }),
  'kitchen.fee': fact('rate', { changeable: 'no' }),
  'kitchen.owner': fact('id', { changeable: 'bearer' }),
  'kitchen.manager': fact('id', { none }),
  'kitchen.approval': fact('attestation', { none }),
  'kitchen.hygiene': fact('group', { none }),
  'kitchen.hygiene.grade': fact('integer', { min: 0, max: 3 }),
  'kitchen.hygiene.on': fact('date'),
  'cook.hours': fact('integer', { none, min: 0, max: 3 }),
  'year.days': fact('integer', { min: 0, max: 4 }),
  'supplier.score': fact('integer', { min: 0 }),
  'supplier.local': fact('boolean'),
}

/** The days that conditions, parameters and ledgers share, so that thresholds are met, missed and exceeded. */
export const DAYS = ['2018-12-31', '2019-01-31', '2019-02-01', '2019-03-01', '2020-02-29'] as const

/** What a condition asked at a record may name, by type. */
export interface Vocabulary {
  integers: readonly string[]
  money: readonly string[]
  rates: readonly string[]
  dates: readonly string[]
  flags: readonly string[]
  enums: readonly string[]
  ids: readonly string[]
}

const NOTHING: Vocabulary = { integers: [], money: [], rates: [], dates: [], flags: [], enums: [], ids: [] }

export const OF_COOK: Vocabulary = {
  ...NOTHING,
  integers: ['cook.hours', 'kitchen.tables', 'parameters.limit'],
  dates: ['cook.since', 'asOf'],
  flags: ['cook.trained', 'kitchen.licensed'],
}

export const OF_YEAR: Vocabulary = { ...NOTHING, integers: ['year.days', 'kitchen.tables'], money: ['year.revenue'] }

/** What the derived facts of a kitchen are made of: none of them. */
export const OF_KITCHEN_GIVEN: Vocabulary = {
  integers: [
    'kitchen.seats',
    'kitchen.stoves',
    'kitchen.rooms',
    'kitchen.tables',
    'kitchen.hygiene.grade',
    'supplier.score',
    'parameters.limit',
  ],
  money: ['kitchen.rent'],
  rates: ['kitchen.fee', 'parameters.rate'],
  dates: [
    'kitchen.openedOn',
    'kitchen.cleanedOn',
    'kitchen.closesOn',
    'kitchen.approval.attestedOn',
    'kitchen.hygiene.on',
    'asOf',
  ],
  flags: ['kitchen.licensed', 'kitchen.gas', 'kitchen.approval.value', 'supplier.local', 'parameters.strict'],
  enums: ['kitchen.kind'],
  ids: ['kitchen.owner', 'kitchen.manager'],
}

export const OF_KITCHEN: Vocabulary = {
  ...OF_KITCHEN_GIVEN,
  integers: [...OF_KITCHEN_GIVEN.integers, 'kitchen.amount', 'kitchen.other'],
  money: [...OF_KITCHEN_GIVEN.money, 'kitchen.tax'],
  dates: [...OF_KITCHEN_GIVEN.dates, 'kitchen.day'],
  flags: [...OF_KITCHEN_GIVEN.flags, 'kitchen.flag', 'kitchen.named', 'supplier.good'],
}

/** Of a kitchen in the year that is evaluated. */
export const OF_KITCHEN_YEAR: Vocabulary = {
  ...OF_KITCHEN,
  integers: [...OF_KITCHEN.integers, 'year.days', 'period.year'],
  money: [...OF_KITCHEN.money, 'year.revenue'],
  dates: [...OF_KITCHEN.dates, 'period.start', 'period.end'],
}

export const OF_SUPPLIER: Vocabulary = {
  ...NOTHING,
  integers: ['supplier.score', 'supplier.kitchens', 'parameters.limit'],
  flags: ['supplier.local', 'supplier.good', 'supplier.any'],
}
