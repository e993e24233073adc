import type { Fault } from '../../../support/diagnose.ts'
import { currency, inDollars } from '../../../support/currency.ts'
import { requirement, words } from '../../../support/toy-pack.ts'

const R = 'requirements/all.json'
const rule = (parts: Record<string, unknown>) => ({
  requirements: [requirement({ requires: { condition: 'kitchen.licensed' }, ...parts })],
})
const leaf = (fact: string, operator: string, value: unknown) => ({ fact, operator, value })

/** One case that changes the base `town`, with two kitchens, at some places. */
const changed = (parts: Record<string, unknown>) => (files: Record<string, string>) => {
  const item = { id: 'A', asOf: '2019-01-01', base: 'town', expect: [{ requirement: 'licence' }], ...parts }
  files['cases/all.json'] = JSON.stringify(
    { bases: { town: { kitchens: [{ seats: 1 }, {}] } }, cases: [item] },
    null,
    2,
  )
}

/** Places that a ledger of two kitchens does not have, and what they are in a case. */
const NO_PLACES: [what: string, parts: Record<string, unknown>, path: string, pointer: string][] = [
  ['a list', { set: { '/kitchens/length/x': 1 } }, 'set/~1kitchens~1length~1x', '/kitchens/length/x'],
  ['a kitchen beyond the next', { set: { '/kitchens/3': {} } }, 'set/~1kitchens~13', '/kitchens/3'],
  ['a kitchen by half a number', { set: { '/kitchens/0.5/seats': 1 } }, 'set/~1kitchens~10.5~1seats', '/kitchens/0.5'],
]

const FIGURES = { seats: 'kitchen.seats' }

const NOT_THERE: [what: string, pointer: string][] = [
  ['a kitchen by a name', '/kitchens/x'],
  ['the third of two kitchens', '/kitchens/2'],
  ['a fact that was not given', '/kitchens/0/seat'],
  ['the whole ledger', '/'],
]

/** A statistics form with one row. */
const table = (row: Record<string, unknown>) => (files: Record<string, string>) => {
  const rows = [{ id: 'kitchens', label: words('厨房', 'kitchens'), ...row }]
  files['tables/form.json'] = JSON.stringify({ id: 'form', title: words('统计表', 'form'), rows }, null, 2)
}

const register = (duty: Record<string, unknown>) => (files: Record<string, string>) => {
  const duties = [{ requirement: 'licence', records: 'kitchen', shows: ['kitchen.seats'], ...duty }]
  files['registers/done.json'] = JSON.stringify({ id: 'done', title: words('情况表', 'register'), duties }, null, 2)
}

/** A register of a yearly duty. */
const yearlyRegister = (duty: Record<string, unknown>) => (files: Record<string, string>) => {
  files[R] = files[R]!.replace('"force"', '"recurs": { "every": "year", "from": 2018 }, "force"')
  register(duty)(files)
}

/** The fault, the file, its pointer, and what was meant. */
const TABLE_FAULTS = (
  [
    ['unknown-scope', table({ count: 'kitchens' }), 'tables/form.json', '/rows/0/count', 'kitchen'],
    ['unknown-fact', table({ sum: 'kitchen.seat' }), 'tables/form.json', '/rows/0/sum', 'kitchen.seats'],
    ['type-mismatch', table({ sum: 'kitchen.licensed' }), 'tables/form.json', '/rows/0/sum', undefined],
    [
      'unknown-fact',
      table({ count: 'kitchen', where: { condition: 'kitchen.licenced' } }),
      'tables/form.json',
      '/rows/0/where/condition',
      'kitchen.licensed',
    ],
    [
      'unknown-requirement',
      register({ requirement: 'license' }),
      'registers/done.json',
      '/duties/0/requirement',
      'licence',
    ],
    [
      'unknown-scope',
      register({ records: 'kitchn', shows: ['kitchen.seats'] }),
      'registers/done.json',
      '/duties/0/records',
      'kitchen',
    ],
    [
      'unknown-fact',
      register({ shows: ['kitchen.seat'] }),
      'registers/done.json',
      '/duties/0/shows/0',
      'kitchen.seats',
    ],
    [
      'records-of-others',
      register({ records: 'supplier', shows: ['supplier.id'] }),
      'registers/done.json',
      '/duties/0/records',
      undefined,
    ],
    [
      'records-of-others',
      register({ records: 'year', shows: ['year.revenue'] }),
      'registers/done.json',
      '/duties/0/records',
      undefined,
    ],
    ['records-of-others', yearlyRegister({}), 'registers/done.json', '/duties/0/records', undefined],
    [
      'records-of-others',
      yearlyRegister({ records: 'cook', shows: ['cook.trained'] }),
      'registers/done.json',
      '/duties/0/records',
      undefined,
    ],
  ] as const
).map(([code, edit, file, pointer, suggestion]): [string, Fault] => [
  `${file} with ${code} at ${pointer}`,
  { code, edit, file, pointer, ...(suggestion === undefined ? {} : { suggestion }) },
])

export const NAMES_FAULTS: [what: string, fault: Fault][] = [
  ...NO_PLACES.map(([what, parts, path, says]): [string, Fault] => [
    `a case that sets something in ${what}`,
    {
      code: 'no-such-place',
      edit: changed(parts),
      file: 'cases/all.json',
      pointer: `/cases/0/${path}`,
      says: [says, says],
    },
  ]),
  ...NOT_THERE.map(([what, pointer]): [string, Fault] => [
    `a case that removes ${what}`,
    {
      code: 'no-such-place',
      edit: changed({ remove: [pointer] }),
      file: 'cases/all.json',
      pointer: '/cases/0/remove/0',
      at: JSON.stringify(pointer),
      says: [pointer, pointer],
    },
  ]),
  [
    'a last day that is no figure',
    {
      code: 'unknown-figure',
      parts: rule({ figures: FIGURES, metUntil: 'seat' }),
      file: R,
      pointer: '/requirements/0/metUntil',
      at: '"seat"',
      suggestion: 'seats',
    },
  ],
  [
    'a last day that is a number',
    {
      code: 'type-mismatch',
      parts: rule({ figures: FIGURES, metUntil: 'seats' }),
      file: R,
      pointer: '/requirements/0/metUntil',
    },
  ],
  [
    'a case on a misspelt base',
    {
      code: 'unknown-base',
      edit: changed({ base: 'twon' }),
      file: 'cases/all.json',
      pointer: '/cases/0/base',
      at: '"twon"',
      suggestion: 'town',
    },
  ],
  [
    'a case on a base from a prototype',
    { code: 'unknown-base', edit: changed({ base: 'toString' }), file: 'cases/all.json', pointer: '/cases/0/base' },
  ],
  [
    'a misspelt operator',
    {
      code: 'unknown-operator',
      parts: rule({ requires: leaf('kitchen.seats', 'lesThan', 3) }),
      file: R,
      pointer: '/requirements/0/requires/operator',
      at: '"lesThan"',
      suggestion: 'lessThan',
      says: ['lessThanInclusive', 'lessThanInclusive'],
    },
  ],
  [
    'a misspelt decorator',
    {
      code: 'unknown-operator',
      parts: rule({ requires: leaf('kitchen.seats', 'nott:lessThan', 3) }),
      file: R,
      pointer: '/requirements/0/requires/operator',
      at: '"nott:lessThan"',
      suggestion: 'not',
    },
  ],
  [
    'a misspelt fact',
    {
      code: 'unknown-fact',
      parts: rule({ requires: leaf('kitchen.seat', 'lessThan', 3) }),
      file: R,
      pointer: '/requirements/0/requires/fact',
      at: '"kitchen.seat"',
      suggestion: 'kitchen.seats',
      says: ['facts.json', 'facts.json'],
    },
  ],
  [
    'a misspelt fact on the value side',
    {
      code: 'unknown-fact',
      parts: rule({ requires: leaf('kitchen.seats', 'lessThan', { fact: 'kitchen.seat' }) }),
      file: R,
      pointer: '/requirements/0/requires/value/fact',
      at: '"kitchen.seat"',
      suggestion: 'kitchen.seats',
    },
  ],
  [
    'a misspelt named condition',
    {
      code: 'unknown-fact',
      parts: rule({ requires: { condition: 'kitchen.licenced' } }),
      file: R,
      pointer: '/requirements/0/requires/condition',
      at: '"kitchen.licenced"',
      suggestion: 'kitchen.licensed',
    },
  ],
  [
    'an unknown fact with no near name',
    {
      code: 'unknown-fact',
      parts: rule({ requires: { condition: 'zoo.elephants' } }),
      file: R,
      pointer: '/requirements/0/requires/condition',
      at: '"zoo.elephants"',
    },
  ],
  [
    'a misspelt parameter',
    {
      code: 'unknown-parameter',
      parts: {
        ...rule({ requires: leaf('kitchen.seats', 'lessThan', { fact: 'parameters.maxSeat' }) }),
        parameters: { maxSeats: { label: words('上限', 'limit'), type: 'integer', values: [] } },
      },
      file: R,
      pointer: '/requirements/0/requires/value/fact',
      at: '"parameters.maxSeat"',
      suggestion: 'maxSeats',
    },
  ],
  [
    'a misspelt subject',
    {
      code: 'unknown-scope',
      parts: rule({ subject: 'kichen' }),
      file: R,
      pointer: '/requirements/0/subject',
      at: '"kichen"',
      suggestion: 'kitchen',
    },
  ],
  [
    'a fact of no scope',
    {
      code: 'unknown-scope',
      parts: { given: { 'kichen.size': { type: 'integer', label: words('面积', 'size') } } },
      file: 'facts.json',
      pointer: '/given/kichen.size',
      suggestion: 'kitchen',
    },
  ],
  [
    'a scope below a scope that is not there',
    {
      code: 'unknown-scope',
      parts: { scopes: { pan: { label: words('锅', 'pan'), in: 'kichen', list: 'pans' } } },
      file: 'facts.json',
      pointer: '/scopes/pan/in',
      at: '"kichen"',
      suggestion: 'kitchen',
    },
  ],
  [
    'a reference to a scope that is not there',
    {
      code: 'unknown-scope',
      parts: { given: { 'kitchen.helper': { type: 'reference', to: 'suplier', label: words('帮手', 'helper') } } },
      file: 'facts.json',
      pointer: '/given/kitchen.helper/to',
      at: '"suplier"',
      suggestion: 'supplier',
    },
  ],
  [
    'a clause that is not there',
    {
      code: 'unknown-clause',
      parts: rule({ clauses: ['c11'] }),
      file: R,
      pointer: '/requirements/0/clauses/0',
      at: '"c11"',
      suggestion: 'c1',
    },
  ],
  [
    'an instrument that is not there',
    {
      code: 'unknown-instrument',
      parts: {
        ...rule({ basis: [{ instrument: 'food-lwa' }] }),
        instruments: { 'food-law': { title: words('食品法', 'Food Act'), evidence: 'verified' } },
      },
      file: R,
      pointer: '/requirements/0/basis/0/instrument',
      at: '"food-lwa"',
      suggestion: 'food-law',
    },
  ],
  [
    'a body that is not there',
    {
      code: 'unknown-body',
      parts: rule({ dutyBearer: 'onwer' }),
      file: R,
      pointer: '/requirements/0/dutyBearer',
      at: '"onwer"',
      suggestion: 'owner',
    },
  ],
  [
    'a supervisor that is not there',
    {
      code: 'unknown-body',
      parts: rule({ supervisor: 'ofice' }),
      file: R,
      pointer: '/requirements/0/supervisor',
      at: '"ofice"',
      suggestion: 'office',
    },
  ],
  [
    'a body of records that is not there',
    {
      code: 'unknown-body',
      parts: { pack: { bodiesOf: { kitchen: ['onwer'] } } },
      file: 'pack.json',
      pointer: '/bodiesOf/kitchen/0',
      at: '"onwer"',
      suggestion: 'owner',
    },
  ],
  [
    'bodies of records of a scope that is not there',
    {
      code: 'unknown-scope',
      parts: { pack: { bodiesOf: { kitchen: ['office'], kitchens: ['owner'] } } },
      file: 'pack.json',
      pointer: '/bodiesOf/kitchens',
      at: '[\n      "owner"',
      suggestion: 'kitchen',
    },
  ],
  [
    'a body of two kinds of record',
    {
      code: 'duplicate-id',
      parts: { pack: { bodiesOf: { kitchen: ['owner'], town: ['owner'] } } },
      file: 'pack.json',
      pointer: '/bodiesOf/town/0',
      at: '"owner"\n    ]\n  }',
    },
  ],
  [
    'an organization that is no body',
    {
      code: 'unknown-body',
      parts: { pack: { organizations: ['ofice'] } },
      file: 'pack.json',
      pointer: '/organizations/0',
      at: '"ofice"',
      suggestion: 'office',
    },
  ],
  [
    'an organization of which each record has its own',
    {
      code: 'duplicate-id',
      parts: { pack: { bodiesOf: { kitchen: ['owner'] }, organizations: ['owner'] } },
      file: 'pack.json',
      pointer: '/organizations/0',
      at: '"owner"\n  ]',
    },
  ],
  ...TABLE_FAULTS,
  [
    'a default profile that is not there',
    {
      code: 'unknown-profile',
      parts: {
        pack: { defaultProfile: 'strct' },
        profiles: [{ id: 'strict', label: words('从严', 'strict'), parameters: {} }],
      },
      file: 'pack.json',
      pointer: '/defaultProfile',
      at: '"strct"',
      suggestion: 'strict',
    },
  ],
  [
    'a profile of a parameter that is not there',
    {
      code: 'unknown-parameter',
      parts: { profiles: [{ id: 'strict', label: words('从严', 'strict'), parameters: { maxSeats: [] } }] },
      file: 'profiles/strict.json',
      pointer: '/parameters/maxSeats',
    },
  ],
  [
    'a pack that was not supplied',
    {
      code: 'unknown-pack',
      parts: { pack: { uses: ['basics'] } },
      file: 'pack.json',
      pointer: '/uses/0',
      at: '"basics"',
      says: ['basics', 'basics'],
    },
  ],
  [
    'amounts in another currency than those of a used pack',
    {
      code: 'other-currency',
      parts: { pack: { currency: currency('EUR', '€'), uses: ['fines'] } },
      uses: [inDollars('fines')],
      file: 'pack.json',
      pointer: '/currency',
      says: ['币种为 EUR，而“fines”的金额为 USD', 'in EUR, but those of "fines" in USD'],
    },
  ],
  [
    'two requirements of one name',
    {
      code: 'duplicate-id',
      parts: {
        requirements: [
          requirement({ id: 'twin', requires: { condition: 'kitchen.licensed' } }),
          requirement({ id: 'twin', requires: { condition: 'kitchen.licensed' } }),
        ],
      },
      file: R,
      pointer: '/requirements/1/id',
      says: [`kitchens/${R}:`, `kitchens/${R}:`],
    },
  ],
  [
    'two exceptions of one name',
    {
      code: 'duplicate-id',
      parts: rule({
        unless: [1, 2].map(() => ({
          id: 'same',
          text: words('例外', 'exception'),
          status: 'review',
          when: { condition: 'kitchen.licensed' },
        })),
      }),
      file: R,
      pointer: '/requirements/0/unless/1/id',
    },
  ],
  [
    'a derived fact of the name of a given one',
    {
      code: 'duplicate-id',
      parts: {
        derived: {
          'kitchen.licensed': { label: words('持证', 'licensed'), when: leaf('kitchen.seats', 'lessThan', 3) },
        },
      },
      file: 'facts.json',
      pointer: '/derived/kitchen.licensed',
    },
  ],
  [
    'a fact where a list of records stands',
    {
      code: 'duplicate-id',
      parts: { given: { 'kitchen.cooks': { type: 'integer', label: words('厨师数', 'cooks') } } },
      file: 'facts.json',
      pointer: '/given/kitchen.cooks',
    },
  ],
  [
    'a fact inside a fact',
    {
      code: 'duplicate-id',
      parts: { given: { 'kitchen.seats.outside': { type: 'integer', label: words('室外座位', 'seats outside') } } },
      file: 'facts.json',
      pointer: '/given/kitchen.seats.outside',
    },
  ],
  [
    'two lists of records at one place',
    {
      code: 'duplicate-id',
      parts: { scopes: { waiter: { label: words('服务员', 'waiter'), in: 'kitchen', list: 'cooks' } } },
      file: 'facts.json',
      pointer: '/scopes/waiter/list',
    },
  ],
]
