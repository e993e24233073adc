import { alone, type Section } from '../point.ts'

const LETTERS = { startsWith: (fact: string, value: string) => fact.startsWith(value) }
const numbers = (...x: unknown[]) => ({ x })

export const DECORATORS: Section = {
  title: 'Operator decorators',
  source: 'docs/rules.md, Operator Decorators',
  points: [
    {
      title: '`not:` negates the operator',
      conditions: alone('x', 'not:lessThan', 3),
      holds: [{ x: 3 }, { x: 4 }],
      fails: [{ x: 2 }],
    },
    {
      title: '`not:` of an order operator is true of what has no order',
      conditions: alone('x', 'not:lessThan', 3),
      holds: [{ x: null }, { x: 'a' }],
      fails: [],
    },
    {
      title: '`not:not:` is the operator itself',
      conditions: alone('x', 'not:not:equal', 3),
      holds: [{ x: 3 }],
      fails: [{ x: 4 }],
    },
    {
      title: '`swap:` exchanges fact and value',
      conditions: alone('x', 'swap:lessThan', 3),
      holds: [{ x: 4 }],
      fails: [{ x: 3 }, { x: 2 }],
    },
    {
      title: '`swap:contains`: the value’s list contains the fact',
      conditions: alone('x', 'swap:contains', [1, 2]),
      holds: [{ x: 1 }],
      fails: [{ x: 3 }],
    },
    {
      title: '`everyFact:`: all elements of the fact pass',
      conditions: alone('x', 'everyFact:greaterThan', 2),
      holds: [numbers(3, 4), numbers()],
      fails: [numbers(2, 3), numbers(3, null)],
    },
    {
      title: '`someFact:`: at least one element of the fact passes',
      conditions: alone('x', 'someFact:greaterThan', 2),
      holds: [numbers(1, 3)],
      fails: [numbers(1, 2), numbers()],
    },
    {
      title: 'List decorators pass over the places of a list that were never filled',
      conditions: alone('x', 'everyFact:greaterThan', 2),
      holds: [{ x: Object.assign([], { 1: 3 }) }],
      fails: [{ x: [undefined, 3] }],
    },
    {
      title: '`everyFact:` and `someFact:` are false of what is no list',
      conditions: { any: [alone('x', 'everyFact:equal', 2), alone('x', 'someFact:equal', 2)] },
      holds: [numbers(2)],
      fails: [{ x: 2 }, { x: null }],
    },
    {
      title: '`everyValue:`: the fact passes for all elements of the value',
      conditions: alone('x', 'everyValue:greaterThan', [1, 2]),
      holds: [{ x: 3 }],
      fails: [{ x: 2 }],
    },
    {
      title: '`everyValue:` of an empty list is true',
      conditions: alone('x', 'everyValue:greaterThan', []),
      holds: [{ x: 3 }, { x: null }],
      fails: [],
    },
    {
      title: '`someValue:`: the fact passes for at least one element of the value',
      conditions: alone('x', 'someValue:lessThan', [1, 3]),
      holds: [{ x: 2 }],
      fails: [{ x: 3 }],
    },
    {
      title: '`someValue:` of an empty list is false',
      conditions: alone('x', 'someValue:lessThan', []),
      holds: [],
      fails: [{ x: 2 }],
    },
    {
      title: 'Decorators compose: `everyFact:everyValue:lessThan`, every number below every other',
      conditions: alone('x', 'everyFact:everyValue:lessThan', [5, 6]),
      holds: [numbers(3, 4)],
      fails: [numbers(3, 5)],
    },
    {
      title: 'Decorators apply from the left: `not:someFact:` is none of them, `someFact:not:` is one that is not',
      conditions: {
        all: [alone('x', 'not:someFact:equal', 2), alone('y', 'someFact:not:equal', 2)],
      },
      holds: [{ x: [1, 3], y: [1, 2] }],
      fails: [
        { x: [1, 2], y: [1, 2] },
        { x: [1, 3], y: [2, 2] },
      ],
    },
    {
      title: '`swap:` before a list decorator sends it to the other side',
      conditions: alone('x', 'swap:everyFact:lessThan', [1, 2]),
      holds: [{ x: 3 }],
      fails: [{ x: 2 }],
    },
    {
      title: 'Decorators apply to an operator of one’s own: `swap:not:startsWith`',
      conditions: alone('letter', 'swap:not:startsWith', 'kitchen'),
      setting: { operators: LETTERS },
      holds: [{ letter: 'g' }],
      fails: [{ letter: 'k' }],
    },
    {
      title: 'A decorator of one’s own is called with the fact, the value and the operator behind it',
      conditions: alone('name', 'first:anyCase:equal', 'K'),
      setting: {
        decorators: {
          first: (fact: string[], value: string, next) => fact.length > 0 && next(fact[0], value),
          anyCase: (fact: string, value: string, next) => next(fact.toLowerCase(), value.toLowerCase()),
        },
      },
      holds: [{ name: ['k', 'x'] }, { name: ['K'] }],
      fails: [{ name: ['x', 'k'] }, { name: [] }],
    },
  ],
}
