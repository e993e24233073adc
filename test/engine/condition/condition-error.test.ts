import { compileCondition, ConditionError, type CompileConditionOptions } from '@tiaoli/engine/condition'
import { describe, expect, it } from 'vitest'

const leaf = (operator: string, value: unknown, more: object = {}) => ({ fact: 'x', operator, value, ...more })

/** The error of a condition when it is compiled or, with facts, decided. */
function errorOf(condition: unknown, options: CompileConditionOptions = {}, facts?: Record<string, unknown>) {
  try {
    const decide = compileCondition(condition, options)
    if (facts) decide(facts)
  } catch (error) {
    if (error instanceof ConditionError) return error
    throw error
  }
  throw new Error('no error')
}

const deep = Array.from({ length: 70 }).reduce<unknown>((inner) => ({ not: inner }), leaf('equal', 1))

describe('an error of a condition', () => {
  it.each<[code: string, condition: unknown, options?: CompileConditionOptions, facts?: Record<string, unknown>]>([
    ['whole-rule', { conditions: leaf('equal', 1), event: { type: 'e' } }],
    ['not-one-kind', {}],
    ['not-one-kind', { all: [], any: [] }],
    ['empty-group', { all: [] }],
    ['unknown-condition', { condition: 'a' }],
    ['circular-condition', { condition: 'a' }, { conditions: { a: { condition: 'a' } } }],
    ['too-deep', deep],
    ['incomplete-leaf', { fact: 'x' }],
    ['params', leaf('equal', 1, { params: {} })],
    ['not-string', leaf('equal', 1, { path: 1 })],
    ['not-object', [1]],
    ['no-fact-name', { fact: '', operator: 'equal', value: 1 }],
    ['unknown-operator', leaf('eqal', 1)],
    ['unknown-operator', leaf('nott:equal', 1)],
    ['unsettled-literal', leaf('equal', Promise.resolve(1))],
    ['unsettled-fact', leaf('equal', 1), {}, { x: () => 1 }],
    ['no-list', leaf('in', 'A,B')],
    ['no-list', leaf('in', null)],
    ['undefined-literal', leaf('equal', undefined)],
    ['undefined-literal', leaf('not:notEqual', undefined)],
    ['not-function', leaf('o', 1), { operators: { o: 5 as never } }],
    ['not-function', leaf('d:equal', 1), { decorators: { d: undefined as never } }],
    ['meaningless-literal', leaf('equal', new Date(0))],
    ['not-a-number', leaf('equal', Number.NaN)],
    ['equals-no-other', leaf('equal', [1])],
    ['no-order', leaf('lessThan', null)],
    ['text-order', leaf('lessThan', 'b')],
    ['text-order', leaf('lessThan', '3')],
    ['literal-timestamp', leaf('lessThan', '2020-06-12T00:00:00Z')],
    ['meaningless-value', leaf('equal', 1), {}, { x: new Date(0) }],
    ['timestamp', leaf('lessThan', '2020-06-12'), {}, { x: '2020-06-12T00:00:00Z' }],
    ['no-truth', leaf('find', 1), { operators: { find: () => 'text' as never } }, { x: 1 }],
    ['path', leaf('equal', 1, { path: '$..a' })],
    ['path', leaf('equal', 1, { path: '$[?(@.a)]' })],
  ])('has a code and its text in both languages, the message in English: %s', (code, ...given) => {
    const error = errorOf(...given)
    expect(error).toBeInstanceOf(TypeError)
    expect(error).toMatchObject({ code, name: 'ConditionError', message: error.text.en })
    expect(error.text.en).toContain(`condition ${error.at} `)
    expect(error.text.zh).toMatch(/^条件 .*\p{Script=Han}.*。$/su)
  })

  it('names its place and the remedy', () => {
    expect(errorOf({ all: [leaf('equal', 1), leaf('lessThan', '3')] })).toMatchObject({
      at: '/all/1/value',
      text: {
        zh: '条件 /all/1/value：是文本 "3"，文本不能比较大小先后：请写 3，不加引号。',
        en: 'condition /all/1/value is the text "3", and texts have no order: write 3 without quotes',
      },
    })
  })

  it('names the option that gives no function, and what it gives', () => {
    expect(errorOf(leaf('o', 1), { operators: { o: 5 as never } })).toMatchObject({
      at: 'operators/o',
      text: {
        zh: '条件 operators/o：是数 5，请给出函数。',
        en: 'condition operators/o is the number 5: give a function',
      },
    })
    expect(errorOf(leaf('d:equal', 1), { decorators: { d: 'x' as never } }).at).toBe('decorators/d')
  })

  it('is not made of a value that is undefined where that can be so, or an operator of one’s own is asked', () => {
    expect(errorOf(leaf('equal', undefined))).toMatchObject({ at: '/value' })
    expect(compileCondition(leaf('equal', undefined), { allowUndefinedFacts: true })({})).toBe(true)
    const operators = { isEmpty: (fact: string) => fact === '' }
    expect(compileCondition(leaf('isEmpty', undefined), { operators })({ x: '' })).toBe(true)
  })

  it('in a named condition names it', () => {
    expect(errorOf({ condition: 'a' }, { conditions: { a: { all: [] } } }).at).toBe('conditions/a/all')
  })
})
