import { formatFile, formatPack } from '@tiaoli/authoring'
import { compile } from '@tiaoli/engine'
import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { format as oxfmt, type Oxfmtrc } from 'oxfmt'
import { describe, expect, it } from 'vitest'
import { allPackIds } from '../../../scripts/read-pack.ts'
import { readPack } from '../../load-packs.ts'

const OPTIONS = JSON.parse(readFileSync(join(import.meta.dirname, '../../../.oxfmtrc.json'), 'utf8')) as Oxfmtrc

async function byOxfmt(text: string): Promise<string> {
  const { code, errors } = await oxfmt('cases.json', text, OPTIONS)
  expect(errors).toEqual([])
  return code
}

const scalar = fc.oneof(
  fc.string(),
  fc.stringMatching(/^[党员律所，。（）“”《》—é a1]{0,60}$/),
  fc.constantFrom('正式党员三人以上', 'é', '"\\/\n'),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
)
/** The loader refuses names that reach a prototype. */
const key = fc.stringMatching(/^[a-zA-Z党]{1,30}$/).filter((name) => !['constructor', 'prototype'].includes(name))
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    scalar,
    fc.array(fc.integer({ min: -9999, max: 99_999_999 }), { maxLength: 40 }),
    fc.array(tie('value'), { maxLength: 6 }),
    fc.array(fc.dictionary(key, tie('value'), { maxKeys: 3 }), { maxLength: 4 }),
    fc.dictionary(key, tie('value'), { maxKeys: 6 }),
  ),
}))

describe('the layout', () => {
  it('of any JSON is what the formatter of this repository makes of it, and laying out again changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(value, fc.constantFrom(0, 2), async (json, spaces) => {
        const { text } = formatFile('samples.json', JSON.stringify(json, null, spaces))
        expect(JSON.parse(text!)).toEqual(JSON.parse(JSON.stringify(json)))
        expect(formatFile('samples.json', text!).text).toBe(text)
        expect(await byOxfmt(text!)).toBe(text)
      }),
      { numRuns: 300 },
    )
  })

  it.each(allPackIds())('of %s is one that the formatter leaves alone, and the pack stays the same', async (id) => {
    const pack = readPack(id)
    const formatted = [...formatPack(pack)].map(([path, { text }]) => [path, text!] as const)
    expect(formatted).toHaveLength(Object.keys(pack.files).length)
    for (const [path, text] of formatted) expect([path, await byOxfmt(text)]).toEqual([path, text])
    expect(compile({ ...pack, files: Object.fromEntries(formatted) }).sha256).toBe(compile(pack).sha256)
  })
})

describe('the order of keys', () => {
  it('is that of the schema, whatever the order of the author', () => {
    const shuffled = {
      requirements: [
        {
          remedy: { en: 'Clean.', zh: '清洁。' },
          requires: { value: 3, operator: 'lessThan', fact: 'kitchen.seats' },
          id: 'tidy',
          unless: [{ when: { not: { condition: 'kitchen.open' } }, status: 'review', id: 'closed' }],
          title: { en: 'Tidy', zh: '整洁' },
        },
      ],
      theme: { en: 'Order', zh: '秩序' },
      $schema: '../x.json',
    }
    expect(formatFile('requirements/order.json', JSON.stringify(shuffled)).text).toBe(`{
  "$schema": "../x.json",
  "theme": { "zh": "秩序", "en": "Order" },
  "requirements": [
    {
      "id": "tidy",
      "title": { "zh": "整洁", "en": "Tidy" },
      "requires": { "fact": "kitchen.seats", "operator": "lessThan", "value": 3 },
      "unless": [{ "id": "closed", "status": "review", "when": { "not": { "condition": "kitchen.open" } } }],
      "remedy": { "zh": "清洁。", "en": "Clean." }
    }
  ]
}
`)
  })

  it('follows the formula that is used, and leaves named entries, ledgers and unknown keys unchanged', () => {
    const derived = {
      'kitchen.b': { holds: { condition: 'cook.old' }, where: { condition: 'cook.new' }, every: 'cook', label: {} },
      'kitchen.a': { nonsense: 1, where: { condition: 'cook.new' }, count: 'cook', label: {} },
    }
    const { text } = formatFile('facts.json', JSON.stringify({ derived }))
    const written = JSON.parse(text!) as { derived: Record<string, object> }
    expect(Object.entries(written.derived).map(([name, entry]) => [name, Object.keys(entry)])).toEqual([
      ['kitchen.b', ['label', 'every', 'where', 'holds']],
      ['kitchen.a', ['label', 'count', 'where', 'nonsense']],
    ])
    const ledger = { zebra: 1, id: { id: 2, apple: 3 } }
    const cases = formatFile('cases/all.json', JSON.stringify({ cases: [{ ledger, id: 'A' }] })).text!
    expect(JSON.stringify((JSON.parse(cases) as { cases: { ledger: object }[] }).cases[0]!.ledger)).toBe(
      JSON.stringify(ledger),
    )
  })
})

describe('a number', () => {
  it('is written the shortest way, with the same value, as the formatter leaves it', async () => {
    const number = fc.stringMatching(/^-?(0|[1-9]\d{0,4})(\.\d{1,4})?([eE][+-]?\d{1,2})?$/)
    await fc.assert(
      fc.asyncProperty(number, async (written) => {
        const text = formatFile('samples.json', written).text!
        expect(Number(text)).toBe(Number(written))
        expect(await byOxfmt(text)).toBe(text)
        expect(text.length).toBeLessThanOrEqual(written.length + 1)
      }),
    )
  })

  it('keeps its digits, though they be more than can be computed with', () => {
    const { text } = formatFile('samples.json', '[12345678901234567890, 1.50, 1E+300]')
    expect(text).toBe('[12345678901234567890, 1.5, 1e300]\n')
  })

  it('too large to be one is reported', () => {
    expect(formatFile('samples.json', '[1E+400]').diagnostics).toMatchObject([{ code: 'number-too-large' }])
  })
})

it('the faults of a pack’s files name the pack', () => {
  const files = { 'pack.json': '{ "id": "kitchens" }', 'facts.json': '{' }
  expect(formatPack({ files }).get('facts.json')?.diagnostics).toMatchObject([{ pack: 'kitchens', file: 'facts.json' }])
})

it.each<[string, string, string]>([
  ['broken JSON', '{"a": }', 'missing-value'],
  ['a key that stands twice', '{"a": 1, "a": 2}', 'duplicate-key'],
  ['hostile depth', '['.repeat(60) + ']'.repeat(60), 'too-deep'],
])('%s is not laid out, and the place is told', (_, text, code) => {
  const formatted = formatFile('facts.json', text, { pack: 'kitchens' })
  expect(formatted.text).toBeUndefined()
  expect(formatted.diagnostics).toMatchObject([{ code, pack: 'kitchens', file: 'facts.json' }])
})
