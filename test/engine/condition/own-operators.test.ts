import { runInNewContext } from 'node:vm'
import { compileCondition, type CompileConditionOptions } from '@tiaoli/engine/condition'
import { describe, expect, it } from 'vitest'

const condition = (operator: string, value: unknown = 'x') => ({ all: [{ fact: 's', operator, value }] })
const returning = (value: unknown) => (() => value) as never

describe('what an operator of one’s own returns', () => {
  it('decides where it is true or false', () => {
    const operators = { yes: () => true, no: () => false }
    expect(compileCondition(condition('yes'), { operators })({ s: '' })).toBe(true)
    expect(compileCondition(condition('no'), { operators })({ s: '' })).toBe(false)
    expect(compileCondition(condition('not:no'), { operators })({ s: '' })).toBe(true)
  })

  it.each<[string, unknown]>([
    ['null', null],
    ['undefined', undefined],
    ['a list', ['x']],
    ['the text ""', ''],
    ['the number -1', -1],
    ['the number 0', 0],
    ['NaN', Number.NaN],
    ['0', 0n],
    ['a Promise', Promise.resolve(false)],
    ['a Promise', runInNewContext('Promise.resolve(1)')],
    ['an object', {}],
    ['a Date', new Date(0)],
    ['a function', () => true],
    ['a symbol', Symbol('x')],
  ])('%s is no answer', (words, value) => {
    const told = (options: CompileConditionOptions, operator: string) => () =>
      compileCondition(condition(operator), options)({ s: 'abc' })
    const own = { operators: { mine: returning(value) } }
    expect(told(own, 'mine')).toThrow(TypeError)
    expect(told(own, 'mine')).toThrow(
      `condition /all/0 has the operator "mine", which returned ${words}: let it return`,
    )
    expect(told(own, 'not:mine')).toThrow(`operator "mine", which returned ${words}`)
    const around = { decorators: { around: returning(value) } }
    expect(told(around, 'around:equal')).toThrow(
      `condition /all/0 has the decorator "around", which returned ${words}: let it return`,
    )
  })

  it('that takes the place of one of the ten is held to the same', () => {
    const operators = { equal: ((fact: string, value: string) => fact.match(value)) as never }
    expect(() => compileCondition(condition('equal', '^x'), { operators })({ s: 'abc' })).toThrow('returned null')
  })
})

describe('names of one’s own', () => {
  it('may have colons, and are looked for before the decorators in them', () => {
    const operators = { 'a:b': () => true, 'not:b': () => true }
    expect(compileCondition(condition('a:b'), { operators })({ s: '' })).toBe(true)
    expect(compileCondition(condition('not:a:b'), { operators })({ s: '' })).toBe(false)
    expect(compileCondition(condition('not:b'), { operators })({ s: '' })).toBe(true)
    expect(() => compileCondition(condition('a:c'), { operators })).toThrow('has no "a"; there are not')
    expect(() => compileCondition(condition(':equal'), { operators })).toThrow('has no ":equal"; there are equal')
    expect(() => compileCondition(condition('not:'), { operators })).toThrow('has no ""; there are equal')
  })
})
