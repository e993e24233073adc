import { calendarOf } from '@tiaoli/calendar'
import { compile, nextQuestions, type PackSource } from '@tiaoli/engine'
import { describe, expect, it } from 'vitest'
import { AS_OF, CODE, dated, inOneLanguage, requirement, toyFiles, toyPack, words } from '../support/toy-pack.ts'

const HAN = /\p{Script=Han}/u
const LATIN_WORD = /"[a-z]{2}":"[^"]*[a-z]{2} /i

/** Something of everything that a report says in words. */
const PARTS = {
  document: { horizon: { to: '2018-06-30', text: words('规划期已过。', 'The plan is over.') } },
  checks: [
    {
      id: 'clean',
      scope: 'kitchen',
      text: words('清洁早于开业。', 'Cleaned before it opened.'),
      holds: { fact: 'kitchen.cleanedOn', operator: 'greaterThanInclusive', value: { fact: 'kitchen.openedOn' } },
      taints: ['kitchen.cleanedOn'],
    },
  ],
  parameters: {
    limit: { label: words('上限', 'limit'), unit: words('个', 'seats'), type: 'integer', values: [dated(3)] },
    open: {
      label: words('下限', 'least number'),
      type: 'integer',
      question: words('至少几个？', 'At least how many?'),
      values: [],
    },
  },
  requirements: [
    requirement({
      id: 'few',
      title: words('至多{parameters.limit}', 'At most {parameters.limit}'),
      requires: { fact: 'kitchen.seats', operator: 'lessThanInclusive', value: { fact: 'parameters.limit' } },
      due: '2019-06-30',
      problem: words('有{kitchen.seats}。', 'There are {kitchen.seats}.'),
      remedy: words('请减少。', 'Remove some.'),
      notes: [{ id: 'note', text: words('提示。', 'A note.'), when: { condition: 'kitchen.licensed' } }],
      figures: { seats: 'kitchen.seats' },
    }),
    requirement({
      id: 'many',
      requires: { fact: 'kitchen.seats', operator: 'greaterThan', value: { fact: 'parameters.open' } },
    }),
  ],
}
const LEDGER = {
  kitchens: [
    { id: 'K1', seats: 9, licensed: true, openedOn: '2018-01-01', cleanedOn: '2017-01-01' },
    { id: 'K2', seats: null },
    { id: 'K3' },
  ],
}

function answersOf(source: PackSource): string[] {
  const policy = compile(source)
  const asOf = '2019-07-01'
  const records = policy.evaluateEach(LEDGER.kitchens.slice(2), { scope: 'kitchen', asOf })
  const calendar = { from: '2019-01-01', to: '2020-01-01' }
  return [
    policy.evaluate({ kitchens: [LEDGER.kitchens[0], LEDGER.kitchens[2]] }, { asOf, detail: 'trace', exact: true }),
    nextQuestions(policy, { kitchens: [{ id: 'K3' }] }, { asOf }),
    calendarOf(policy, { kitchens: [{ id: 'K3' }] }, calendar),
    calendarOf(policy, undefined, calendar),
    records.next(),
    records.next(),
  ].map((answer) => JSON.stringify(answer))
}

describe('a pack in one language', () => {
  it('answers in English alone', () => {
    const answers = answersOf(inOneLanguage('en', toyPack(PARTS)))
    for (const answer of answers) {
      expect(answer).not.toMatch(HAN)
      expect(answer).not.toContain('"zh":')
    }
    expect(answers[0]).toContain('"problem":{"en":"There are 9')
  })

  it('answers in Chinese alone', () => {
    const answers = answersOf(inOneLanguage('zh', toyPack(PARTS)))
    for (const answer of answers) {
      expect(answer).not.toContain('"en":')
      expect(answer).not.toMatch(LATIN_WORD)
    }
    expect(answers[0]).toContain('"problem":{"zh":"有9')
  })

  it('says the same as in a pack that has both, which says it in both', () => {
    const both = JSON.parse(answersOf(toyPack(PARTS))[0]!) as { findings: { reasons: { text: object }[] }[] }
    const english = JSON.parse(answersOf(inOneLanguage('en', toyPack(PARTS)))[0]!) as typeof both
    const { text } = both.findings[0]!.reasons[0]!
    expect(Object.keys(text)).toEqual(['zh', 'en'])
    expect(english.findings[0]!.reasons[0]!.text).toEqual({ en: (text as { en: string }).en })
  })

  it('supposes in the same words as a pack that has both', () => {
    const parts = { requirements: [requirement({ requires: { condition: 'kitchen.licensed' } })] }
    const supposed = (source: PackSource) =>
      compile(source).evaluate({ kitchens: [{ licensed: false }] }, { asOf: AS_OF }).findings[0]!.whatIf[0]!.text
    const { zh, en } = supposed(toyPack(parts))
    expect(zh).toBe('如持证，则结论变为“符合”')
    expect(supposed(inOneLanguage('zh', toyPack(parts)))).toEqual({ zh })
    expect(supposed(inOneLanguage('en', toyPack(parts)))).toEqual({ en })
  })

  it('is read in its own words whatever language is asked for', () => {
    const policy = compile(inOneLanguage('en', toyPack(PARTS)))
    const ledger = { kitchens: [LEDGER.kitchens[0]] }
    const inEnglish = policy.evaluate(ledger, { asOf: AS_OF, language: 'en' })
    expect(policy.evaluate(ledger, { asOf: AS_OF, language: 'zh' }).findings).toEqual(inEnglish.findings)
    const [finding] = policy.evaluate(ledger, { asOf: AS_OF }).findings
    expect(finding!.title.zh).toBe(finding!.title.en)
  })
})

describe('a pack in both languages', () => {
  it('may leave a text untranslated: it is read in its own words', () => {
    const remedy = { zh: '请减少到{parameters.limit}。' }
    const requirements = PARTS.requirements.map((entry) => ({ ...entry, remedy }))
    const { findings } = compile(toyPack({ ...PARTS, requirements })).evaluate(
      { kitchens: [{ id: 'K1', seats: 9 }] },
      { asOf: '2019-07-01', language: 'en', requirements: ['few'] },
    )
    expect(findings[0]!.remedy).toMatch(/^请减少到3/)
  })

  it('may leave a clause untranslated: its sentence then has no English of its own', () => {
    const files = toyFiles({})
    const clauses = [
      { id: 'c1', text: { zh: '厨房应当清洁，', en: 'Kitchens shall be clean,' }, force: 'must', testability: 'full' },
      { id: 'c2', text: { zh: '并应当安静。' }, force: 'must', testability: 'full' },
    ]
    const { plan } = compile({ files: { ...files, [`${CODE}/clauses.json`]: { clauses } } })
    expect(JSON.stringify(plan.clauses.get('c1')!.sentence)).toBe('{"zh":"厨房应当清洁，并应当安静。"}')
  })

  it('may use a pack in one language, whose words are then read in that', () => {
    const used = inOneLanguage('zh', toyPack({}))
    const pack = {
      id: 'more',
      version: '1.0.0',
      title: { en: 'More' },
      languages: ['en'],
      timeZone: 'Asia/Shanghai',
      uses: ['kitchens'],
    }
    const policy = compile({ files: { 'pack.json': pack }, uses: [used] })
    const [finding] = policy.evaluate({ kitchens: [{ id: 'K1', licensed: false }] }, { asOf: AS_OF }).findings
    expect(finding!.title).toEqual({ en: '要求' })
    expect(finding!.statusText).toEqual({ en: 'not met' })
  })
})
