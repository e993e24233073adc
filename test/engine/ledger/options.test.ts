import { describe, expect, it } from 'vitest'
import { compile, EvaluationError, InputError, type EvaluateOptions } from '@tiaoli/engine'
import { Evaluation, readOptions } from '@tiaoli/engine/runtime'
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
    [{ scopes: ['kitchen', 'coock'] }, 'unknown-scope', '/scopes/1', 'cook'],
    [{ statuses: ['met', 'notmet'] }, 'unknown-status', '/statuses/1', 'not_met'],
    [{ subject: 'A' }, 'unknown-option', '/subject', 'subjects'],
    [{ scope: 'kitchen' }, 'unknown-option', '/scope', 'scopes'],
  ])('that are misspelt are refused: %j', (options, code, pointer, suggestion) => {
    expect(problems({ asOf: '2019-01-01', ...options })).toMatchObject([{ code, pointer, suggestion }])
  })

  it('are all reported at once', () => {
    expect(problems({ profile: 'x', requirements: ['y'], parameters: { z: 1, limit: 99 } })).toHaveLength(5)
    const misshapen = { profil: 'x', detail: 'verdict', notInForce: 1, periods: [19], parameters: { limit: {} } }
    expect(
      problems({ ...misshapen, scopes: ['y'] })
        .map(({ code, pointer }) => `${code} ${pointer}`)
        .sort(),
    ).toEqual([
      'as-of-missing /asOf',
      'option-invalid /notInForce',
      'parameter-invalid /parameters/limit',
      'period-invalid /periods/0',
      'unknown-detail /detail',
      'unknown-option /profil',
      'unknown-scope /scopes/0',
    ])
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
    [{ parameters: { limit: {} } }, 'parameter-invalid', '/parameters/limit'],
    [{ parameters: { unknown: {} } }, 'parameter-invalid', '/parameters/unknown'],
    [{ requirements: 'licence' }, 'option-invalid', '/requirements'],
    [{ requirements: [null] }, 'option-invalid', '/requirements/0'],
    [{ subjects: 'A' }, 'option-invalid', '/subjects'],
    [{ scopes: [3] }, 'option-invalid', '/scopes/0'],
    [{ statuses: 'not_met' }, 'option-invalid', '/statuses'],
    [{ statuses: [3] }, 'unknown-status', '/statuses/0'],
    [{ notInForce: 'yes' }, 'option-invalid', '/notInForce'],
    [{ exact: 'yes' }, 'option-invalid', '/exact'],
    [{ language: 'fr' }, 'unknown-language', '/language'],
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

describe('statuses', () => {
  const listed = (options: Partial<EvaluateOptions>) =>
    policy.evaluate({ kitchens: [{}, {}] }, { asOf: '2019-01-01', ...options }).findings.length

  it('that are an empty list leave nothing listed, and do not change later evaluations', () => {
    expect(listed({})).toBe(2)
    expect(listed({ statuses: [] })).toBe(0)
    expect(listed({})).toBe(2)
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

describe('the most decisions', () => {
  const kitchens = [{}, {}, {}]
  const decided = (options: Partial<EvaluateOptions>) => () =>
    policy.evaluate({ kitchens }, { asOf: '2019-01-01', ...options }).findings.length

  it.each([1.5, -1, NaN, '3', null])('must be an integer from 0: %j is none', (maxDecisions) => {
    expect(problems({ asOf: '2019-01-01', maxDecisions })).toMatchObject([
      { code: 'count-invalid', pointer: '/maxDecisions' },
    ])
  })

  it.each(['verdicts', 'findings', 'trace'] as const)(
    'are made, listed or not, and one more is refused, of %s',
    (detail) => {
      for (const statuses of [undefined, ['met'], []] as const) {
        const narrowed = { detail, ...(statuses && { statuses }) }
        expect(decided({ ...narrowed, maxDecisions: 3 })()).toBe(statuses ? 0 : 3)
        expect(decided({ ...narrowed, maxDecisions: 2 })).toThrow(EvaluationError)
      }
    },
  )

  it('count what is not in force too', () => {
    const later = requirement({ effective: { from: '2030-01-01' }, requires: { condition: 'kitchen.licensed' } })
    const notYet = compile(toyPack({ requirements: [later] }))
    const listed = (maxDecisions: number) =>
      notYet.evaluate({ kitchens }, { asOf: '2019-01-01', maxDecisions }).findings
    expect(listed(3)).toEqual([])
    expect(() => listed(2)).toThrow(EvaluationError)
  })

  it.each([
    [{}, 2, 8],
    [{ licensed: false }, 10, 8],
  ])('count the earlier years that are looked at for what is still open, of %j', (kitchen, listed, lookedAt) => {
    const recurs = { every: 'year', from: 2005 }
    const yearly = requirement({ recurs, due: 'period.end', requires: { condition: 'kitchen.licensed' } })
    const everyYear = compile(toyPack({ requirements: [yearly] }))
    const found = (maxDecisions: number) =>
      everyYear.evaluate({ kitchens: [kitchen] }, { asOf: '2019-06-30', maxDecisions }).findings.length
    expect(found(listed + lookedAt)).toBe(listed)
    expect(() => found(listed + lookedAt - 1)).toThrow(EvaluationError)
    const { plan } = everyYear
    const tasks = (maxDecisions: number) => () =>
      new Evaluation(
        everyYear,
        { kitchens: [kitchen] },
        readOptions(plan, { asOf: '2019-06-30', maxDecisions }),
      ).tasks()
    expect(tasks(listed + lookedAt)()).toHaveLength(listed)
    expect(tasks(listed + lookedAt - 1)).toThrow(EvaluationError)
  })

  it('are those on the records that are asked about', () => {
    expect(decided({ subjects: ['/kitchens/1'], maxDecisions: 1 })()).toBe(1)
    expect(decided({ requirements: [], maxDecisions: 0 })()).toBe(0)
  })
})

describe('values of parameters', () => {
  it.each([
    ['limit', 0],
    ['limit', 10],
    ['limit', 2.5],
    ['limit', '3'],
    ['limit', undefined],
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
    ['limit', '应为整数，不小于 1、不大于 9。', 'Write an integer, at least 1 and at most 9.'],
    ['tax', '应为比率，如 "1%"。', 'Write a rate, such as "1%".'],
    ['last', '应为日期，如 "2019-01-01"。', 'Write a date, such as "2019-01-01".'],
    ['strict', '应为 true 或 false。', 'Write true or false.'],
    ['mode', '应为以下之一：a、b。', 'Write one of: a, b.'],
  ])('are told what they should look like: %s', (name, zh, en) => {
    const [problem] = problems({ asOf: '2019-01-01', parameters: { [name]: 'x' } })
    expect(problem?.message).toEqual({ zh: expect.stringContaining(zh), en: expect.stringContaining(en) })
  })

  it('that do not fit are refused in the order of their names, however they are given', () => {
    const given = { tax: 'x', mode: 'x', none: 1, limit: 'x' }
    const refused = problems({ asOf: '2019-01-01', parameters: given }).map(({ pointer }) => pointer)
    expect(refused).toEqual(['limit', 'mode', 'none', 'tax'].map((name) => `/parameters/${name}`))
  })

  it('an integer too large to be exact is told so', () => {
    const [problem] = problems({ asOf: '2019-01-01', parameters: { limit: 2 ** 53 } })
    expect(problem!.message.zh).toContain('不超出 ±9007199254740991')
    expect(problem!.message.en).toContain('within ±9007199254740991')
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
  it.each([[['2019']], [[2019.5]], [[0]], [[10_000]], [2019], [[1800]], [[3000]], [[NaN]]])(
    'must be years that a ledger can have: %j is refused',
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

describe('subjects and scopes', () => {
  const town = compile(
    toyPack({
      given: { 'town.id': { type: 'id', label: words('城镇代号', 'town code') } },
      requirements: [
        requirement({ id: 'licence', requires: { condition: 'kitchen.licensed' } }),
        requirement({ id: 'trained', subject: 'cook', requires: { condition: 'cook.trained' } }),
        requirement({
          id: 'enough',
          subject: 'town',
          requires: { fact: 'town.kitchens', operator: 'greaterThan', value: 2 },
        }),
      ],
      derived: { 'town.kitchens': { label: words('厨房数', 'kitchens'), count: 'kitchen' } },
    }),
  )
  const ledger = {
    id: 'T',
    kitchens: [
      { id: 'A', licensed: true, cooks: [{ id: 'C', trained: true }, { trained: false }] },
      { id: 'B', licensed: false, cooks: [] },
    ],
  }
  const ask = (options: Partial<EvaluateOptions>) => town.evaluate(ledger, { asOf: '2019-01-01', ...options })
  const listed = (options: Partial<EvaluateOptions>) =>
    ask(options).findings.map(({ requirement: id, subject }) => `${id} ${subject.id}`)

  it.each([
    [{ subjects: ['A'] }, ['licence A']],
    [{ subjects: ['B', '/kitchens/0'] }, ['licence A', 'licence B']],
    [{ subjects: ['T', 'C'] }, ['trained C', 'enough T']],
    [{ subjects: [''] }, ['enough T']],
    [{ subjects: ['/kitchens/0/cooks/1'] }, ['trained /kitchens/0/cooks/1']],
    [{ subjects: [] }, []],
    [{ scopes: ['cook'] }, ['trained C', 'trained /kitchens/0/cooks/1']],
    [{ scopes: ['town', 'kitchen'] }, ['licence A', 'licence B', 'enough T']],
    [{ scopes: ['supplier'] }, []],
    [{ scopes: ['kitchen'], subjects: ['B'], requirements: ['licence', 'enough'] }, ['licence B']],
  ])('leave the findings asked for, in the order of the report: %j', (options, expected) => {
    expect(listed(options)).toEqual(expected)
  })

  it('are what the summary counts, listed or not', () => {
    expect(ask({ subjects: ['A', 'B'], statuses: ['met'] }).summary).toMatchObject({ met: 1, not_met: 1, unknown: 0 })
    expect(ask({ scopes: ['cook'] }).summary).toMatchObject({ met: 1, not_met: 1 })
  })

  it('change no finding: formulas see the whole ledger all the same', () => {
    const all = ask({}).findings
    expect(ask({ subjects: ['T'] }).findings).toEqual(all.filter(({ subject }) => subject.id === 'T'))
  })

  it('keep what is not asked for from being evaluated', () => {
    const sum = { label: words('座位总数', 'seats in all'), sum: 'kitchen.seats' }
    const overflowing = compile(
      toyPack({
        derived: { 'town.seats': sum },
        requirements: [
          requirement({ id: 'licence', requires: { condition: 'kitchen.licensed' } }),
          requirement({
            id: 'seats',
            subject: 'town',
            requires: { fact: 'town.seats', operator: 'greaterThan', value: 2 },
          }),
        ],
      }),
    )
    const seats = Number.MAX_SAFE_INTEGER
    const kitchens = [
      { id: 'A', seats, licensed: true },
      { id: 'B', seats },
    ]
    const evaluate = (options: Partial<EvaluateOptions>) => () =>
      overflowing.evaluate({ kitchens }, { asOf: '2019-01-01', ...options }).findings.length
    expect(evaluate({})).toThrow(EvaluationError)
    expect(evaluate({ subjects: ['A'] })()).toBe(1)
    expect(evaluate({ scopes: ['kitchen'] })()).toBe(2)
  })

  it.each([
    [{ subjects: ['A', 'K1'] }, '/subjects/1', undefined],
    [{ subjects: ['/kitchens/7'] }, '/subjects/0', undefined],
    [{ subjects: ['kitchen-on'] }, '/subjects/0', 'kitchen-one'],
    [{ subjects: ['k17'] }, '/subjects/0', 'K017'],
    [{ subjects: ['K018'] }, '/subjects/0', undefined],
  ])('that the ledger does not have are refused: %j', (options, pointer, suggestion) => {
    const more = { ...ledger, kitchens: [...ledger.kitchens, { id: 'kitchen-one' }, { id: 'K017' }] }
    const evaluate = () => town.evaluate(more, { asOf: '2019-01-01', ...options })
    const problem = { code: 'unknown-subject', pointer, ...(suggestion === undefined ? {} : { suggestion }) }
    expect(evaluate).toThrow(
      expect.objectContaining({ of: 'options', problems: [expect.objectContaining(problem)] }) as Error,
    )
    expect(evaluate).toThrow(InputError)
    if (suggestion === undefined) expect(evaluate).not.toThrow(/Did you mean/)
  })

  /** What was meant by each name, where the kitchens have these ids. */
  const meantBy = (subjects: string[], ids: readonly (string | undefined)[], more: Partial<EvaluateOptions> = {}) => {
    try {
      town.evaluate(
        { kitchens: ids.map((id) => (id === undefined ? {} : { id })) },
        { asOf: '2019-01-01', requirements: ['licence'], subjects, ...more },
      )
      return []
    } catch (error) {
      return (error as InputError).problems.map(({ code, suggestion }) => suggestion ?? code)
    }
  }

  it('may mean an id among records of which some have none', () => {
    expect(meantBy(['kitchen-on'], [undefined, 'kitchen-one', undefined])).toEqual(['kitchen-one'])
  })

  it('mean the nearest of several ids, wherever it stands', () => {
    expect(meantBy(['kitchen-ane'], ['kitchen-one', 'kitchen-cane', 'kitchen-two'])).toEqual(['kitchen-one'])
    expect(meantBy(['kitchen-ane'], ['kitchen-two', 'kitchen-one'])).toEqual(['kitchen-one'])
    expect(meantBy(['kitchen-ane'], ['kitchen-one', 'kitchen-two'])).toEqual(['kitchen-one'])
  })

  it('mean no id of a record that is not asked about', () => {
    expect(meantBy(['kitchen-on'], ['kitchen-one'], { scopes: ['cook'] })).toEqual(['unknown-subject'])
  })

  it('are looked up for the first five of them', () => {
    const ids = ['ann', 'bob', 'cat', 'dan', 'eve', 'fay'].map((name) => `kitchen-of-${name}`)
    const misspelt = ids.map((id) => id.replace('kitchen', 'kitchem'))
    expect(meantBy(misspelt, ids)).toEqual([...ids.slice(0, 5), 'unknown-subject'])
  })

  it('are looked up among the first twenty thousand ids', () => {
    const among = (before: number) => [...Array.from({ length: before }, (_, i) => `K${i}`), undefined, 'kitchen-one']
    expect(meantBy(['kitchen-on'], among(19_999))).toEqual(['kitchen-one'])
    expect(meantBy(['kitchen-on'], among(20_000))).toEqual(['unknown-subject'])
  })

  it('are refused in the order in which they were given, each at its place', () => {
    const evaluate = () => ask({ subjects: ['Z', 'A', 'Y'] })
    expect(evaluate).toThrow(
      expect.objectContaining({
        problems: [
          expect.objectContaining({ pointer: '/subjects/0' }),
          expect.objectContaining({ pointer: '/subjects/2' }),
        ],
      }) as Error,
    )
  })

  it.each([['A'], ['/kitchens/0']])('that do not go together are told so: %s is no cook', (subject) => {
    const evaluate = () => ask({ subjects: ['C', subject], scopes: ['cook'] })
    expect(evaluate).toThrow(
      expect.objectContaining({
        problems: [
          {
            code: 'subject-not-in-scopes',
            pointer: '/subjects/1',
            message: {
              zh: expect.stringContaining('属于“厨房”（kitchen），不在所选的 scopes 之中'),
              en: expect.stringContaining('a kitchen (kitchen), which is not among the scopes asked for'),
            },
          },
        ],
      }) as Error,
    )
  })

  it('leave out the contradictions of other records', () => {
    const kitchens = [{ id: 'A', seats: -1 }, { id: 'B', seats: -2, cooks: [{ id: 'C' }, { id: 'C' }] }, { id: 'D' }]
    const of = (options: Partial<EvaluateOptions>) =>
      town.evaluate({ kitchens }, { asOf: '2019-01-01', ...options }).conflicts.map(({ subject }) => subject.pointer)
    expect(of({})).toHaveLength(4)
    expect(of({ subjects: ['A'] })).toEqual(['/kitchens/0'])
    expect(of({ subjects: ['B'] })).toEqual(['/kitchens/1/cooks/0', '/kitchens/1/cooks/1', '/kitchens/1'])
    expect(of({ subjects: ['/kitchens/1/cooks/0'] })).toEqual(['/kitchens/1/cooks/0', '/kitchens/1'])
    expect(of({ subjects: ['D'] })).toEqual([])
  })
})
