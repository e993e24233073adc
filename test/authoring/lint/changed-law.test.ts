import { describe, expect, it } from 'vitest'
import { reportOn, requirement, words, type ToyParts } from '../../support/toy-pack.ts'
import { lintsOf, placesOf } from './lint-toy.ts'

const licence = (parts: object = {}) =>
  requirement({ id: 'licence', requires: { condition: 'kitchen.licensed' }, ...parts })
const notice = (changes: object[] | undefined, more: ToyParts = {}): ToyParts => ({
  documents: {
    notice: {
      document: { effective: { from: '2019-01-01' } },
      clauses: [{ id: 'a1', ...(changes ? { changes } : {}) }],
    },
  },
  requirements: [licence()],
  ...more,
})
const CODES = ['partly-ended', 'no-successor', 'unused-document', 'plan-over', 'not-revived'] as const
const told = (parts: ToyParts) => lintsOf(parts, CODES)

describe('what later documents leave open', () => {
  it('is a requirement of which part of the ground has ended, until the author settles it', () => {
    const partly = notice([{ ends: ['c1'] }], { requirements: [licence({ clauses: ['c1', 'c2'] })] })
    const [found, ...others] = told(partly)
    expect(others).toEqual([])
    expect(found).toMatchObject({ code: 'partly-ended', about: 'licence', file: 'requirements/all.json' })
    expect(found!.message.zh).toContain('自 2019-01-01 起失效（notice/a1）')
    expect(found!.message.en).toBe(
      'Part of the clauses of requirement "licence" end on 2019-01-01 (notice/a1), and others do not: from then on, what is not met is for a person to judge. Add effective.to, or cite only the clauses that still hold.',
    )
    const settled = licence({ clauses: ['c1', 'c2'], effective: { to: '2019-01-01' } })
    expect(told(notice([{ ends: ['c1'] }], { requirements: [settled] }))).toEqual([])
  })

  it('is a clause beside those that a requirement cites, until the later one is cited too', () => {
    const clause = (id: string, text: string) => ({ id, text: words(text), force: 'must', testability: 'full' })
    const parts = (more: object = {}): ToyParts => ({
      ...notice([{ replaces: ['c4'] }]),
      clauses: [clause('c3', '厨房应当办理许可，'), clause('c4', '于2019年6月30日前完成。')],
      requirements: [licence({ clauses: ['c3'], due: '2019-06-30', duty: 'once', ...more })],
    })
    const [found, ...others] = told(parts())
    expect(others).toEqual([])
    expect(found).toMatchObject({
      code: 'partly-ended',
      about: 'licence',
      message: {
        zh: '要求“licence”所引条款仍然有效，但其例外所依据的条款或者同一句中的其他条款自 2019-01-01 起由 notice/a1 代替，自该日起没有做到的只能由人工研判。请核对后面的条款：改变例外的，在该例外的 clauses 中加引 notice/a1；改变期限的，在期限所用参数中另写引用 notice/a1 的值；照旧的，在要求的 clauses 中加引 notice/a1；不再要求的，写 effective.to。',
        en: 'The clauses that requirement "licence" cites still hold, but from 2019-01-01 on notice/a1 is in the place of one on which an exception of it rests, or of another of its sentence: from then on, what is not met is for a person to judge. Read the later clause. If it changes the exception, cite notice/a1 in the clauses of that; if it changes the last day, give the parameter of that a value that cites notice/a1; if all stays as it is, cite notice/a1 among the clauses of the requirement too; if nothing is asked any more, add effective.to.',
      },
    })
    expect(told(parts({ clauses: ['c3', 'notice/a1'] }))).toEqual([])
  })

  it('is a clause that replaces another without a requirement on it', () => {
    const [found, ...others] = told(notice([{ replaces: ['c1'] }]))
    expect(others).toEqual([])
    expect(found).toMatchObject({ code: 'no-successor', about: 'licence' })
    const followed = [licence(), licence({ id: 'new-licence', clauses: ['notice/a1'] })]
    expect(told(notice([{ replaces: ['c1'] }], { requirements: followed }))).toEqual([])
    expect(told(notice([{ continues: ['c1'] }]))).toEqual([])
    expect(told(notice([{ ends: ['c1'] }]))).toEqual([])
  })

  it('is a document that nothing refers to', () => {
    expect(placesOf(told(notice(undefined)))).toEqual(['unused-document documents/notice/document.json#'])
    const when = { fact: 'asOf', operator: 'lessThan', value: '2020-01-01' }
    const suspended = { id: 'suspended', text: words('暂停执行'), clauses: ['notice/a1'], status: 'review', when }
    const parts = notice(undefined, { requirements: [licence({ clauses: ['c1'], unless: [suspended] })] })
    expect(told(parts)).toEqual([])
    const statusOn = (asOf: string) =>
      reportOn(parts, { kitchens: [{ id: 'K1', licensed: false }] }, { asOf }).findings.map(({ status }) => status)
    expect(['2018-12-31', '2019-01-01', '2020-01-01'].flatMap(statusOn)).toEqual(['not_met', 'review', 'not_met'])
    expect(told(notice(undefined, { requirements: [licence({ clauses: ['notice/a1'] })] }))).toMatchObject([
      { code: 'unused-document', about: 'code' },
    ])
  })

  it('is what a document had changed that is repealed itself, or runs out, until a clause stands in its place', () => {
    const code = (more: ToyParts['documents'], effective: object = { from: '2019-01-01' }): ToyParts => ({
      documents: { notice: { document: { effective }, clauses: [{ id: 'a1', changes: [{ ends: ['c1'] }] }] }, ...more },
      requirements: [licence(), licence({ id: 'restored', clauses: ['later/b1'] })],
    })
    const later = (...changes: object[]) => ({
      later: { document: { effective: { from: '2020-01-01' } }, clauses: [{ id: 'b1', changes }] },
    })
    const [found, ...others] = told(code(later({ ends: [{ document: 'notice' }] })))
    expect(others).toEqual([])
    expect(found).toMatchObject({ code: 'not-revived', about: 'notice/a1', file: 'documents/notice/clauses.json' })
    expect(found!.message.zh).toContain('条款 notice/a1 自 2020-01-01 起由 later/b1 废止，它所改变的“c1”不因此恢复')
    expect(found!.message.zh).toContain(
      '"changes":[{"replaces":["notice/a1"],"reads":{"zh":"厨房应当清洁。","en":"Kitchens shall be clean."}}]',
    )
    const restored = later(
      { ends: [{ document: 'notice' }] },
      { replaces: ['notice/a1'], reads: words('厨房应当清洁。') },
    )
    expect(told(code(restored))).toEqual([])
    const out = code(later({ continues: ['c2'] }), { from: '2019-01-01', to: '2020-01-01' })
    expect(told(out).map(({ code: is, message }) => [is, message.zh])).toEqual([
      ['not-revived', expect.stringContaining('条款 notice/a1 自 2020-01-01 起期满失效，它所改变的“c1”不因此恢复')],
    ])
  })

  it('is a plan that was over when a later document began, unless that prolongs or ends it', () => {
    const document = { horizon: { to: '2018-06-30', text: words('届满') } }
    expect(told(notice([{ continues: ['c2'] }], { document }))).toMatchObject([{ code: 'plan-over', about: 'code' }])
    expect(told(notice([{ prolongs: [{ document: 'code' }], to: '2020-12-31' }], { document }))).toEqual([])
    expect(told(notice([{ ends: [{ document: 'code' }] }], { document }))).toEqual([])
    expect(
      told(notice([{ continues: ['c2'] }], { document: { horizon: { to: '2019-06-30', text: words('届满') } } })),
    ).toEqual([])
  })
})
