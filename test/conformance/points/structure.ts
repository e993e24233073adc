import { alone, leaf, type Section } from '../point.ts'

const A = leaf('a', 'equal', true)
const B = leaf('b', 'equal', true)
const C = leaf('c', 'equal', true)
const facts = (a: boolean, b: boolean, c = false) => ({ a, b, c })

export const NESTING: Section = {
  title: 'all, any and not',
  source: 'docs/rules.md, Boolean expressions',
  points: [
    {
      title: '`all`: every condition holds',
      conditions: { all: [A, B] },
      holds: [facts(true, true)],
      fails: [facts(true, false), facts(false, true), facts(false, false)],
    },
    {
      title: '`any`: at least one holds',
      conditions: { any: [A, B] },
      holds: [facts(true, false), facts(false, true), facts(true, true)],
      fails: [facts(false, false)],
    },
    {
      title: '`not` at the root negates one condition',
      conditions: { not: A },
      holds: [facts(false, false)],
      fails: [facts(true, false)],
    },
    {
      title: '`not` negates a group',
      conditions: { not: { all: [A, B] } },
      holds: [facts(true, false)],
      fails: [facts(true, true)],
    },
    {
      title: 'Groups nest in one another',
      conditions: { any: [{ all: [A, { not: B }] }, { all: [B, C] }] },
      holds: [facts(true, false), facts(false, true, true)],
      fails: [facts(true, true, false), facts(false, false, true)],
    },
    {
      title: '`not` within `not`',
      conditions: { not: { not: { any: [A, B] } } },
      holds: [facts(true, false)],
      fails: [facts(false, false)],
    },
    {
      title: 'A group of one is its one condition',
      conditions: { all: [{ any: [{ all: [A] }] }] },
      holds: [facts(true, false)],
      fails: [facts(false, true)],
    },
    {
      title: 'The order of conditions changes nothing',
      conditions: { all: [{ any: [A, B] }, { any: [B, A] }] },
      holds: [facts(true, false), facts(false, true)],
      fails: [facts(false, false)],
    },
    {
      title: '`name` on a condition is no more than a label',
      conditions: {
        all: [
          { ...A, name: 'first' },
          { any: [B], name: 'second' },
        ],
        name: 'both',
      },
      holds: [facts(true, true)],
      fails: [facts(true, false)],
    },
    {
      title: '`priority` changes when a condition is asked, not what comes of it',
      conditions: {
        any: [
          { ...A, priority: 1 },
          { all: [B, { ...C, priority: 5 }], priority: 9 },
        ],
      },
      holds: [facts(true, false), facts(false, true, true)],
      fails: [facts(false, true, false)],
    },
  ],
}

const CONDITIONS = {
  grown: alone('age', 'greaterThanInclusive', 18),
  welcome: { all: [{ condition: 'grown' }, { not: { condition: 'banned' } }] },
  banned: { any: [leaf('banned', 'equal', true)] },
  again: { condition: 'grown' },
}

export const NAMED: Section = {
  title: 'Named conditions',
  source: 'docs/rules.md, Condition Reference; docs/engine.md, setCondition',
  points: [
    {
      title: 'A condition is named inside a group',
      conditions: { all: [{ condition: 'grown' }, leaf('banned', 'equal', false)] },
      setting: { conditions: CONDITIONS },
      holds: [{ age: 18, banned: false }],
      fails: [{ age: 17, banned: false }],
    },
    {
      title: 'A rule may be no more than a named condition',
      conditions: { condition: 'grown' },
      setting: { conditions: CONDITIONS },
      holds: [{ age: 18 }],
      fails: [{ age: 17 }],
    },
    {
      title: 'A named condition may name others',
      conditions: { condition: 'welcome' },
      setting: { conditions: CONDITIONS },
      holds: [{ age: 18, banned: false }],
      fails: [
        { age: 18, banned: true },
        { age: 17, banned: false },
      ],
    },
    {
      title: 'A named condition may be nothing but another’s name',
      conditions: { not: { condition: 'again' } },
      setting: { conditions: CONDITIONS },
      holds: [{ age: 17 }],
      fails: [{ age: 18 }],
    },
    {
      title: 'One condition may be named many times',
      conditions: {
        any: [{ not: { condition: 'grown' } }, { all: [{ condition: 'grown' }, { condition: 'banned' }] }],
      },
      setting: { conditions: CONDITIONS },
      holds: [
        { age: 17, banned: false },
        { age: 18, banned: true },
      ],
      fails: [{ age: 18, banned: false }],
    },
  ],
}
