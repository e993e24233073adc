import { describe, expect, it } from 'vitest'
import { compile, loadPack, PackError, type PackSource } from '@tiaoli/engine'
import { formatDiagnostic } from '@tiaoli/engine/plan'
import { diagnosticsOf } from '../../support/diagnose.ts'
import { CODE, requirement, toyFiles, toyPack, toyText, words } from '../../support/toy-pack.ts'

const THREE_FAULTS = {
  given: { 'kitchen.tables': { type: 'integer', label: words('桌数', 'tables'), max: 'kitchen.seets' } },
  requirements: [
    requirement({ id: 'one', requires: { fact: 'kitchen.seats', operator: 'lesThan', value: 3 } }),
    requirement({ id: 'two', clauses: ['c9'], requires: { condition: 'kitchen.licenced' } }),
  ],
}

/** Puts an x before a key, wherever it is in the file. */
function misspellKey(file: string, key: string): (files: Record<string, string>) => void {
  return (files) => void (files[file] = files[file]!.replaceAll(`"${key}":`, `"x${key}":`))
}

it('a pack loads with all that its folder holds beside it, and its digest is the same', () => {
  const files = toyFiles({})
  const beside = {
    'documents/code/source.zh.txt': '第一条',
    'samples/town.json': '{',
    'index.js': '',
    'index.d.ts': '',
    'package.json': '{}',
  }
  const { diagnostics } = loadPack({ files: { ...files, ...beside } })
  expect(diagnostics).toEqual([])
  expect(compile({ files: { ...files, ...beside } }).sha256).toBe(compile({ files }).sha256)
})

describe('a pack with several faults', () => {
  it('reports all of them at once, in the order of file, line and column', () => {
    const { diagnostics } = diagnosticsOf({ parts: THREE_FAULTS })
    expect(diagnostics.map(({ file, code }) => `${file} ${code}`)).toEqual([
      'facts.json unknown-fact',
      'requirements/all.json unknown-operator',
      'requirements/all.json unknown-clause',
      'requirements/all.json unknown-fact',
    ])
  })

  it('reports the faults of form in all files at once', () => {
    const { diagnostics } = diagnosticsOf({
      edit: (files) => {
        files[`${CODE}/clauses.json`] = '{ "clauses": [] }'
        files['parameters.json'] = '{ "parameter": {} }'
        files['facts.json'] = '{'
      },
    })
    expect(new Set(diagnostics.map(({ file }) => file))).toEqual(
      new Set([`${CODE}/clauses.json`, 'facts.json', 'parameters.json']),
    )
  })

  it.each<[what: string, edit: (files: Record<string, string>) => void, file: string]>([
    ['requirements', misspellKey('requirements/all.json', 'subject'), 'requirements/all.json'],
    ['cases', (files) => void (files['cases/all.json'] = '{ "case": [] }'), 'cases/all.json'],
    ['an import', (files) => void (files['imports/register.json'] = '{ "id": "register" }'), 'imports/register.json'],
    ['lint', (files) => void (files['lint.json'] = '{'), 'lint.json'],
    ['mutants', (files) => void (files['mutants.json'] = '{}'), 'mutants.json'],
    ['quality', (files) => void (files['quality.json'] = '{ "coverage": 101 }'), 'quality.json'],
    ['a profile', misspellKey('profiles/strict.json', 'parameters'), 'profiles/strict.json'],
  ])('a fault of form in %s does not hide what is wrong with names elsewhere', (_, edit, file) => {
    const { diagnostics } = diagnosticsOf({
      parts: {
        pack: { defaultProfile: 'strict' },
        profiles: [{ id: 'strict', label: words('从严', 'strict'), parameters: {} }],
        given: THREE_FAULTS.given,
      },
      edit,
    })
    const told = new Set(diagnostics.map((item) => `${item.file} ${item.code}`))
    expect(told).toContain('facts.json unknown-fact')
    expect([...told].filter((item) => !item.startsWith(file))).toEqual(['facts.json unknown-fact'])
    expect(told.size).toBeGreaterThan(1)
  })

  it('does not look for names where a file that defines facts cannot be read: each would be unknown', () => {
    const { diagnostics } = diagnosticsOf({ edit: misspellKey('facts.json', 'scopes') })
    expect(new Set(diagnostics.map(({ file }) => file))).toEqual(new Set(['facts.json']))
  })

  it('also reports half characters and endless numbers if it was given as objects', () => {
    const files = toyFiles({ cases: [{ id: 'A', asOf: '2019-01-01', ledger: { a: -Infinity, '\ud800': 1 } }] })
    files[`${CODE}/clauses.json`] = { clauses: ['\udfff', NaN] }
    expect(loadPack({ files }).diagnostics.map(({ code, pointer }) => `${code} ${pointer}`)).toEqual([
      'number-too-large /cases/0/ledger/a',
      'ill-formed-text /cases/0/ledger/\ud800',
      'ill-formed-text /clauses/0',
      'number-too-large /clauses/1',
    ])
  })

  it('does not compile, and the error lists every diagnostic', () => {
    const attempt = () => compile({ files: toyText(THREE_FAULTS) })
    expect(attempt).toThrow(PackError)
    expect(attempt).toThrow(/lesThan[\s\S]*c9[\s\S]*kitchen\.licenced/)
  })
})

describe('a diagnostic in print', () => {
  const misspelt = () =>
    diagnosticsOf({
      parts: { requirements: [requirement({ requires: { fact: 'kitchen.seats', operator: 'lesThan', value: 3 } })] },
    }).diagnostics[0]!

  it('reads like a compiler’s, with the name that was meant', () => {
    expect(formatDiagnostic(misspelt())).toMatch(
      /^kitchens\/requirements\/all\.json:\d+:\d+ unknown-operator Unknown operator "lesThan"\..*Did you mean "lessThan"\?$/,
    )
  })

  it('reads so in Chinese too', () => {
    expect(formatDiagnostic(misspelt(), 'zh')).toMatch(
      /unknown-operator 没有名为“lesThan”的运算符。.*您是否想写“lessThan”？$/,
    )
  })

  it('has a pointer instead of a line where the pack was given as objects', () => {
    const { diagnostics } = loadPack(
      toyPack({ requirements: [requirement({ clauses: ['c9'], requires: { condition: 'kitchen.licensed' } })] }),
    )
    expect(formatDiagnostic(diagnostics[0]!)).toContain('requirements/all.json/requirements/0/clauses/0 unknown-clause')
  })
})

describe('a fact with a fault of its own', () => {
  it('is not called unknown where others name it', () => {
    const { diagnostics } = diagnosticsOf({
      parts: {
        derived: {
          'kitchen.small': {
            label: words('小', 'small'),
            when: { fact: 'kitchen.seats', operator: 'lesThan', value: 3 },
          },
        },
        requirements: [requirement({ requires: { condition: 'kitchen.small' } })],
      },
    })
    expect(diagnostics.map(({ code }) => code)).toEqual(['unknown-operator'])
  })
})

describe('packs that use packs', () => {
  const basics: PackSource = {
    files: {
      'pack.json': { ...toyFiles({})['pack.json'], id: 'basics', bodies: { state: words('国家', 'the state') } },
      'parameters.json': {
        parameters: {
          minimum: {
            label: words('下限', 'minimum'),
            type: 'integer',
            values: [{ value: 3, assumption: words('设', 'assumed') }],
          },
        },
      },
      'facts.json': {
        scopes: { stall: { label: words('摊位', 'stall'), in: 'town', list: 'stalls' } },
        given: { 'stall.open': { type: 'boolean', label: words('是否营业', 'whether open') } },
      },
    },
  }
  const town = (parts: Parameters<typeof toyFiles>[0] = {}, uses: PackSource[] = [basics]): PackSource => ({
    files: toyFiles({
      ...parts,
      pack: { uses: uses.map(({ files }) => (files['pack.json'] as { id: string }).id), ...parts.pack },
    }),
    uses,
  })

  it('see the scopes, facts, parameters and bodies of those', () => {
    const source = town({
      requirements: [
        requirement({
          id: 'a',
          requires: { fact: 'kitchen.seats', operator: 'greaterThan', value: { fact: 'parameters.minimum' } },
        }),
        requirement({ id: 'b', subject: 'stall', dutyBearer: 'state', requires: { condition: 'stall.open' } }),
      ],
    })
    expect(loadPack(source).diagnostics).toEqual([])
    const { findings } = compile(source).evaluate(
      { kitchens: [{ seats: 4 }], stalls: [{ open: false }] },
      { asOf: '2019-01-01' },
    )
    expect(findings.map(({ requirement: id, status }) => `${id} ${status}`)).toEqual(['a met', 'b not_met'])
  })

  it('may not define a name again; the place of the first definition is reported', () => {
    const { diagnostics } = loadPack(
      town({ parameters: { minimum: { label: words('下限', 'minimum'), type: 'integer', values: [] } } }),
    )
    expect(diagnostics).toMatchObject([
      { code: 'duplicate-id', pack: 'kitchens', file: 'parameters.json', pointer: '/parameters/minimum' },
    ])
    expect(diagnostics[0]!.message.en).toContain('basics/parameters.json')
  })

  it('report a fault of a used pack under its own name', () => {
    const broken: PackSource = { files: { ...basics.files, 'parameters.json': { parameters: { minimum: {} } } } }
    const { diagnostics } = loadPack(town({}, [broken]))
    expect(new Set(diagnostics.map(({ pack, file }) => `${pack}/${file}`))).toEqual(new Set(['basics/parameters.json']))
  })

  it('read a pack that two of them use only once', () => {
    const middle = (id: string): PackSource => ({
      files: { 'pack.json': { ...toyFiles({})['pack.json'], id, bodies: {}, uses: ['basics'] } },
      uses: [basics],
    })
    expect(loadPack(town({}, [middle('left'), middle('right')])).diagnostics).toEqual([])
  })

  it('may not use each other in a circle', () => {
    const files = (id: string, uses: string[]) => ({ 'pack.json': { ...toyFiles({})['pack.json'], id, uses } })
    const a = { files: files('a', ['b']), uses: [] as PackSource[] }
    const b = { files: files('b', ['a']), uses: [a] }
    a.uses.push(b)
    const { diagnostics } = loadPack(a)
    expect(diagnostics.map(({ code }) => code)).toContain('reference-cycle')
    expect(diagnostics.find(({ code }) => code === 'reference-cycle')!.message.en).toContain('a → b → a')
  })
})

describe('large packs', () => {
  const chain = (length: number) =>
    Object.fromEntries(
      Array.from({ length }, (_, i) => [
        `kitchen.step${i}`,
        { label: words('步', 'step'), add: [i + 1 < length ? `kitchen.step${i + 1}` : 'kitchen.seats', 1] },
      ]),
    )

  it('may derive fact from fact from fact', () => {
    const source = toyPack({
      derived: chain(40),
      requirements: [requirement({ requires: { fact: 'kitchen.step0', operator: 'equal', value: 42 } })],
    })
    expect(compile(source).evaluate({ kitchens: [{ seats: 2 }] }, { asOf: '2019-01-01' }).findings).toMatchObject([
      { status: 'met' },
    ])
  })

  it.each(['first', 'last'])(
    'may not derive fact from fact so far that the stack would overflow, named %s',
    (order) => {
      const steps = Object.entries(chain(2000))
      const derived = Object.fromEntries(order === 'first' ? steps : steps.toReversed())
      expect(loadPack(toyPack({ derived })).diagnostics.map(({ code }) => code)).toContain('derivation-too-long')
    },
  )

  const nested = (facts: number, levels: number, order: string) => {
    const negated = (condition: object, times: number): object =>
      times === 0 ? condition : { not: negated(condition, times - 1) }
    const steps = Array.from({ length: facts }, (_, i) => {
      const next = { condition: i + 1 < facts ? `kitchen.step${i + 1}` : 'kitchen.licensed' }
      return [`kitchen.step${i}`, { label: words('步', 'step'), when: negated(next, levels) }] as const
    })
    return toyPack({
      derived: Object.fromEntries(order === 'first' ? steps : steps.toReversed()),
      requirements: [requirement({ requires: { condition: 'kitchen.step0' } })],
    })
  }

  it.each(['first', 'last'])('may not nest conditions so far that the stack would overflow, named %s', (order) => {
    expect(loadPack(nested(200, 42, order)).diagnostics.map(({ code }) => code)).toContain('derivation-too-deep')
    const policy = compile(nested(23, 40, order))
    expect(policy.evaluate({ kitchens: [{}] }, { asOf: '2019-01-01', detail: 'trace' }).findings).toMatchObject([
      { status: 'unknown' },
    ])
  })

  it('with ten thousand faults are refused, and names are looked up for the first two hundred only', () => {
    const files = toyText({
      given: Object.fromEntries(
        Array.from({ length: 5000 }, (_, i) => [`kitchen.f${i}`, { type: 'integer', label: words('x') }]),
      ),
      derived: Object.fromEntries(
        Array.from({ length: 5000 }, (_, i) => [
          `kitchen.d${i}`,
          { label: words('x'), add: ['kitchen.seatss', 'kitchen.seatsss'] },
        ]),
      ),
    })
    const { diagnostics } = loadPack({ files })
    expect(diagnostics).toHaveLength(10_000)
    const suggestions = diagnostics.flatMap(({ suggestion }) => suggestion ?? [])
    expect(suggestions).toHaveLength(200)
    expect(new Set(suggestions)).toEqual(new Set(['kitchen.seats']))
  })
})

describe('what is no pack', () => {
  it.each(['rules/kitchens', undefined, null, 7, [], {}, { files: 'x' }, { files: [] }, { files: {}, uses: 'x' }])(
    'is refused with a diagnostic: %j',
    (source) => {
      const diagnostic = {
        code: 'not-a-pack',
        pack: 'pack',
        file: '',
        pointer: '',
        message: { zh: expect.stringContaining('规则包对象'), en: expect.stringContaining('Give a pack as an object') },
      }
      expect(loadPack(source as never).diagnostics).toEqual([diagnostic])
      expect(() => compile(source as never)).toThrow(PackError)
    },
  )

  it('is refused among the packs that a pack uses', () => {
    const { diagnostics } = loadPack({ ...toyPack(), uses: ['x'] as never })
    expect(diagnostics).toEqual([])
  })
})
