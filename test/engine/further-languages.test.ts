import { calendarOf } from '@tiaoli/calendar'
import { compile, loadPack, nextQuestions, type PackSource } from '@tiaoli/engine'
import { ledgerJsonSchema } from '@tiaoli/engine/plan'
import { describe, expect, test } from 'vitest'
import { AS_OF, dated, requirement, toyPack } from '../support/toy-pack.ts'

const HAN = /\p{Script=Han}/u

/** Words that say in which language they are: `[de] seats`. */
const marked = (languages: readonly string[], word: string) =>
  Object.fromEntries(languages.map((tag) => [tag, `[${tag}] ${word}`]))

/** The toy pack in other languages, with each of its texts in all of them. */
function packIn(languages: readonly string[], pack: object = {}, parts = PARTS): PackSource {
  const { files, uses = [] } = toyPack(parts)
  const said = JSON.parse(JSON.stringify(files), (_, value: unknown) =>
    isText(value) ? marked(languages, value.en) : value,
  ) as Record<string, object>
  return { files: { ...said, 'pack.json': { ...said['pack.json'], languages, ...pack } }, uses }
}

/** The files of a pack with other words for what its requirement finds wrong. */
function withProblem({ files }: PackSource, problem: object): Record<string, unknown> {
  const file = files['requirements/all.json'] as { requirements: object[] }
  return {
    ...files,
    'requirements/all.json': {
      ...file,
      requirements: file.requirements.map((entry, i) => (i === 0 ? { ...entry, problem } : entry)),
    },
  }
}

function isText(value: unknown): value is { en: string } {
  return typeof value === 'object' && value !== null && 'zh' in value && 'en' in value
}

const PARTS = {
  parameters: { limit: { label: { zh: '', en: 'limit' }, type: 'integer', values: [dated(3)] } },
  requirements: [
    requirement({
      id: 'few',
      requires: { fact: 'kitchen.seats', operator: 'lessThanInclusive', value: { fact: 'parameters.limit' } },
      problem: { zh: '', en: 'There are {kitchen.seats}.' },
    }),
    requirement({ id: 'later', requires: { condition: 'kitchen.licensed' }, due: '2019-06-30' }),
  ],
}
const LEDGER = { kitchens: [{ id: 'K1', seats: 9 }, { id: 'K2' }] }
const first = (source: PackSource, language?: string) =>
  compile(source).evaluate(LEDGER, { asOf: AS_OF, ...(language === undefined ? {} : { language }) }).findings[0]!

describe('a pack in German alone', () => {
  const german = packIn(['de'])

  test('has its own words in sentences that are English, and nothing in Chinese', () => {
    const policy = compile(german)
    const answers = [
      policy.evaluate(LEDGER, { asOf: AS_OF, detail: 'trace', exact: true }),
      nextQuestions(policy, LEDGER, { asOf: AS_OF }),
      calendarOf(policy, LEDGER, { from: '2019-01-01', to: '2020-01-01' }),
      ledgerJsonSchema(policy.plan),
    ].map((answer) => JSON.stringify(answer))
    for (const answer of answers) {
      expect(answer).not.toMatch(HAN)
      expect(answer).not.toMatch(/"(?:zh|en)":/)
      expect(answer).toContain('[de] ')
    }
    expect(first(german)).toMatchObject({
      statusText: { de: 'not met' },
      problem: { de: '[de] There are 9 [de] seats.' },
    })
  })

  test('answers so in whatever language is asked for', () => {
    for (const language of ['de', 'en', 'zh'])
      expect(first(german, language)).toMatchObject({ statusText: 'not met', problem: '[de] There are 9 [de] seats.' })
  })

  test('refuses in English under its own tag', () => {
    const { files } = german
    const { diagnostics } = loadPack({ files: { ...files, 'requirements/all.json': { theme: {}, requirements: [] } } })
    expect(new Set(diagnostics.flatMap(({ message }) => Object.keys(message)))).toEqual(new Set(['de']))
    expect(diagnostics[0]!.message.en).toBe(diagnostics[0]!.message.zh)
  })

  test('has its first language in every text', () => {
    const { files } = german
    const pack = { ...(files['pack.json'] as object), title: { en: 'Kitchens' } }
    const { diagnostics } = loadPack({ files: { ...files, 'pack.json': pack } })
    expect(diagnostics).toMatchObject([
      { code: 'text-without-language', pointer: '/title/de' },
      { code: 'unknown-language', pointer: '/title/en' },
    ])
  })

  test('is used by a pack in another language, whose report has its words', () => {
    const pack = { id: 'more', version: '1.0.0', title: { zh: '更多' }, languages: ['zh'], timeZone: 'Asia/Shanghai' }
    const source = { files: { 'pack.json': { ...pack, uses: ['kitchens'] } }, uses: [german] }
    expect(first(source)).toMatchObject({
      statusText: { zh: '不符合' },
      problem: { zh: '[de] There are 9[de] seats.' },
    })
  })
})

describe('a pack in German and English', () => {
  const both = packIn(['de', 'en'])

  test('is read in the first of them, or in the one that is asked for', () => {
    expect(first(both)).toMatchObject({ problem: { de: '[de] There are 9 [de] seats.' } })
    expect(Object.keys(first(both).problem!)).toEqual(['de'])
    expect(first(both, 'en')).toMatchObject({ problem: '[en] There are 9 [en] seats.', statusText: 'not met' })
    expect(Object.keys(first({ ...both, language: 'en' }).problem!)).toEqual(['en'])
  })

  test('may leave English untranslated, and then has German there', () => {
    const files = withProblem(both, { de: 'Es sind {kitchen.seats}.' })
    expect(first({ files }, 'en')).toMatchObject({ problem: 'Es sind 9 [en] seats.' })
  })

  test('is refused for a fault in the words of either', () => {
    const files = withProblem(both, { de: 'Es sind zu viele.', en: 'There are {kitchen.chairs}.' })
    expect(loadPack({ files }).diagnostics).toMatchObject([
      { code: 'unknown-fact', pointer: '/requirements/0/problem/en' },
    ])
  })
})

describe('a pack in Chinese and Tibetan', () => {
  const both = packIn(['zh', 'bo'])

  test('has Chinese sentences in both', () => {
    expect(first(both)).toMatchObject({ problem: { zh: '[zh] There are 9[zh] seats.' }, statusText: { zh: '不符合' } })
    expect(first(both, 'bo')).toMatchObject({ problem: '[bo] There are 9[bo] seats.', statusText: '不符合' })
  })

  test('has the sentences that it declares', () => {
    expect(first(packIn(['zh', 'bo'], { sentences: 'en' }), 'bo')).toMatchObject({ statusText: 'not met' })
  })
})

test('a language that is not of the pack is refused, with those that are', () => {
  const policy = compile(packIn(['de', 'en']))
  expect(() => policy.evaluate(LEDGER, { asOf: AS_OF, language: 'fr' })).toThrow(
    '/language There is no such language. Write one of: de, en, zh.',
  )
})
