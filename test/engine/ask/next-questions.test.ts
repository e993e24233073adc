import { compile, EvaluationError, InputError, nextQuestions, type Finding } from '@tiaoli/engine'
import { pathOf, setAt, type NextQuestion } from '@tiaoli/engine/plan'
import { describe, expect, test } from 'vitest'
import { compiledPack, readSample } from '../../load-packs.ts'
import { requirement as ruleOf, toyPack, words, type ToyParts } from '../../support/toy-pack.ts'

const policy = compiledPack('ganzhou-2018-32')
const options = { asOf: '2019-01-01' }
const sample = readSample()

const all = nextQuestions(policy, sample, { ...options, limit: 10_000 })

function unknownFindings(ledger: unknown): readonly Finding[] {
  return policy.evaluate(ledger, { ...options, exact: true, statuses: ['unknown'] }).findings
}

/** A value that could be the answer. */
function answersTo({ answer, pointer }: NextQuestion): unknown[] {
  if (answer.kind !== 'value') return []
  if (answer.type === 'boolean') return [true, false]
  if (answer.type === 'enum') return answer.values!.map(({ value }) => value)
  // The work of a year is not done before it.
  const day = pointer?.includes('/years/2019/') ? '2019-01-01' : '2018-06-01'
  return answer.type === 'date' ? [day, ...(answer.none ? [null] : [])] : []
}

describe('what to ask next', () => {
  test('counts every unknown finding, and asks for every missing fact once', () => {
    const findings = unknownFindings(sample)
    expect(all.unknown).toBe(findings.length)
    const places = findings.flatMap(({ missing }) => missing.map(({ pointer, fact }) => pointer ?? fact))
    expect(all.questions.map(({ pointer, fact }) => pointer ?? fact).sort()).toEqual([...new Set(places)].sort())
  })

  test('the answer to a question settles the findings that wait for it alone', () => {
    const tried = all.questions.filter(({ settles, reason }) => settles > 0 && reason === 'missing_fact').slice(0, 25)
    let settled = 0
    for (const question of tried)
      for (const answer of answersTo(question)) {
        const ledger = structuredClone(sample) as Record<string, unknown>
        setAt(ledger, pathOf(question.pointer!), answer)
        const open = unknownFindings(ledger)
        for (const { requirement, subject, period, alone } of question.decides) {
          if (!alone) continue
          settled++
          const same = open.filter((finding) => finding.requirement === requirement && finding.period === period)
          expect(same.map((finding) => finding.subject.pointer)).not.toContain(subject.pointer)
        }
      }
    expect(settled).toBeGreaterThan(10)
  })

  test('puts first what most findings wait for, and lists no more than asked', () => {
    const { questions, open } = nextQuestions(policy, sample, { ...options, limit: 5 })
    expect(questions).toEqual(all.questions.slice(0, 5))
    expect(open).toBe(all.questions.length)
    const shares = new Map<string, number>()
    for (const { missing } of unknownFindings(sample))
      for (const { pointer, fact } of missing)
        shares.set(pointer ?? fact, (shares.get(pointer ?? fact) ?? 0) + 1 / missing.length)
    const ranked = all.questions.map(({ pointer, fact }) => shares.get(pointer ?? fact)!)
    for (const [i, share] of ranked.slice(1).entries()) expect(share).toBeLessThanOrEqual(ranked[i]! + 1e-9)
  })

  test('asks about one subject only if that is requested', () => {
    const { questions, unknown } = nextQuestions(policy, sample, { ...options, subjects: ['F036'], limit: 100 })
    const own = unknownFindings(sample).filter(({ subject }) => subject.id === 'F036')
    expect(unknown).toBe(own.length)
    expect(questions.flatMap(({ decides }) => decides.map(({ subject }) => subject.id))).toSatisfy((ids: string[]) =>
      ids.every((id) => id === 'F036'),
    )
  })

  test('refuses a subject that the ledger does not have, and options that do not fit, all at once', () => {
    const problems = (more: object) => {
      try {
        nextQuestions(policy, sample, { ...options, ...more })
      } catch (error) {
        if (error instanceof InputError) return error.problems.map(({ code, pointer }) => `${code} ${pointer}`)
        throw error
      }
      return []
    }
    expect(problems({ subjects: ['F0366'] })).toEqual(['unknown-subject /subjects/0'])
    expect(problems({ limit: -1, profile: 'lax', statuses: ['met'] }).toSorted()).toEqual([
      'count-invalid /limit',
      'unknown-option /statuses',
      'unknown-profile /profile',
    ])
  })

  test('stops where more findings are unknown than may be weighed, of the subject alone if one is named', () => {
    const most =
      (maxFindings: number, more: object = {}) =>
      () =>
        nextQuestions(policy, sample, { ...options, ...more, maxFindings }).unknown
    expect(most(all.unknown)()).toBe(all.unknown)
    expect(most(all.unknown - 1)).toThrow(EvaluationError)
    const own = unknownFindings(sample).filter(({ subject }) => subject.id === 'F036').length
    expect(own).toBeLessThan(all.unknown)
    expect(most(own, { subjects: ['F036'] })()).toBe(own)
  })

  test('stops where there is more to decide than allowed, unknown or not', () => {
    const most = (maxDecisions: number) => () => nextQuestions(policy, sample, { ...options, maxDecisions })
    expect(most(all.unknown)).toThrow(EvaluationError)
    expect(most(10_000)().unknown).toBe(all.unknown)
  })

  test('a plan in place of a policy is refused', () => {
    expect(() => nextQuestions(policy.plan as never, {}, options)).toThrow(
      expect.objectContaining({
        name: 'InputError',
        problems: [expect.objectContaining({ code: 'not-a-policy' })],
      }) as Error,
    )
  })

  test.each([-1, 1.5, '5'])('a limit of %j is refused', (limit) => {
    expect(() => nextQuestions(policy, {}, { ...options, limit: limit as number })).toThrow(InputError)
  })

  test('says how to answer: choices, none, records of a year, and whose fact it is', () => {
    const about = (fact: string) => all.questions.find((question) => question.fact === fact)
    expect(about('firm.director.partyStatus')).toMatchObject({
      subject: { scope: 'firm' },
      answer: { kind: 'value', type: 'enum', none: { en: 'known to have no CPC membership' } },
    })
    expect(about('year')).toMatchObject({ answer: { kind: 'records', scope: 'year', year: 2019 } })
    const parameter = about('parameters.largeFirmLawyers')
    expect(parameter).toMatchObject({ reason: 'missing_parameter', answer: { kind: 'value', type: 'integer' } })
    expect(parameter?.text?.zh).toMatch(/？$/)
    expect(parameter).not.toHaveProperty('pointer')
  })

  test('begins with the lists where nothing is given yet', () => {
    const { questions } = nextQuestions(policy, {}, { ...options, limit: 100 })
    expect(questions.find(({ fact }) => fact === 'county')).toMatchObject({
      pointer: '/counties',
      subject: { scope: 'city', pointer: '' },
      answer: { kind: 'records', scope: 'county' },
    })
  })
})

describe('of years that were not given', () => {
  const yearly = ruleOf({
    id: 'inspected-this-year',
    requires: { fact: 'year.inspectedOn', operator: 'notEqual', value: null },
    recurs: { every: 'year', from: 2018 },
  })
  const everInspected = ruleOf({
    id: 'inspected-once',
    requires: { fact: 'kitchen.lastInspectedOn', operator: 'notEqual', value: null },
  })
  const inspectedOn = {
    type: 'date',
    label: words('检查日期', 'inspection day'),
    none: words('未检查', 'not inspected'),
  }
  const lastInspectedOn = { label: words('最近检查日期', 'latest inspection'), greatest: 'year.inspectedOn' }
  const parts = (derived: object, requirements: object[]): ToyParts => ({
    given: { 'year.inspectedOn': inspectedOn },
    derived: { ...derived },
    requirements: requirements.map((item) => ({ ...item })),
  })
  const asked = (of: ToyParts, ledger: object) =>
    nextQuestions(compile(toyPack(of)), ledger, { asOf: '2019-06-01' }).questions
  const gathering = parts({ 'kitchen.lastInspectedOn': lastInspectedOn }, [yearly, everInspected])
  const kitchen = { kitchens: [{ id: 'K' }] }

  test('the whole list is asked for, once, where a formula goes over it: one year alone leaves the others unknown', () => {
    const [question, ...others] = asked(gathering, kitchen)
    expect(others).toEqual([])
    expect(question).toMatchObject({
      fact: 'year',
      pointer: '/kitchens/0/years',
      subject: { id: 'K' },
      answer: { kind: 'records', keyed: true },
    })
    const settled = new Set(question!.decides.filter(({ alone }) => alone).map(({ requirement: id }) => id))
    expect(settled).toEqual(new Set(['inspected-this-year', 'inspected-once']))
    // What asking for one year would have done.
    const one = { kitchens: [{ id: 'K', years: { 2019: null } }] }
    const { findings } = compile(toyPack(gathering)).evaluate(one, { asOf: '2019-06-01', detail: 'verdicts' })
    expect(findings.find(({ requirement: id }) => id === 'inspected-once')?.status).toBe('unknown')
  })

  test('the whole list is asked for where only a check, or only a reference, would be misled', () => {
    const day = { fact: 'kitchen.lastInspectedOn', operator: 'notEqual', value: '2001-01-01' }
    const check = { id: 'c', scope: 'kitchen', text: words('检查日期有误。', 'The day is wrong.'), holds: day }
    const taints = ['kitchen.licensed']
    const checked = {
      ...parts({ 'kitchen.lastInspectedOn': lastInspectedOn }, [yearly]),
      checks: [{ ...check, taints }],
    }
    expect(asked(checked, kitchen).map(({ pointer }) => pointer)).toEqual(['/kitchens/0/years'])
    const visit = { label: words('到访', 'visit'), in: 'year', list: 'visits' }
    const given = {
      'year.inspectedOn': inspectedOn,
      'visit.id': { type: 'id', label: words('到访代号', 'visit code') },
      'kitchen.firstVisit': { type: 'reference', to: 'visit', label: words('首次到访', 'first visit') },
    }
    const referring = { ...parts({}, [yearly]), scopes: { visit }, given }
    expect(asked(referring, kitchen).map(({ pointer }) => pointer)).toEqual(['/kitchens/0/years'])
  })

  test('one is asked for where the list was given, or no formula goes over it', () => {
    const given = { kitchens: [{ id: 'K', years: { 2018: { inspectedOn: null } } }] }
    expect(asked(gathering, given).map(({ pointer }) => pointer)).toEqual([
      '/kitchens/0/years/2019',
      '/kitchens/0/complete/years',
    ])
    const years = asked(parts({}, [yearly]), kitchen).map(({ pointer }) => pointer)
    expect(years).toContain('/kitchens/0/years/2019')
    expect(years).not.toContain('/kitchens/0/years')
  })
})
