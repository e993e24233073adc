import { describe, expect, it } from 'vitest'
import { compile, EvaluationError, InputError, type EvaluateOptions } from '@tiaoli/engine'
import { dated, requirement, toyPack, words } from '../../support/toy-pack.ts'

const policy = compile(
  toyPack({
    parameters: {
      limit: { label: words('上限', 'limit'), type: 'integer', min: 1, max: 9, values: [dated(3)] },
      tax: { label: words('税率', 'tax'), type: 'rate', values: [dated('1%')] },
      last: { label: words('截止', 'last day'), type: 'date', values: [dated('2019-01-01')] },
      strict: { label: words('从严', 'strict'), type: 'boolean', values: [dated(true)] },
      mode: {
        label: words('方式', 'mode'),
        type: 'enum',
        choices: { a: words('甲', 'a'), b: words('乙', 'b') },
        values: [dated('a')],
      },
    },
    profiles: [{ id: 'harsh', label: words('严', 'harsh'), parameters: {} }],
    requirements: [requirement({ id: 'licence', requires: { condition: 'kitchen.licensed' } })],
  }),
)

function problems(options: Record<string, unknown>) {
  try {
    policy.evaluate({}, options as unknown as EvaluateOptions)
  } catch (error) {
    if (error instanceof InputError) return error.problems
    throw error
  }
  return []
}

describe('the date of the evaluation', () => {
  it('must be given, since it is never assumed to be today', () => {
    expect(problems({})).toMatchObject([{ code: 'as-of-missing', pointer: '/asOf' }])
  })

  it.each(['2019-02-29', '2019-1-1', 'today', '', 20190101, null, '2019-01-01T00:00:00Z'])(
    'must be a day of the calendar: %j is none',
    (asOf) => {
      expect(problems({ asOf })).toMatchObject([{ code: 'as-of-invalid', pointer: '/asOf' }])
    },
  )
})

describe('names in the options', () => {
  it.each([
    [{ profile: 'hars' }, 'unknown-profile', '/profile', 'harsh'],
    [{ requirements: ['licence', 'licens'] }, 'unknown-requirement', '/requirements/1', 'licence'],
    [{ parameters: { limt: 3 } }, 'unknown-parameter', '/parameters/limt', 'limit'],
  ])('that are misspelt are refused: %j', (options, code, pointer, suggestion) => {
    expect(problems({ asOf: '2019-01-01', ...options })).toMatchObject([{ code, pointer, suggestion }])
  })

  it('are all told at once', () => {
    expect(problems({ profile: 'x', requirements: ['y'], parameters: { z: 1, limit: 99 } })).toHaveLength(5)
  })
})

describe('options of another shape', () => {
  it.each([
    [{ parameter: {} }, 'unknown-option', '/parameter'],
    [{ profil: 'harsh' }, 'unknown-option', '/profil'],
    [{ toString: 1 }, 'unknown-option', '/toString'],
    [{ profile: 3 }, 'option-invalid', '/profile'],
    [{ profile: null }, 'option-invalid', '/profile'],
    [{ parameters: [] }, 'option-invalid', '/parameters'],
    [{ requirements: 'licence' }, 'option-invalid', '/requirements'],
    [{ statuses: 'not_met' }, 'option-invalid', '/statuses'],
    [{ statuses: [3] }, 'option-invalid', '/statuses'],
    [{ notInForce: 'yes' }, 'option-invalid', '/notInForce'],
    [{ exact: 'yes' }, 'option-invalid', '/exact'],
    [{ exact: true, detail: 'verdicts' }, 'option-invalid', '/exact'],
  ])('are refused: %j', (options, code, pointer) => {
    expect(problems({ asOf: '2019-01-01', ...options })).toMatchObject([{ code, pointer }])
  })

  it.each([undefined, null, '2019-01-01', []])('are no options at all: %j', (options) => {
    expect(problems(options as never)).toMatchObject([{ code: 'options-missing', pointer: '' }])
  })

  it('tell the name that was probably meant, in the message too', () => {
    expect(() => policy.evaluate({}, { asOf: '2019-01-01', profile: 'hars' })).toThrow('Did you mean "harsh"?')
  })
})

describe('the most findings', () => {
  const kitchens = [{}, {}, {}]
  const listed = (options: Partial<EvaluateOptions>) => () =>
    policy.evaluate({ kitchens }, { asOf: '2019-01-01', ...options }).findings.length

  it.each([1.5, -1, NaN, '3', null])('must be an integer from 0: %j is none', (maxFindings) => {
    expect(problems({ asOf: '2019-01-01', maxFindings })).toMatchObject([
      { code: 'count-invalid', pointer: '/maxFindings' },
    ])
  })

  it.each(['verdicts', 'findings'] as const)('are given, and one more is refused, of %s', (detail) => {
    expect(listed({ detail, maxFindings: 3 })()).toBe(3)
    expect(listed({ detail, maxFindings: Infinity })()).toBe(3)
    expect(listed({ detail, maxFindings: 2 })).toThrow(EvaluationError)
    expect(listed({ detail, maxFindings: 0, statuses: ['met'] })()).toBe(0)
  })
})

describe('values of parameters', () => {
  it.each([
    ['limit', 0],
    ['limit', 10],
    ['limit', 2.5],
    ['limit', '3'],
    ['tax', 0.01],
    ['tax', '1'],
    ['last', '2019-02-29'],
    ['strict', 'true'],
    ['mode', 'c'],
    ['mode', 'constructor'],
  ])('that do not fit are refused: %s is %j', (name, value) => {
    expect(problems({ asOf: '2019-01-01', parameters: { [name]: value } })).toMatchObject([
      { code: 'parameter-invalid', pointer: `/parameters/${name}` },
    ])
  })

  it.each([
    ['limit', '应为整数，不小于 1，不大于 9。', 'Write an integer, at least 1, at most 9.'],
    ['tax', '应为比率，如 "1%"。', 'Write a rate, such as "1%".'],
    ['last', '应为日期，如 "2019-01-01"。', 'Write a date, such as "2019-01-01".'],
    ['strict', '应为 true 或 false。', 'Write true or false.'],
    ['mode', '应为以下之一：a、b。', 'Write one of: a, b.'],
  ])('are told what they should look like: %s', (name, zh, en) => {
    const [problem] = problems({ asOf: '2019-01-01', parameters: { [name]: 'x' } })
    expect(problem?.message).toEqual({ zh: expect.stringContaining(zh), en: expect.stringContaining(en) })
  })

  it.each([
    ['limit', 1],
    ['limit', 9],
    ['limit', null],
    ['tax', '0.5%'],
    ['last', '2020-02-29'],
    ['strict', false],
    ['mode', 'b'],
  ])('that fit are taken: %s is %j', (name, value) => {
    expect(problems({ asOf: '2019-01-01', parameters: { [name]: value } })).toEqual([])
  })
})

describe('years asked for', () => {
  it.each([[['2019']], [[2019.5]], [[0]], [[10_000]], [2019]])(
    'must be years of four digits: %j is refused',
    (periods) => {
      expect(problems({ asOf: '2019-01-01', periods })).toMatchObject([{ code: 'period-invalid' }])
    },
  )
})

describe('the detail', () => {
  it('must be one of three', () => {
    expect(problems({ asOf: '2019-01-01', detail: 'verdict' })).toMatchObject([
      { code: 'unknown-detail', pointer: '/detail', suggestion: 'verdicts' },
    ])
  })
})
