import { compileCondition, type NextOperator } from '@tiaoli/engine/condition'
import { describe, expect, it } from 'vitest'

const leaf = (operator: string, value: unknown) => ({ fact: 'x', operator, value })
const refusal = (operator: string, value: unknown) => () => compileCondition({ all: [leaf(operator, value)] })

describe('a literal with which a condition says the same of every fact is refused', () => {
  it.each<[string, unknown, string]>([
    [
      'in',
      'BUSINESS,ALIAS',
      'is the text "BUSINESS,ALIAS", and in goes through a list: write one, such as ["BUSINESS","ALIAS"]',
    ],
    ['notIn', 'a', 'is the text "a", and notIn goes through a list: write one, such as ["a"]'],
    ['in', 3, 'is the number 3, and in goes through a list: write one, such as [3]'],
    ['not:in', null, 'is null, and in goes through a list: write one'],
    ['someFact:in', { a: 1 }, 'is an object, and in goes through a list: write one'],
    ['swap:contains', 'abc', 'is the text "abc", and contains goes through a list'],
    ['swap:doesNotContain', true, 'is true, and doesNotContain goes through a list'],
    ['someValue:equal', 'a', 'is the text "a", and someValue: goes through a list'],
    ['not:everyValue:equal', null, 'is null, and everyValue: goes through a list'],
    ['swap:someFact:equal', 1, 'is the number 1, and someFact: goes through a list'],
    ['everyFact:someValue:everyValue:equal', [1], 'is the number 1, and everyValue: goes through a list'],
    ['greaterThan', '9', 'is the text "9", and texts have no order: write 9 without quotes'],
    ['not:lessThan', 'abc', 'is the text "abc", and texts have no order: write a number, or a day as YYYY-MM-DD'],
    ['lessThan', '', 'is the text "", and texts have no order: write a number, or a day'],
    ['swap:lessThan', '06-Sep-2024', 'is the text "06-Sep-2024", and texts have no order'],
    ['lessThanInclusive', '2019-02-30', 'is the text "2019-02-30", and texts have no order'],
    [
      'greaterThan',
      '2020-06-12T00:00:00.000Z',
      'is the text "2020-06-12T00:00:00.000Z": give the day alone, YYYY-MM-DD, or both moments as numbers',
    ],
    ['someValue:lessThan', [3, '2020-06-12 08:00'], 'is the text "2020-06-12 08:00": give the day alone'],
    ['lessThan', null, 'is null, and only numbers and days have an order'],
    ['lessThan', true, 'is true, and only numbers and days have an order'],
    ['lessThan', [3], 'is a list, and only numbers and days have an order'],
    ['lessThan', { a: 1 }, 'is an object, and only numbers and days have an order'],
    ['lessThan', Number.NaN, 'is NaN, and only numbers and days have an order'],
    ['lessThan', new Date(0), 'is a Date, and only numbers and days have an order'],
    ['lessThan', Symbol('x'), 'is a symbol, and only numbers and days have an order'],
    ['equal', new Date(0), 'is or has a Date: give the day as a text, YYYY-MM-DD'],
    ['in', [1, new Date(0)], 'is or has a Date: give the day as a text, YYYY-MM-DD'],
    ['equal', () => 1, 'is or has a function: call it before'],
    ['equal', [1], 'is or has a list, which equals no other'],
    ['notEqual', {}, 'is or has an object, which equals no other'],
    ['contains', [1], 'is or has a list, which equals no other'],
    ['swap:in', [1], 'is or has a list, which equals no other'],
    ['in', [{ fact: 'y' }], 'is or has an object, which equals no other'],
    ['someValue:equal', [[1]], 'is or has a list, which equals no other'],
    ['equal', Number.NaN, 'is or has NaN, which equals nothing'],
    ['equal', Promise.resolve(1), 'is a Promise: await it before'],
  ])('%s %o', (operator, value, message) => {
    expect(refusal(operator, value)).toThrow(TypeError)
    expect(refusal(operator, value)).toThrow(`condition /all/0/value ${message}`)
  })
})

describe('a literal that can decide is taken', () => {
  it.each<[string, unknown, unknown]>([
    ['in', [], 1],
    ['in', [null, 'a', 2, false], 2],
    ['someValue:in', [[1], [2]], 1],
    ['swap:contains', [1, 2], 1],
    ['someValue:equal', [], 1],
    ['greaterThan', '2024-02-29', '2024-03-01'],
    ['greaterThan', -0, 1],
    ['greaterThan', 3n, 4],
    ['lessThan', Infinity, 4],
    ['equal', null, null],
    ['equal', 'abc', 'abc'],
  ])('%s %o', (operator, value, fact) => {
    expect(compileCondition(leaf(operator, value))({ x: fact })).toBeTypeOf('boolean')
  })

  it('by an operator or decorator of one’s own: what it makes of it is its own affair', () => {
    const operators = { matches: (text: string, pattern: RegExp) => pattern.test(text) }
    expect(compileCondition(leaf('matches', /^a/), { operators })({ x: 'abc' })).toBe(true)
    const decorators = {
      split: (fact: unknown, list: string, next: NextOperator) => next(fact, list.split(',')),
    }
    expect(compileCondition(leaf('split:in', 'a,b'), { decorators })({ x: 'b' })).toBe(true)
    expect(() => compileCondition(leaf('someValue:split:in', 'a,b'), { decorators })).toThrow('someValue: goes through')
  })
})
