import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compile } from '@tiaoli/engine'
import { canonicalJson, digest } from '@tiaoli/engine/plan'
import { compiledPack, readSample } from '../load-packs.ts'
import { CODE, dated, requirement, toyFiles, toyPack, words, type ToyParts } from '../support/toy-pack.ts'

/** The same JSON with the keys of every object in another order. */
function reordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reordered)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, item]) => [key, reordered(item)]),
  )
}

describe('canonical JSON', () => {
  it('is that of RFC 8785: sorted by UTF-16, no spaces, numbers as ECMAScript writes them', () => {
    expect(
      canonicalJson({ b: 1e21, a: [-0, 1.5, 1e-7], '\u00e9': '\u20ac\n"', '\ud83d\ude00': null, '\ufb33': true }),
    ).toBe('{"a":[0,1.5,1e-7],"b":1e+21,"\u00e9":"\u20ac\\n\\"","\ud83d\ude00":null,"\ufb33":true}')
  })

  it('has the SHA-256 that others compute', () => {
    expect(digest({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a')
  })

  it('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const value: unknown = JSON.parse(text)
        expect(digest(reordered(value))).toBe(digest(value))
      }),
    )
  })
})

const parts: ToyParts = {
  parameters: {
    limit: { label: words('上限', 'limit'), type: 'rate', values: [dated('1%')] },
    day: { label: words('日', 'day'), type: 'date', values: [] },
  },
  profiles: [{ id: 'harsh', label: words('严', 'harsh'), parameters: {} }],
}

describe('a receipt', () => {
  const policy = compile(toyPack(parts))
  const receipt = (options: Record<string, unknown> = {}) =>
    policy.evaluate({ kitchens: [] }, { asOf: '2019-01-01', ...options }).receipt

  it('names what is needed to compute the report again', () => {
    expect(receipt({ profile: 'harsh' })).toEqual({
      pack: 'kitchens',
      version: '1.0.0',
      packSha256: policy.sha256,
      inputSha256: digest({ kitchens: [] }),
      engine: '0.1.0',
      profile: 'harsh',
      asOf: '2019-01-01',
    })
  })

  it('repeats the parameters that the request set, as people write them', () => {
    expect(receipt({ parameters: { limit: '0.50%', day: '2019-02-28' } }).parameters).toEqual({
      limit: '0.5%',
      day: '2019-02-28',
    })
    expect(receipt({ parameters: { limit: null } }).parameters).toEqual({ limit: null })
    expect(receipt()).not.toHaveProperty('parameters')
  })

  it('has no digest of the input for bare verdicts', () => {
    expect(receipt({ detail: 'verdicts' })).not.toHaveProperty('inputSha256')
  })

  it('has another digest of the pack when anything in it changes, and the same when only the order of keys does', () => {
    const other = toyFiles(parts)
    other[`${CODE}/clauses.json`] = {
      clauses: [
        {
          ...(other[`${CODE}/clauses.json`] as { clauses: object[] }).clauses[0],
          text: words('厨房应当清洁。', 'Kitchens must be clean.'),
        },
      ],
    }
    expect(compile({ files: other }).sha256).not.toBe(policy.sha256)
    expect(compile({ files: reordered(toyFiles(parts)) as Record<string, unknown> }).sha256).toBe(policy.sha256)
    const text = Object.fromEntries(Object.entries(toyFiles(parts)).map(([path, json]) => [path, JSON.stringify(json)]))
    expect(compile({ files: text }).sha256).toBe(policy.sha256)
  })
})

describe('the same input', () => {
  const policy = compiledPack('ganzhou-2018-32')
  const sample = readSample()
  const options = { asOf: '2019-06-30', profile: 'literal', detail: 'trace' } as const

  it('gives the same bytes, run after run', () => {
    expect(JSON.stringify(policy.evaluate(sample, options))).toBe(JSON.stringify(policy.evaluate(sample, options)))
  })

  it('gives the same bytes whatever the order of its keys', () => {
    expect(JSON.stringify(policy.evaluate(reordered(sample), options))).toBe(
      JSON.stringify(policy.evaluate(sample, options)),
    )
  })

  it('is left as it was', () => {
    const before = JSON.stringify(sample)
    policy.evaluate(sample, options)
    expect(JSON.stringify(sample)).toBe(before)
  })

  it('gives the same verdicts with and without explanations', () => {
    const verdicts = policy.evaluate(sample, { ...options, detail: 'verdicts' })
    const findings = policy.evaluate(sample, { ...options, detail: 'findings' })
    expect(findings.summary).toEqual(verdicts.summary)
    expect(
      findings.findings.map(({ requirement: id, subject, period, status }) => [id, subject.pointer, period, status]),
    ).toEqual(
      verdicts.findings.map(({ requirement: id, subject, period, status }) => [id, subject.pointer, period, status]),
    )
  })
})

describe('the order of records', () => {
  it('changes the order of the findings and nothing else', () => {
    const policy = compile(
      toyPack({
        derived: {
          'supplier.kitchens': {
            label: words('厨房数', 'kitchens'),
            count: 'kitchen',
            where: { condition: 'kitchen.licensed' },
          },
        },
        requirements: [
          requirement({ id: 'a', requires: { fact: 'supplier.kitchens', operator: 'greaterThan', value: 1 } }),
          requirement({
            id: 'b',
            subject: 'supplier',
            requires: { fact: 'supplier.kitchens', operator: 'greaterThan', value: 1 },
          }),
        ],
      }),
    )
    const kitchen = fc.record(
      { supplier: fc.constantFrom('S', 'T', null), licensed: fc.boolean() },
      { requiredKeys: [] },
    )
    const statuses = (kitchens: object[]) =>
      policy
        .evaluate({ kitchens, suppliers: [{ id: 'S' }, { id: 'T' }] }, { asOf: '2019-01-01', detail: 'verdicts' })
        .findings.map(({ requirement: id, subject, status }) => `${id} ${subject.id} ${status}`)
    fc.assert(
      fc.property(fc.array(kitchen, { maxLength: 5 }), (kitchens) => {
        const named = kitchens.map((facts, i) => ({ id: `K${i}`, ...facts }))
        expect(statuses(named.toReversed()).toSorted()).toEqual(statuses(named).toSorted())
      }),
    )
  })
})
