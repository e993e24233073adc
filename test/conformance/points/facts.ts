import { alone, leaf, type Section } from '../point.ts'

const at = (path: string, value: unknown) => ({ all: [{ ...leaf('x', 'equal', value), path }] })

export const COMPARING: Section = {
  title: 'Comparing facts',
  source: 'docs/rules.md, Comparing facts',
  points: [
    {
      title: 'The value may be another fact',
      conditions: alone('price', 'greaterThan', { fact: 'budget' }),
      holds: [{ price: 11, budget: 10 }],
      fails: [{ price: 10, budget: 10 }],
    },
    {
      title: 'The other fact may be a list',
      conditions: alone('x', 'in', { fact: 'allowed' }),
      holds: [{ x: 1, allowed: [1, 2] }],
      fails: [{ x: 3, allowed: [1, 2] }],
    },
    {
      title: 'The other fact may have a path of its own',
      conditions: { all: [{ ...leaf('a', 'equal', { fact: 'b', path: '$.y' }), path: '$.x' }] },
      holds: [{ a: { x: 3 }, b: { y: 3 } }],
      fails: [{ a: { x: 3 }, b: { y: 4 } }],
    },
    {
      title: 'A fact may be compared with itself',
      conditions: alone('x', 'equal', { fact: 'x' }),
      holds: [{ x: 3 }, { x: null }, { x: 'a' }],
      fails: [],
    },
    {
      title: 'Decorators apply to the other fact as to a value',
      conditions: alone('x', 'everyValue:greaterThan', { fact: 'others' }),
      holds: [{ x: 3, others: [1, 2] }],
      fails: [{ x: 3, others: [1, 3] }],
    },
  ],
}

export const PATHS: Section = {
  title: 'Paths',
  source: 'docs/rules.md, Condition helpers: path; custom path resolver',
  points: [
    {
      title: 'A path leads to a property',
      conditions: at('$.a', 1),
      holds: [{ x: { a: 1 } }],
      fails: [{ x: { a: 2 } }, { x: { a: null } }],
    },
    {
      title: 'A path leads through several properties',
      conditions: at('$.a.b.c', 1),
      holds: [{ x: { a: { b: { c: 1 } } } }],
      fails: [{ x: { a: { b: { c: 2 } } } }],
    },
    {
      title: 'The leading `$` and its dot may be left out',
      conditions: at('a.b', 1),
      holds: [{ x: { a: { b: 1 } } }],
      fails: [{ x: { a: { b: 2 } } }],
    },
    {
      title: '`$` alone is the fact itself',
      conditions: { all: [{ ...leaf('x', 'contains', 1), path: '$' }] },
      holds: [{ x: [1] }],
      fails: [{ x: [2] }],
    },
    {
      title: 'A place in a list, in brackets or after a dot',
      conditions: { all: [at('$.list[1]', 2), at('$.list.1', 2)] },
      holds: [{ x: { list: [1, 2] } }],
      fails: [{ x: { list: [2, 1] } }],
    },
    {
      title: 'A path may start in a list',
      conditions: at('$[0].a', 2),
      holds: [{ x: [{ a: 2 }] }],
      fails: [{ x: [{ a: 1 }, { a: 2 }] }],
    },
    {
      title: 'A name in brackets and quotes may hold blanks, dots, strokes and most other signs',
      conditions: { all: [at("$['a b'].c", 1), at('$["a.b"]["/"]', 1), at("$['年收入（万元）']", 1)] },
      holds: [{ x: { 'a b': { c: 1 }, 'a.b': { '/': 1 }, '年收入（万元）': 1 } }],
      fails: [{ x: { 'a b': { c: 1 }, 'a.b': { '/': 1 }, '年收入（万元）': 2 } }],
    },
    {
      title: 'Most of them also after a dot, and a name in brackets needs no quotes',
      conditions: { all: [at('$.年收入（万元）', 1), at('$.a-b/c d', 1), at('$.$type', 1), at('$[city]', 1)] },
      holds: [{ x: { '年收入（万元）': 1, 'a-b/c d': 1, $type: 1, city: 1 } }],
      fails: [{ x: { '年收入（万元）': 1, 'a-b/c d': 1, $type: 1, city: 2 } }],
    },
    {
      title: '`length` is a property of lists like any other, and of texts on the way',
      conditions: at('$.list.length', 2),
      holds: [{ x: { list: [7, 8] } }, { x: { list: 'ab' } }],
      fails: [{ x: { list: [] } }, { x: { list: 'a' } }],
    },
    {
      title: 'A property that is null is null',
      conditions: at('$.a', null),
      holds: [{ x: { a: null } }],
      fails: [{ x: { a: 0 } }],
    },
    {
      title: 'A fact that is null has no properties: it stays null',
      conditions: at('$.a', null),
      holds: [{ x: null }],
      fails: [],
    },
    {
      title: 'A path resolver of one’s own is given the fact and the path as it is written',
      conditions: { all: [{ ...leaf('x', 'equal', { fact: 'y', path: 'b/c' }), path: 'a' }] },
      setting: {
        pathResolver: (value: object, path: string) =>
          path.split('/').reduce<unknown>((found, step) => Reflect.get(Object(found), step), value),
      },
      holds: [{ x: { a: 1 }, y: { b: { c: 1 } } }],
      fails: [{ x: { a: 1 }, y: { b: { c: 2 } } }],
    },
  ],
}

export const UNDEFINED: Section = {
  title: 'Undefined facts, with `allowUndefinedFacts`',
  source: 'docs/engine.md, Options',
  points: [
    {
      title: 'A missing fact is `undefined`, which equals no value',
      conditions: alone('x', 'equal', 1),
      setting: { allowUndefinedFacts: true },
      holds: [{ x: 1 }],
      fails: [{}],
    },
    {
      title: 'A missing fact passes `notEqual`, `notIn` and `not:`',
      conditions: {
        all: [alone('x', 'notEqual', 1), alone('x', 'notIn', [1]), alone('x', 'not:greaterThan', 1)],
      },
      setting: { allowUndefinedFacts: true },
      holds: [{}],
      fails: [{ x: 1 }],
    },
    {
      title: 'A missing fact has no order and is no list',
      conditions: {
        any: [alone('x', 'lessThan', 1), alone('x', 'contains', 1), alone('x', 'doesNotContain', 1)],
      },
      setting: { allowUndefinedFacts: true },
      holds: [{ x: 0 }, { x: [] }],
      fails: [{}],
    },
    {
      title: 'A missing fact is not null',
      conditions: alone('x', 'notEqual', null),
      setting: { allowUndefinedFacts: true },
      holds: [{}],
      fails: [{ x: null }],
    },
    {
      title: 'Two missing facts are equal',
      conditions: alone('x', 'equal', { fact: 'y' }),
      setting: { allowUndefinedFacts: true },
      holds: [{}],
      fails: [{ x: 1 }],
    },
    {
      title: 'A property that is not there is `undefined`, as a missing fact is',
      conditions: at('$.a', { fact: 'y' }),
      setting: { allowUndefinedFacts: true },
      holds: [{ x: {} }, { x: { b: 1 } }],
      fails: [{ x: { a: 1 } }],
    },
    {
      title: '`undefined` as the value is what a missing fact is',
      conditions: alone('x', 'equal', undefined),
      setting: { allowUndefinedFacts: true },
      holds: [{}, { x: undefined }],
      fails: [{ x: 1 }, { x: null }],
    },
  ],
}
