import { describe, expect, it } from 'vitest'
import { compileCondition } from '@tiaoli/engine/condition'

const leaf = (fact: string, operator: string, value: unknown) => ({ fact, operator, value })

describe('a compiled condition', () => {
  it('answers over plain facts', () => {
    const adult = compileCondition({
      all: [leaf('age', 'greaterThanInclusive', 18), { not: leaf('banned', 'equal', true) }],
    })
    expect(adult({ age: 20, banned: false })).toBe(true)
    expect(adult({ age: 17, banned: false })).toBe(false)
  })

  it('answers undefined while a missing fact leaves it open, and no longer', () => {
    const adult = compileCondition({ all: [leaf('age', 'greaterThanInclusive', 18), leaf('country', 'notEqual', 'X')] })
    expect(adult({})).toBeUndefined()
    expect(adult({ age: 20 })).toBeUndefined()
    expect(adult({ age: 17 })).toBe(false)
    expect(adult({ age: undefined, country: 'X' })).toBe(false)
  })

  it('counts the levels of named conditions where they are named again', () => {
    const negated = (condition: object, times: number): object =>
      times === 0 ? condition : { not: negated(condition, times - 1) }
    const named = (count: number) => {
      const names = Array.from({ length: count }, (_, i) => `c${i}`)
      const conditions = names.map((name, i) => [
        name,
        negated(i === 0 ? leaf('x', 'equal', 1) : { condition: names[i - 1] }, 10),
      ])
      return () =>
        compileCondition(
          { all: names.map((condition) => ({ condition })) },
          { conditions: Object.fromEntries(conditions) },
        )
    }
    expect(named(5)()({ x: 1 })).toBe(true)
    expect(named(6)).toThrow('nested deeper than 64 levels')
  })

  it('takes null for a value, not for a missing one', () => {
    expect(compileCondition(leaf('x', 'equal', null))({ x: null })).toBe(true)
    expect(compileCondition(leaf('x', 'greaterThan', 3))({ x: null })).toBe(false)
    expect(compileCondition(leaf('x', 'greaterThan', { fact: 'y' }))({ x: 3, y: null })).toBe(false)
  })

  it('reads a dotted path, and a place in a list', () => {
    const inCity = (path: string) => compileCondition({ ...leaf('person', 'equal', 'Ganzhou'), path })
    expect(inCity('$.address.city')({ person: { address: { city: 'Ganzhou' } } })).toBe(true)
    expect(inCity('.cities.1')({ person: { cities: ['Nanchang', 'Ganzhou'] } })).toBe(true)
    expect(inCity('$.address.city')({ person: { address: {} } })).toBeUndefined()
    expect(inCity('$.address.city')({ person: 'Ganzhou' })).toBeUndefined()
    expect(inCity('$.constructor.name')({ person: {} })).toBeUndefined()
    expect(inCity('$.address.city')({ person: { address: null } })).toBe(false)
  })

  it('compares two facts, each with its path', () => {
    const same = compileCondition({ fact: 'a', path: '$.x', operator: 'equal', value: { fact: 'b', path: '$.y' } })
    expect(same({ a: { x: 3 }, b: { y: 3 } })).toBe(true)
    expect(same({ a: { x: 3 } })).toBeUndefined()
  })

  it('follows named conditions, each compiled once', () => {
    const conditions = {
      grown: leaf('age', 'greaterThan', 17),
      welcome: { all: [{ condition: 'grown' }, { condition: 'grown' }] },
    }
    expect(compileCondition({ condition: 'welcome' }, { conditions })({ age: 18 })).toBe(true)
  })

  it('takes operators of one’s own, asked only where both sides are known', () => {
    const operators = { startsWith: (fact: string, value: string) => fact.startsWith(value) }
    const test = compileCondition(leaf('name', 'not:startsWith', 'K'), { operators })
    expect([test({ name: 'K1' }), test({ name: 'J1' }), test({})]).toEqual([false, true, undefined])
  })

  it('never looks beyond the facts’ own properties', () => {
    expect(compileCondition(leaf('toString', 'notEqual', null))({})).toBeUndefined()
    expect(compileCondition(leaf('__proto__', 'notEqual', null))({})).toBeUndefined()
  })
})

describe('a condition that the language does not have', () => {
  const cycle = { a: { any: [{ condition: 'b' }] }, b: { not: { condition: 'a' } } }
  let deep: unknown = leaf('x', 'equal', 1)
  for (let i = 0; i < 100; i++) deep = { not: deep }

  it.each<[string, unknown, string]>([
    ['nothing', null, 'condition / must be an object'],
    ['a list', [], 'condition / must be an object'],
    ['an empty object', {}, 'condition / must have exactly one of all, any, not, condition, fact; it has none'],
    ['all and any in one', { all: [], any: [] }, 'it has all, any'],
    ['an empty all', { all: [] }, 'condition /all must be a list with at least one condition'],
    ['an all that is no list', { any: leaf('x', 'equal', 1) }, 'condition /any must be a list'],
    [
      'a fault deep inside',
      { all: [leaf('x', 'equal', 1), { not: { any: [leaf('x', 'eqal', 1)] } }] },
      'condition /all/1/not/any/0/operator has no "eqal"; there are equal',
    ],
    ['a decorator that is not there', leaf('x', 'nott:equal', 1), 'has no "nott"; there are not, swap'],
    ['an operator from a prototype', leaf('x', 'constructor', 1), 'has no "constructor"'],
    ['an operator that is no text', { fact: 'x', operator: 3, value: 1 }, 'condition /operator must be a string'],
    ['a leaf without a value', { fact: 'x', operator: 'equal' }, 'condition / needs an operator and a value'],
    ['a fact without a name', leaf('', 'equal', 1), 'condition /fact must be the name of a fact'],
    ['params', { ...leaf('x', 'equal', 1), params: {} }, 'condition /params is not supported'],
    [
      'params of the other fact',
      { all: [leaf('x', 'equal', { fact: 'y', params: {} })] },
      'condition /all/0/value/params is not supported',
    ],
    [
      'a whole rule',
      { conditions: { all: [leaf('x', 'equal', 1)] }, event: { type: 'x' } },
      'condition / is a whole rule: pass rule.conditions',
    ],
    [
      'a named condition that is not there',
      { condition: 'x' },
      'condition /condition names no condition that was given',
    ],
    ['a named condition from a prototype', { condition: 'toString' }, 'names no condition'],
    ['a circle', { condition: 'a' }, 'leads back to itself: a → b → a'],
    ['a hundred levels', deep, 'is nested deeper than 64 levels'],
    [
      'a path with a filter',
      { ...leaf('x', 'equal', 1), path: '$.xs[?(@.match(/^(a+)+$/))]' },
      'condition /path must be names and positions',
    ],
    [
      'a path with a script',
      { ...leaf('x', 'equal', 1), path: '$.xs[(@.length-1)]' },
      'condition /path must be names and positions',
    ],
    [
      'a path with a wildcard',
      { ...leaf('x', 'equal', 1), path: '$..x' },
      'condition /path must be names and positions',
    ],
    [
      'a path on the value side with a filter',
      leaf('x', 'equal', { fact: 'y', path: '$[*]' }),
      'condition /value/path must be names and positions',
    ],
  ])('is refused with its place: %s', (_, condition, message) => {
    const compile = () => compileCondition(condition, { conditions: cycle, operators: {} })
    expect(compile).toThrow(TypeError)
    expect(compile).toThrow(message)
  })
})
