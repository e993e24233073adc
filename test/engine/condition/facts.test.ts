import { runInNewContext } from 'node:vm'
import { compileCondition } from '@tiaoli/engine/condition'
import { describe, expect, it } from 'vitest'

const leaf = (operator: string, value: unknown, path?: string) => ({
  all: [{ fact: 'x', operator, value, ...(path === undefined ? {} : { path }) }],
})
const deciding = (condition: unknown, facts: Record<string, unknown>) => () => compileCondition(condition)(facts)
const y = { fact: 'y' }

describe('a fact that is no plain value is refused where it is compared', () => {
  it.each<[string, unknown, Record<string, unknown>, string]>([
    ['a Date', leaf('greaterThan', '2020-06-12'), { x: new Date() }, 'compares a Date: give the day as a text'],
    ['an equal Date', leaf('equal', y), { x: new Date(0), y: new Date(0) }, 'compares a Date'],
    ['a Date beside a missing fact', leaf('equal', y), { x: new Date(0) }, 'compares a Date'],
    [
      'a Date of another window',
      leaf('lessThan', 3),
      { x: runInNewContext('new Date(0)') as unknown },
      'compares a Date',
    ],
    ['a Date in the other fact', leaf('in', y), { x: 1, y: [new Date(0)] }, 'compares a Date'],
    ['a Date in a list', leaf('someFact:lessThan', 3), { x: [new Date(0)] }, 'compares a Date'],
    ['a Date that a path leads to', leaf('equal', 1, '$.a'), { x: { a: new Date(0) } }, 'compares a Date'],
    [
      'a function',
      leaf('notEqual', 1),
      { x: () => 1 },
      'reads the fact "x", which is a function: facts are plain values',
    ],
    ['a function as the other fact', leaf('notEqual', y), { x: 1, y: () => 1 }, 'reads the fact "y"'],
    ['a function in a list', leaf('contains', 3), { x: [() => 3] }, 'compares a function: call it before'],
    ['a method', leaf('equal', 1, '$.f'), { x: { f: () => 1 } }, 'reads the fact "x", which is a function'],
    ['a Promise', leaf('notEqual', 1), { x: Promise.resolve(1) }, 'reads the fact "x", which is a Promise'],
    [
      'a Promise of another window',
      leaf('notEqual', 1),
      { x: runInNewContext('Promise.resolve(1)') },
      'which is a Promise',
    ],
    ['a Promise into which a path leads', leaf('equal', 1, '$.a'), { x: Promise.resolve({ a: 1 }) }, 'is a Promise'],
    ['a Promise in a list', leaf('everyFact:equal', 1), { x: [Promise.resolve(1)] }, 'compares a Promise: await it'],
    ['a timestamp against a day', leaf('lessThan', '2025-06-01'), { x: '2025-06-15T14:00:00Z' }, 'give the day alone'],
    [
      'two timestamps',
      leaf('lessThan', y),
      { x: '2025-06-15T14:00:00Z', y: '2025-06-16T14:00:00+08:00' },
      'compares the order of the text "2025-06-15T14:00:00Z": give the day alone',
    ],
    ['a day against a timestamp', leaf('lessThan', y), { x: '2025-06-15', y: '2025-06-15 14:00' }, 'give the day'],
    ['a timestamp beside a missing fact', leaf('lessThan', y), { y: '2025-06-15 14:00' }, 'give the day alone'],
  ])('%s', (_, condition, facts, message) => {
    expect(deciding(condition, facts)).toThrow(TypeError)
    expect(deciding(condition, facts)).toThrow('condition /all/0')
    expect(deciding(condition, facts)).toThrow(message)
  })

  it('and taken where an operator of one’s own compares it', () => {
    const operators = { since: (fact: Date, value: string) => fact.getTime() >= Date.parse(value) }
    const since = compileCondition(leaf('since', '2020-01-01T00:00:00Z'), { operators })
    expect(since({ x: new Date('2020-01-02T00:00:00Z') })).toBe(true)
  })

  it('and where nothing compares it, it disturbs nothing', () => {
    expect(deciding({ any: [{ fact: 'y', operator: 'equal', value: 1 }] }, { x: new Date(), y: 1 })()).toBe(true)
    expect(deciding(leaf('equal', '2025-06-15T14:00:00Z'), { x: '2025-06-15T14:00:00Z' })()).toBe(true)
  })
})

describe('odd values are compared as json-rules-engine does', () => {
  it.each<[string, unknown, Record<string, unknown>, boolean | undefined]>([
    ['NaN equals nothing', leaf('equal', y), { x: Number.NaN, y: Number.NaN }, false],
    ['a bigint has an order', leaf('greaterThan', 3), { x: 4n }, true],
    ['a bigint beside a missing fact is open', leaf('greaterThan', y), { x: 4n }, undefined],
    ['a missing fact beside a bigint is open', leaf('not:greaterThan', 4n), {}, undefined],
    ['a bigint is no number', leaf('equal', 4), { x: 4n }, false],
    ['a hole is no item', leaf('everyFact:greaterThan', 2), { x: Object.assign([], { 2: 3 }) }, true],
    ['a hole is nothing that is contained', leaf('contains', undefined), { x: Object.assign([], { 2: 3 }) }, false],
    ['undefined is', leaf('contains', undefined), { x: [undefined] }, true],
    ['an empty text has no order', leaf('lessThan', '2020-01-01'), { x: '' }, false],
  ])('%s', (_, condition, facts, truth) => {
    expect(deciding(condition, facts)()).toBe(truth)
  })
})
