import type { Fault } from '../../../support/diagnose.ts'
import { dated, requirement, words } from '../../../support/toy-pack.ts'

const R = 'requirements/all.json'
const LICENSED = { condition: 'kitchen.licensed' }
const rule = (parts: Record<string, unknown>) => ({ requirements: [requirement({ requires: LICENSED, ...parts })] })
const leaf = (fact: string, operator: string, value: unknown) => ({ fact, operator, value })
const derived = (name: string, formula: Record<string, unknown>) => ({
  derived: { [name]: { label: words('x'), ...formula } },
})
const limit = (values: unknown[], more: Record<string, unknown> = {}) => ({
  parameters: { limit: { label: words('上限', 'limit'), type: 'integer', values, ...more } },
})

function negated(condition: unknown, times: number): unknown {
  return times === 0 ? condition : { not: negated(condition, times - 1) }
}

/** Names that exist, but cannot be used where they stand. */
export const CONTEXT_FAULTS: [what: string, fault: Fault][] = [
  [
    'a fact that is derived from itself',
    {
      code: 'reference-cycle',
      parts: {
        derived: {
          'kitchen.a': { label: words('a'), when: { condition: 'kitchen.b' } },
          'kitchen.b': { label: words('b'), when: { not: { condition: 'kitchen.a' } } },
        },
      },
      file: 'facts.json',
      pointer: '/derived/kitchen.a',
      says: ['kitchen.a → kitchen.b → kitchen.a', 'kitchen.a → kitchen.b → kitchen.a'],
    },
  ],
  [
    'a fact that rests on 201 others',
    {
      code: 'derivation-too-long',
      parts: {
        derived: Object.fromEntries(
          Array.from({ length: 201 }, (_, i) => [
            `kitchen.step${i}`,
            { label: words('步'), add: [i === 0 ? 'kitchen.seats' : `kitchen.step${i - 1}`, 1] },
          ]),
        ),
      },
      file: 'facts.json',
      pointer: '/derived/kitchen.step200',
      says: ['200', '200'],
    },
  ],
  [
    'a fact that rests on a thousand levels of conditions',
    {
      code: 'derivation-too-deep',
      parts: {
        derived: Object.fromEntries(
          Array.from({ length: 24 }, (_, i) => [
            `kitchen.step${i}`,
            {
              label: words('步'),
              when: negated({ condition: i === 0 ? 'kitchen.licensed' : `kitchen.step${i - 1}` }, 40),
            },
          ]),
        ),
      },
      file: 'facts.json',
      pointer: '/derived/kitchen.step23',
      says: ['1000', '1000'],
    },
  ],
  [
    'a scope below itself',
    {
      code: 'reference-cycle',
      parts: {
        scopes: { a: { label: words('a'), in: 'b', list: 'as' }, b: { label: words('b'), in: 'a', list: 'bs' } },
      },
      file: 'facts.json',
      pointer: '/scopes/a',
      says: ['a → b → a', 'a → b → a'],
    },
  ],
  [
    'two scopes at the top',
    {
      code: 'scope-tree',
      parts: { scopes: { village: { label: words('村', 'village') } } },
      file: 'pack.json',
      pointer: '',
      says: ['2', '2'],
    },
  ],
  [
    'a scope without a list',
    {
      code: 'scope-tree',
      parts: { scopes: { pan: { label: words('锅', 'pan'), in: 'kitchen' } } },
      file: 'facts.json',
      pointer: '/scopes/pan',
      says: ['list', 'list'],
    },
  ],
  [
    'a fact of a record below',
    {
      code: 'not-visible',
      parts: rule({ requires: { condition: 'cook.trained' } }),
      file: R,
      pointer: '/requirements/0/requires/condition',
      at: '"cook.trained"',
      says: ['汇总', 'formula over records'],
    },
  ],
  [
    'a count of records that are not below',
    {
      code: 'not-visible',
      parts: derived('cook.x', { count: 'supplier' }),
      file: 'facts.json',
      pointer: '/derived/cook.x/count',
    },
  ],
  [
    'a fact to which two ways lead',
    {
      code: 'ambiguous-route',
      parts: {
        given: {
          'kitchen.reserve': { type: 'reference', to: 'supplier', label: words('备用供货商', 'reserve supplier') },
        },
        ...rule({ requires: leaf('supplier.id', 'equal', 'S1') }),
      },
      file: R,
      pointer: '/requirements/0/requires/fact',
      at: '"supplier.id"',
    },
  ],
  [
    'a count of records by which two references lead',
    {
      code: 'ambiguous-route',
      parts: {
        given: { 'kitchen.reserve': { type: 'reference', to: 'supplier', label: words('备用供货商') } },
        ...derived('supplier.kitchens', { count: 'kitchen' }),
      },
      file: 'facts.json',
      pointer: '/derived/supplier.kitchens/count',
      says: ['supplier', 'supplier'],
    },
  ],
  [
    'a reference to records that have no id',
    {
      code: 'reference-without-id',
      parts: {
        scopes: { van: { label: words('货车', 'van'), in: 'town', list: 'vans' } },
        given: { 'kitchen.van': { type: 'reference', to: 'van', label: words('所用货车', 'its van') } },
      },
      file: 'facts.json',
      pointer: '/given/kitchen.van/to',
      says: ['van.id', 'van.id'],
    },
  ],
  [
    'a fact of the year without a year',
    {
      code: 'outside-period',
      parts: rule({ requires: leaf('year.revenue', 'lessThan', 5) }),
      file: R,
      pointer: '/requirements/0/requires/fact',
      says: ['recurs', 'recurs'],
    },
  ],
  [
    'a derived fact of the year without a year',
    {
      code: 'outside-period',
      parts: {
        ...derived('kitchen.rich', { when: leaf('year.revenue', 'greaterThan', 5) }),
        ...rule({ requires: { condition: 'kitchen.rich' } }),
      },
      file: R,
      pointer: '/requirements/0/requires/condition',
      at: '"kitchen.rich"',
    },
  ],
  [
    'the end of the year without a year',
    {
      code: 'outside-period',
      parts: rule({ due: 'period.end' }),
      file: R,
      pointer: '/requirements/0/due',
      at: '"period.end"',
    },
  ],
  [
    'the end of the year in a formula over yearly records',
    {
      code: 'outside-period',
      parts: rule({
        figures: {
          years: { label: words('x'), count: 'year', where: leaf('asOf', 'greaterThan', { fact: 'period.end' }) },
        },
      }),
      file: R,
      pointer: '/requirements/0/figures/years/where/value/fact',
    },
  ],
  [
    'a due that is not there',
    {
      code: 'due-not-available',
      parts: rule({ requires: leaf('asOf', 'lessThan', { fact: 'due' }) }),
      file: R,
      pointer: '/requirements/0/requires/value/fact',
      at: '"due"',
    },
  ],
  [
    'a due that says whether the requirement applies',
    {
      code: 'due-not-available',
      parts: rule({ due: '2019-01-01', applies: leaf('kitchen.openedOn', 'lessThan', { fact: 'due' }) }),
      file: R,
      pointer: '/requirements/0/applies/value/fact',
      says: ['applies', 'applies'],
    },
  ],
  [
    'a due in a derived fact',
    {
      code: 'due-not-available',
      parts: derived('kitchen.x', { when: leaf('kitchen.cleanedOn', 'lessThan', { fact: 'due' }) }),
      file: 'facts.json',
      pointer: '/derived/kitchen.x/when/value/fact',
      at: '"due"',
    },
  ],
  [
    'a due that depends on itself',
    {
      code: 'due-not-available',
      parts: rule({ due: { date: 'due', plusDays: 1 } }),
      file: R,
      pointer: '/requirements/0/due/date',
    },
  ],
  [
    'a bound by another record',
    {
      code: 'bound-not-local',
      parts: { given: { 'cook.pans': { type: 'integer', label: words('锅'), max: 'kitchen.seats' } } },
      file: 'facts.json',
      pointer: '/given/cook.pans/max',
    },
  ],
  [
    'a bound by a parameter',
    {
      code: 'bound-not-local',
      parts: {
        given: { 'cook.pans': { type: 'integer', label: words('锅'), max: 'parameters.limit' } },
        ...limit([dated(1)]),
      },
      file: 'facts.json',
      pointer: '/given/cook.pans/max',
      at: '"parameters.limit"',
    },
  ],
  [
    'a bound by a derived fact',
    {
      code: 'bound-not-local',
      parts: {
        given: { 'kitchen.pans': { type: 'integer', label: words('锅'), max: 'kitchen.x' } },
        ...derived('kitchen.x', { add: ['kitchen.seats', 1] }),
      },
      file: 'facts.json',
      pointer: '/given/kitchen.pans/max',
    },
  ],
  [
    'a check that taints a fact of another record',
    {
      code: 'bound-not-local',
      parts: {
        checks: [
          {
            id: 'odd',
            scope: 'cook',
            text: words('矛盾'),
            holds: { condition: 'cook.trained' },
            taints: ['kitchen.licensed'],
          },
        ],
      },
      file: 'facts.json',
      pointer: '/checks/0/taints/0',
    },
  ],
]
