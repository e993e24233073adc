import type { PackSource } from '@tiaoli/engine'
import fc from 'fast-check'
import { words } from '../../support/toy-pack.ts'
import { OF_COOK, OF_KITCHEN_GIVEN, OF_KITCHEN, OF_SUPPLIER, OF_YEAR, type Vocabulary } from './catalogue.ts'
import { conditionOver, day, type Json } from './condition.ts'
import { wholeTowns } from './ledger.ts'
import { drafts, packOf } from './pack.ts'

// What surrounds the kitchens of the other worlds: a town with facts and totals of its own, depots, references in all
// directions, and checks that look from one record to others.

const oneOf = <T>(...values: T[]) => fc.constantFrom(...values)
const none = words('没有', 'none')
const fact = (type: string, more: object = {}) => ({ type, label: words('事实', 'fact'), ...more })
const reference = (to: string) => fact('reference', { to, none })

const SCOPES = { depot: { label: words('仓库', 'depot'), in: 'town', list: 'depots' } }

const GIVEN = {
  'town.declared': fact('integer'),
  'town.foundedOn': fact('date'),
  'town.open': fact('boolean'),
  'depot.on': fact('date', { none }),
  'depot.supplier': reference('supplier'),
  'depot.id': fact('id'),
  'kitchen.parent': reference('kitchen'),
  'supplier.flagship': reference('kitchen'),
  'cook.mentor': reference('cook'),
  'cook.supplier': reference('supplier'),
}

const OF_DEPOT: Vocabulary = {
  integers: ['supplier.score', 'supplier.depots', 'supplier.cooks', 'town.declared'],
  dates: ['depot.on', 'town.foundedOn'],
  flags: ['town.open'],
  ids: ['depot.supplier'],
  money: [],
  rates: [],
  enums: [],
}

const OF_TOWN: Vocabulary = {
  ...OF_DEPOT,
  integers: ['town.declared', 'town.counted', 'town.cooks', 'town.hours', 'town.days'],
  dates: ['town.foundedOn', 'asOf'],
  flags: ['town.open', 'town.licensed'],
  ids: [],
}

const OF_KITCHEN_AROUND: Vocabulary = {
  ...OF_KITCHEN,
  integers: [
    ...OF_KITCHEN.integers,
    'kitchen.branches',
    'supplier.depots',
    'supplier.kitchens',
    'supplier.cooks',
    'town.declared',
    'town.counted',
  ],
  dates: [...OF_KITCHEN.dates, 'town.foundedOn'],
  flags: [...OF_KITCHEN.flags, 'town.open', 'supplier.linked'],
  ids: [...OF_KITCHEN.ids, 'kitchen.id', 'kitchen.parent', 'kitchen.supplier'],
}

const OF_SUPPLIER_AROUND: Vocabulary = {
  ...OF_SUPPLIER,
  integers: [...OF_SUPPLIER.integers, 'supplier.depots', 'supplier.cooks', 'town.declared'],
  flags: [...OF_SUPPLIER.flags, 'supplier.linked', 'town.open'],
  ids: ['supplier.id', 'supplier.flagship'],
}

const OF_COOK_AROUND: Vocabulary = {
  ...OF_COOK,
  integers: [...OF_COOK.integers, 'cook.pupils', 'supplier.score', 'town.declared'],
  ids: ['cook.id', 'cook.mentor', 'cook.supplier'],
}

/** What a check of a kitchen reads of the ledger around it. */
const OF_KITCHEN_CHECK: Vocabulary = {
  ...OF_KITCHEN_GIVEN,
  integers: ['kitchen.tables', 'supplier.score', 'town.declared', 'town.counted'],
  dates: ['kitchen.openedOn', 'town.foundedOn'],
  flags: ['town.open', 'supplier.local', 'kitchen.licensed'],
  money: [],
  rates: [],
}

const asked = (vocabulary: Vocabulary) => conditionOver(vocabulary, 1)
const where = (vocabulary: Vocabulary) =>
  fc.option(asked(vocabulary), { nil: undefined }).map((found): Json => (found === undefined ? {} : { where: found }))
const over = (formula: Json, vocabulary: Vocabulary) => where(vocabulary).map((found) => ({ ...formula, ...found }))

const derived = fc.record({
  'kitchen.branches': over({ count: 'kitchen' }, OF_KITCHEN_GIVEN),
  'cook.pupils': over({ count: 'cook' }, OF_COOK),
  'supplier.depots': over({ count: 'depot' }, { ...OF_DEPOT, integers: ['supplier.score'] }),
  'supplier.cooks': fc.oneof(over({ count: 'cook' }, OF_COOK), over({ sum: 'cook.hours' }, OF_COOK)),
  'supplier.linked': fc.record({ when: asked({ ...OF_KITCHEN_GIVEN, integers: [] }) }),
  'town.counted': over({ count: 'kitchen' }, OF_KITCHEN_GIVEN),
  'town.cooks': over({ count: 'cook' }, OF_COOK),
  'town.hours': oneOf<Json>({ sum: 'cook.hours' }, { least: 'cook.hours' }, { greatest: 'kitchen.tables' }),
  'town.days': fc.oneof(over({ count: 'year' }, OF_YEAR), over({ sum: 'year.days' }, OF_YEAR)),
  'town.licensed': asked(OF_KITCHEN_GIVEN).map((holds) => ({ every: 'kitchen', holds })),
})

const check = (scope: string, vocabulary: Vocabulary, ...taints: string[][]) =>
  fc.record({ scope: oneOf(scope), holds: asked(vocabulary), taints: oneOf(...taints) })

const checks = fc.array(
  fc.oneof(
    check('town', OF_TOWN, ['town.declared'], ['town.open', 'town.foundedOn']),
    check('supplier', OF_SUPPLIER_AROUND, ['supplier.score'], ['supplier.flagship'], ['supplier.local']),
    check('kitchen', OF_KITCHEN_CHECK, ['kitchen.openedOn'], ['kitchen.supplier'], ['kitchen.tables']),
    check('depot', OF_DEPOT, ['depot.supplier'], ['depot.on']),
    check('cook', OF_COOK_AROUND, ['cook.hours'], ['cook.supplier']),
    fc.record({ scope: oneOf('depot'), unique: oneOf('depot.on'), taints: oneOf(['depot.supplier']) }),
  ),
  { maxLength: 2 },
)

const requirementOf = (subject: string, vocabulary: Vocabulary): fc.Arbitrary<Json & { unless: Json[] }> =>
  fc.record({
    subject: oneOf(subject),
    applies: conditionOver(vocabulary, 1),
    requires: conditionOver(vocabulary, 2),
    unless: fc.array(fc.record({ when: asked(vocabulary), status: oneOf('exempted', 'review') }), { maxLength: 1 }),
  })

const requirements = fc.array(
  fc.oneof(
    requirementOf('kitchen', OF_KITCHEN_AROUND),
    requirementOf('town', OF_TOWN),
    requirementOf('supplier', OF_SUPPLIER_AROUND),
    requirementOf('depot', OF_DEPOT),
    requirementOf('cook', OF_COOK_AROUND),
  ),
  { minLength: 2, maxLength: 6 },
)

export const surroundings = fc.record({ draft: drafts, derived, checks, requirements })
export type Surroundings = typeof surroundings extends fc.Arbitrary<infer Drawn> ? Drawn : never

export function packAround({ draft, ...around }: Surroundings): PackSource {
  return packOf({
    ...draft,
    scopes: SCOPES,
    bounds: { ...draft.bounds, ...GIVEN },
    derived: { ...draft.derived, ...around.derived },
    checks: [...draft.checks, ...around.checks],
    requirements: [...draft.requirements, ...around.requirements],
  })
}

const orNone = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 4 })
/** One of those there are, none, or one that is not there. */
const oneOfTwo = (letter: string) => orNone(oneOf(`${letter}0`, `${letter}1`, `${letter}0`, `${letter}1`, `${letter}9`))
const cookLinks = fc.record({ mentor: oneOfTwo('C'), supplier: oneOfTwo('S') })

/** Towns with all that surrounds their kitchens, of which everything is known; of some, one list has an id twice. */
export const wholeTownsAround: fc.Arbitrary<Json> = fc
  .record({
    town: wholeTowns,
    own: fc.record({ declared: fc.nat(3), foundedOn: fc.oneof(day, oneOf('2030-01-01')), open: fc.boolean() }),
    depots: fc.array(fc.record({ on: orNone(day), supplier: oneOfTwo('S') }), { maxLength: 2 }),
    parents: fc.tuple(oneOfTwo('K'), oneOfTwo('K')),
    flagships: fc.tuple(oneOfTwo('K'), oneOfTwo('K')),
    cooks: fc.tuple(cookLinks, cookLinks, cookLinks, cookLinks),
    copied: oneOf('', '', '', 'depots', 'suppliers', 'kitchens', 'cooks'),
  })
  .map(({ town, own, depots, parents, flagships, cooks, copied }) => {
    let hired = 0
    const id = (list: string, letter: string, i: number) => ({ id: `${letter}${copied === list ? 0 : i}` })
    return {
      ...('on' in town ? { on: town['on'] } : {}),
      ...own,
      depots: depots.map((facts, i) => ({ ...id('depots', 'D', i), ...facts })),
      suppliers: (town['suppliers'] as Json[]).map((facts, i) => ({
        ...facts,
        ...id('suppliers', 'S', i),
        flagship: flagships[i],
      })),
      kitchens: (town['kitchens'] as Json[]).map((facts, i) => ({
        ...facts,
        ...id('kitchens', 'K', i),
        parent: parents[i],
        cooks: (facts['cooks'] as Json[]).map((cook) => ({ ...id('cooks', 'C', hired), ...cook, ...cooks[hired++] })),
      })),
    }
  })
