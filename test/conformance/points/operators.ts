import { alone, leaf, type Section } from '../point.ts'

export const OPERATORS: Section = {
  title: 'Operators',
  source: 'docs/rules.md, Operators',
  points: [
    {
      title: '`equal`: the same number',
      conditions: alone('x', 'equal', 3),
      holds: [{ x: 3 }, { x: 3.0 }],
      fails: [{ x: 4 }, { x: '3' }, { x: null }, { x: [3] }],
    },
    {
      title: '`equal`: the same text, letter by letter',
      conditions: alone('x', 'equal', 'a'),
      holds: [{ x: 'a' }],
      fails: [{ x: 'A' }, { x: 'a ' }, { x: '' }],
    },
    {
      title: '`equal`: true and false are values like any other',
      conditions: alone('x', 'equal', false),
      holds: [{ x: false }],
      fails: [{ x: true }, { x: 0 }, { x: '' }, { x: null }],
    },
    {
      title: '`equal`: null equals null and nothing else',
      conditions: alone('x', 'equal', null),
      holds: [{ x: null }],
      fails: [{ x: 0 }, { x: '' }, { x: false }],
    },
    {
      title: '`equal` is strict: a list or object equals no other',
      conditions: alone('x', 'equal', { fact: 'y' }),
      holds: [],
      fails: [
        { x: [1], y: [1] },
        { x: { a: 1 }, y: { a: 1 } },
      ],
    },
    {
      title: '`equal`: NaN equals nothing, not even itself; -0 equals 0',
      conditions: alone('x', 'equal', { fact: 'y' }),
      holds: [{ x: -0, y: 0 }],
      fails: [{ x: Number.NaN, y: Number.NaN }],
    },
    {
      title: '`notEqual`: the opposite of `equal`',
      conditions: alone('x', 'notEqual', 3),
      holds: [{ x: 4 }, { x: '3' }, { x: null }],
      fails: [{ x: 3 }],
    },
    {
      title: '`lessThan`: below, not at',
      conditions: alone('x', 'lessThan', 3),
      holds: [{ x: 2 }, { x: -3 }, { x: 2.5 }],
      fails: [{ x: 3 }, { x: 4 }],
    },
    {
      title: '`lessThanInclusive`: below or at',
      conditions: alone('x', 'lessThanInclusive', 3),
      holds: [{ x: 2 }, { x: 3 }],
      fails: [{ x: 4 }],
    },
    {
      title: '`greaterThan`: above, not at',
      conditions: alone('x', 'greaterThan', 3),
      holds: [{ x: 4 }],
      fails: [{ x: 3 }, { x: 2 }],
    },
    {
      title: '`greaterThanInclusive`: above or at',
      conditions: alone('x', 'greaterThanInclusive', 3),
      holds: [{ x: 3 }, { x: 4 }],
      fails: [{ x: 2 }],
    },
    {
      title: 'Order operators find ISO dates earlier or later',
      conditions: alone('x', 'lessThan', '2019-02-01'),
      holds: [{ x: '2019-01-31' }, { x: '2018-12-31' }],
      fails: [{ x: '2019-02-01' }, { x: '2019-10-01' }],
    },
    {
      title: 'Order operators are false of a fact that is no number: null, true, a text without digits',
      conditions: alone('x', 'lessThan', 3),
      holds: [],
      fails: [{ x: null }, { x: true }, { x: 'a' }, { x: [] }, { x: {} }],
    },
    {
      title: 'Order operators compare bigints, also with numbers',
      conditions: { all: [alone('x', 'greaterThan', 3), alone('x', 'lessThan', { fact: 'y' })] },
      holds: [
        { x: 4n, y: 5n },
        { x: 4n, y: 5 },
        { x: 4, y: 5n },
      ],
      fails: [
        { x: 3n, y: 5n },
        { x: 5n, y: 5 },
      ],
    },
    {
      title: 'Order operators are false of NaN',
      conditions: { any: [alone('x', 'lessThan', { fact: 'y' }), alone('x', 'greaterThanInclusive', { fact: 'y' })] },
      holds: [{ x: -Infinity, y: Infinity }],
      fails: [
        { x: Number.NaN, y: 1 },
        { x: 1, y: Number.NaN },
      ],
    },
    {
      title: '`in`: the fact is one of a list',
      conditions: alone('x', 'in', [1, 'a', null]),
      holds: [{ x: 1 }, { x: 'a' }, { x: null }],
      fails: [{ x: 2 }, { x: '1' }],
    },
    { title: '`in` an empty list: nothing is', conditions: alone('x', 'in', []), holds: [], fails: [{ x: 1 }] },
    {
      title: '`notIn`: the opposite of `in`',
      conditions: alone('x', 'notIn', [1, 2]),
      holds: [{ x: 3 }, { x: null }],
      fails: [{ x: 1 }],
    },
    {
      title: '`contains`: the fact is a list with the value in it',
      conditions: alone('x', 'contains', 1),
      holds: [{ x: [1] }, { x: [2, 1] }],
      fails: [{ x: [] }, { x: ['1'] }, { x: 1 }, { x: null }],
    },
    {
      title: '`contains` is false of a text: only lists contain',
      conditions: alone('x', 'contains', 'a'),
      holds: [],
      fails: [{ x: 'abc' }],
    },
    {
      title: '`doesNotContain`: a list without the value',
      conditions: alone('x', 'doesNotContain', 1),
      holds: [{ x: [] }, { x: [2] }],
      fails: [{ x: [1, 2] }],
    },
    {
      title: '`doesNotContain` is false too of what is no list',
      conditions: alone('x', 'doesNotContain', 1),
      holds: [],
      fails: [{ x: 2 }, { x: null }, { x: 'abc' }],
    },
    {
      title: 'An operator of one’s own is called with the fact and the value',
      conditions: alone('name', 'startsWith', 'K'),
      setting: { operators: { startsWith: (fact: string, value: string) => fact.startsWith(value) } },
      holds: [{ name: 'Kitchen' }],
      fails: [{ name: 'Garden' }],
    },
    {
      title: 'The name of an operator of one’s own may have a colon in it',
      conditions: alone('name', 'not:text:startsWith', 'K'),
      setting: { operators: { 'text:startsWith': (fact: string, value: string) => fact.startsWith(value) } },
      holds: [{ name: 'Garden' }],
      fails: [{ name: 'Kitchen' }],
    },
    {
      title: 'An operator of one’s own may take the place of one of the ten',
      conditions: { all: [leaf('name', 'equal', 'KITCHEN')] },
      setting: { operators: { equal: (fact: string, value: string) => fact.toUpperCase() === value } },
      holds: [{ name: 'Kitchen' }],
      fails: [{ name: 'Garden' }],
    },
  ],
}
