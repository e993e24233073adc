import { compile } from '@tiaoli/engine'
import { describe, expect, it } from 'vitest'
import { problemsOf, refusalOf } from '../../support/refuse.ts'
import { reportOn, toyPack, words, type ToyParts } from '../../support/toy-pack.ts'

const kitchen = (facts: Record<string, unknown>) => ({ kitchens: [facts] })
const ALL_TYPES: ToyParts = {
  given: {
    'kitchen.fee': { type: 'money', label: words('费用', 'fee') },
    'kitchen.tax': { type: 'rate', label: words('税率', 'tax rate') },
    'kitchen.grade': {
      type: 'enum',
      label: words('等级', 'grade'),
      values: { good: words('好', 'good'), poor: words('差', 'poor') },
    },
    'kitchen.permit': { type: 'text', label: words('许可文号', 'permit number') },
    'kitchen.visit': { type: 'attestation', label: words('检查', 'visit') },
    'kitchen.owner': { type: 'group', label: words('业主', 'owner'), none: words('没有业主', 'no owner') },
    'kitchen.owner.local': { type: 'boolean', label: words('是否本地', 'whether local') },
  },
}

it.each([['{}'], [new TextEncoder().encode('{}')]])('the text of a ledger is to be parsed first: %j', (ledger) => {
  const problems = problemsOf(ledger)
  expect(problems).toMatchObject([
    { code: 'not-object', pointer: '', message: { en: expect.stringContaining('parseLedger') as string } },
  ])
})

describe('a value of the wrong type', () => {
  it.each([
    ['licensed', 'yes', 'not-boolean'],
    ['licensed', 1, 'not-boolean'],
    ['seats', '3', 'not-integer'],
    ['seats', 3.5, 'not-integer'],
    ['seats', 9_007_199_254_740_992, 'number-too-large'],
    ['fee', -9_007_199_254_740_992, 'number-too-large'],
    ['owner', new Map(), 'not-object'],
    ['seats', JSON.parse('1e400'), 'not-integer'],
    ['seats', [3], 'not-integer'],
    ['seats', { value: 3 }, 'not-integer'],
    ['fee', 12.5, 'not-money'],
    ['fee', '¥12', 'not-money'],
    ['tax', 0.01, 'not-rate'],
    ['tax', '1', 'not-rate'],
    ['openedOn', '2019-02-29', 'not-date'],
    ['openedOn', '2019/01/01', 'not-date'],
    ['openedOn', 20190101, 'not-date'],
    ['openedOn', '2019年1月1日', 'not-date'],
    ['grade', 'excellent', 'not-listed'],
    ['grade', 'constructor', 'not-listed'],
    ['permit', '', 'not-text'],
    ['permit', 'x'.repeat(201), 'not-text'],
    ['permit', 7, 'not-text'],
    ['permit', '赣\ud800', 'ill-formed-text'],
    ['id', '\udfff', 'not-id'],
    ['seats', NaN, 'not-integer'],
    ['id', '张三', 'not-id'],
    ['id', 'a b', 'not-id'],
    ['id', '', 'not-id'],
    ['id', 'x'.repeat(65), 'not-id'],
    ['id', 17, 'not-id'],
    ['supplier', ['S1'], 'not-id'],
    ['visit', true, 'not-object'],
    ['owner', [], 'not-object'],
    ['cooks', {}, 'not-list'],
    ['cooks', null, 'not-list'],
    ['years', [], 'not-object'],
  ])('is refused at its place: %s is %j', (property, value, code) => {
    expect(problemsOf(kitchen({ [property]: value }), ALL_TYPES)).toMatchObject([
      { code, pointer: `/kitchens/0/${property}` },
    ])
  })

  it('names the values that an enum knows, with their labels', () => {
    const [problem] = problemsOf(kitchen({ grade: 'excellent' }), ALL_TYPES)
    expect(problem!.message).toEqual({ zh: '只能填：good（好）、poor（差）。', en: 'Write one of: good, poor.' })
  })

  it.each([undefined, null, 3, 'ledger', [], [[]], true, new Map(), new Date(0), new Set(), /x/])(
    'is refused as a whole ledger: %j',
    (ledger) => {
      expect(problemsOf(ledger)).toMatchObject([{ code: 'not-object', pointer: '' }])
    },
  )

  it('is refused as a record in a list', () => {
    expect(problemsOf({ kitchens: [{}, [], null, 'K3'] }).map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
      'not-object /kitchens/1',
      'not-object /kitchens/2',
      'not-object /kitchens/3',
    ])
  })

  it('is told what a record in a list should be, and not to parse it, where it is a text', () => {
    const [problem] = problemsOf({ kitchens: ['K3'] })
    expect(problem!.message.en).toBe('Write one kitchen as an object { … }.')
  })

  it('is not found in the longest text and the longest code', () => {
    const longest = { id: 'x'.repeat(64), permit: 'x'.repeat(200) }
    expect(reportOn(ALL_TYPES, kitchen(longest)).findings).toHaveLength(1)
  })

  it('is refused as the key of a yearly record', () => {
    const years = { '2019': {}, '19': {}, '２０１９': {}, last: {}, '1800': {} }
    expect(problemsOf(kitchen({ years })).map(({ code }) => code)).toEqual([
      'not-year',
      'not-year',
      'not-year',
      'not-year',
    ])
  })
})

describe('null', () => {
  it('is refused where it means nothing, with what to do instead', () => {
    const [problem] = problemsOf(kitchen({ seats: null }))
    expect(problem).toMatchObject({ code: 'null-refused', pointer: '/kitchens/0/seats' })
    expect(problem!.message.zh).toContain('不知道的请不写')
    expect(problem!.message.en).toContain('Leave out what is not known')
  })

  it('is refused for a group that cannot be none', () => {
    expect(problemsOf(kitchen({ visit: null }), ALL_TYPES)).toMatchObject([
      { code: 'null-refused', pointer: '/kitchens/0/visit' },
    ])
  })

  it('is refused for a fact inside a group that may be none', () => {
    expect(problemsOf(kitchen({ owner: { local: null } }), ALL_TYPES)).toMatchObject([
      { code: 'null-refused', pointer: '/kitchens/0/owner/local' },
    ])
  })

  it('is accepted where the catalogue says what it means', () => {
    const ledger = kitchen({ cleanedOn: null, supplier: null, years: { '2018': null }, owner: null })
    expect(reportOn(ALL_TYPES, ledger).findings).toHaveLength(1)
    expect(reportOn(ALL_TYPES, kitchen({ years: null })).findings).toHaveLength(1)
  })
})

describe('a property that the catalogue does not have', () => {
  it('is refused, and the nearest name suggested', () => {
    expect(problemsOf(kitchen({ seat: 3 }))).toMatchObject([
      { code: 'unknown-property', pointer: '/kitchens/0/seat', suggestion: 'seats' },
    ])
  })

  it('is refused without a guess where no name is near', () => {
    const [problem] = problemsOf(kitchen({ 姓名: '张三' }))
    expect(problem).not.toHaveProperty('suggestion')
    expect(JSON.stringify(problem)).not.toContain('张三')
  })

  it('is refused even if it is __proto__', () => {
    expect(problemsOf(JSON.parse('{ "__proto__": { "kitchens": [] } }'))).toMatchObject([
      { code: 'unknown-property', pointer: '/__proto__' },
    ])
    expect(problemsOf(JSON.parse('{ "constructor": 1 }'))).toMatchObject([{ code: 'unknown-property' }])
  })

  it('is refused even if its name is empty', () => {
    expect(problemsOf(kitchen({ '': 1, seats: 3 }))).toMatchObject([
      { code: 'unknown-property', pointer: '/kitchens/0/' },
    ])
  })

  it('cannot be inherited', () => {
    const ledger: unknown = Object.create({ kitchens: 'not a list' })
    expect(reportOn({}, ledger).findings).toEqual([])
  })

  it('has its pointer escaped', () => {
    expect(problemsOf({ 'a/b~c': 1 })).toMatchObject([{ pointer: '/a~1b~0c' }])
  })
})

describe('an identity or telephone number', () => {
  const IDENTITY = '36070219900101123X'
  const ledgers: [string, unknown][] = [
    ['a code', kitchen({ id: IDENTITY })],
    ['part of a code', kitchen({ id: `K-${IDENTITY}` })],
    ['a reference', kitchen({ supplier: IDENTITY })],
    ['a text', kitchen({ permit: `许可 ${IDENTITY} 号` })],
    ['an integer', kitchen({ seats: IDENTITY })],
    ['a date', kitchen({ openedOn: IDENTITY })],
    ['an enum', kitchen({ grade: IDENTITY })],
    ['an unknown property', kitchen({ idCard: IDENTITY })],
    ['the name of a property', kitchen({ [IDENTITY]: { seats: 1 } })],
    ['the name of a year', kitchen({ years: { [IDENTITY]: {} } })],
    ['a list', { kitchens: [IDENTITY] }],
  ]

  it.each(ledgers)('given as %s is refused and nowhere repeated', (_, ledger) => {
    const error = refusalOf(ledger, ALL_TYPES)
    expect(error.problems).toHaveLength(1)
    expect(JSON.stringify(error.problems) + error.message + String(error.stack)).not.toContain(IDENTITY.slice(0, 17))
  })

  it.each(['13812345678', '360702199001011234', '36070219900101123x'])('is seen in the code %s', (id) => {
    expect(problemsOf(kitchen({ id }))).toMatchObject([{ code: 'personal-number' }])
  })

  it.each(['K-2019-0001', '20190101', '12812345678', '138123456789', '1234567890123456789'])(
    'is not seen in the code %s',
    (id) => {
      expect(reportOn({}, kitchen({ id })).findings).toHaveLength(1)
    },
  )
})

describe('a ledger with several faults', () => {
  it('reports all of them at once, in the order of the ledger', () => {
    const ledger = {
      kitchens: [{ seats: '3', cooks: [{ trained: 1 }, { traned: true }] }, { openedOn: 'x' }],
      town: {},
    }
    expect(problemsOf(ledger).map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
      'not-integer /kitchens/0/seats',
      'not-boolean /kitchens/0/cooks/0/trained',
      'unknown-property /kitchens/0/cooks/1/traned',
      'not-date /kitchens/1/openedOn',
      'unknown-property /town',
    ])
  })

  it('reports no more than a hundred', () => {
    expect(problemsOf({ kitchens: Array.from({ length: 5000 }, () => ({ seats: 'x' })) })).toHaveLength(100)
    expect(problemsOf({ kitchens: Array.from({ length: 5000 }, () => 'x') })).toHaveLength(100)
    expect(problemsOf(Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`p${i}`, 1])))).toHaveLength(100)
  })
})

describe('hostile input', () => {
  it('nested a hundred thousand levels deep is refused', () => {
    const deep: unknown = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`)
    expect(problemsOf(kitchen({ cooks: deep }))).toMatchObject([{ code: 'not-object', pointer: '/kitchens/0/cooks/0' }])
    expect(problemsOf(kitchen({ seats: deep }))).toMatchObject([{ code: 'not-integer' }])
  })

  it('of minus zero reads as zero', () => {
    const { findings, receipt } = reportOn({}, kitchen({ seats: -0 }))
    expect(findings).toHaveLength(1)
    expect(receipt.inputSha256).toBe(reportOn({}, kitchen({ seats: 0 })).receipt.inputSha256)
  })
})

describe('text in a form that cannot be parsed', () => {
  it.each([{}, null, undefined, 7, [], new ArrayBuffer(2)])('is refused: %j', (text) => {
    expect(() => compile(toyPack()).parseLedger(text as never)).toThrow(
      expect.objectContaining({
        name: 'InputError',
        of: 'ledger',
        problems: [
          {
            code: 'not-text-or-bytes',
            pointer: '',
            message: { zh: expect.stringContaining('Uint8Array'), en: expect.stringContaining('Uint8Array') },
          },
        ],
      }) as Error,
    )
  })
})
