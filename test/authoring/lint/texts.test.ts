import { describe, expect, it } from 'vitest'
import { requirement } from '../../support/toy-pack.ts'
import { lintsIn, lintsOf, placesOf } from './lint-toy.ts'

describe('words in two languages', () => {
  const told = (zh: string, en: string) =>
    placesOf(
      lintsOf({ requirements: [requirement({ requires: { condition: 'kitchen.licensed' }, remedy: { zh, en } })] }, [
        'missing-translation',
        'full-stop',
      ]).filter(({ about }) => about === 'rule'),
    ).map((line) => line.replace('requirements/all.json#/requirements/0/remedy', ''))

  it.each([
    ['请持证。', '请持证。', 'missing-translation /en'],
    ['请持证。', ' ', 'missing-translation /en'],
    ['Get a licence.', 'Get a licence.', 'missing-translation /zh'],
    ['请持证。', 'Get a 证.', 'missing-translation /en'],
    ['请持证。', 'Get a licence', 'full-stop /en'],
  ])('%s beside %s is told', (zh, en, line) => {
    expect(told(zh, en)).toEqual([line])
  })

  it.each([
    ['请持证。', 'Get a licence.'],
    ['请持证', 'Get a licence'],
    ['请持“证”。', 'Get a “licence (证)”.'],
    ['2018', '2018'],
  ])('%s beside %s is not', (zh, en) => {
    expect(told(zh, en)).toEqual([])
  })
})

describe('words in one language', () => {
  const parts = {
    requirements: [requirement({ requires: { condition: 'kitchen.licensed' }, remedy: { zh: '请持证。' } })],
  }
  const CODES = ['missing-translation', 'full-stop'] as const

  it('are a hint where the pack declares both', () => {
    const found = lintsOf(parts, CODES).filter(({ about }) => about === 'rule')
    expect(found.map(({ code, severity, pointer }) => [code, severity, pointer])).toEqual([
      ['missing-translation', 'hint', '/requirements/0/remedy/en'],
    ])
  })

  it('are nothing to be told where it declares one', () => {
    expect(lintsIn(['zh'], parts, CODES)).toEqual([])
  })
})

describe('words in further languages', () => {
  const told = (languages: string[], remedy: object) =>
    placesOf(
      lintsIn(languages, { requirements: [requirement({ requires: { condition: 'kitchen.licensed' }, remedy })] }, [
        'missing-translation',
      ]).filter(({ pointer }) => pointer.includes('/remedy')),
    ).map((line) => line.replace('missing-translation requirements/all.json#/requirements/0/remedy', ''))

  it('are a hint where the pack declares a language and a text has none of it', () => {
    expect(told(['zh', 'bo'], { zh: '请持证。' })).toEqual(['/bo'])
    expect(told(['zh', 'bo'], { zh: '请持证。', bo: 'ལག་ཁྱེར།' })).toEqual([])
    expect(told(['zh', 'en', 'bo'], { zh: '请持证。', en: 'Get a licence.' })).toEqual(['/bo'])
    expect(told(['zh', 'en', 'bo', 'mn'], { zh: '请持证。' })).toEqual(['/en', '/bo', '/mn'])
  })

  it('say which language it is', () => {
    const [hint] = lintsOf({ pack: { languages: ['zh', 'en', 'bo'] } }, ['missing-translation'])
    expect(hint!.message.zh).toBe('此处没有译成“bo”。请补上译文。')
    expect(hint!.message.en).toBe('This is not in "bo". Translate it.')
  })
})

describe('a clause', () => {
  const clause = {
    id: 'q1',
    text: { zh: '厨房应当安静。', en: 'Kitchens shall be quiet.' },
    force: 'must',
    testability: 'full',
  }
  const told = (parts: object, rule: object = {}) =>
    lintsOf(
      {
        clauses: [{ ...clause, ...parts }],
        requirements: [requirement({ requires: { condition: 'kitchen.licensed' }, ...rule })],
      },
      ['clause-not-encoded'],
    )
      .filter(({ about }) => about === 'q1')
      .map(({ message }) => message.en)

  it('that nothing cites and that gives no reason is reported', () => {
    expect(told({})).toEqual([expect.stringContaining('the testable clause "q1"')])
    expect(told({ testability: 'none' })).toEqual([expect.stringContaining('the clause "q1"')])
    expect(told({ notEncoded: { zh: '无从检验。', en: 'Not testable.' } })).toEqual([])
  })

  it('is encoded by an exception or a note too', () => {
    const part = {
      id: 'part',
      clauses: ['q1'],
      text: { zh: '说明。', en: 'A note.' },
      when: { condition: 'kitchen.licensed' },
    }
    expect(told({}, { notes: [part] })).toEqual([])
    expect(told({}, { unless: [{ ...part, status: 'review' }] })).toEqual([])
    expect(told({}, { clauses: ['c1', 'q1'] })).toEqual([])
  })
})
