import { describe, expect, it } from 'vitest'
import { requirement, words, type ToyParts } from '../../support/toy-pack.ts'
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
    const settled = licence({ clauses: ['c1', 'c2'], effective: { to: '2019-01-01' } })
    expect(told(notice([{ ends: ['c1'] }], { requirements: [settled] }))).toEqual([])
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
