import { coverageOf, makeMutants } from '@tiaoli/authoring'
import { describe, expect, it } from 'vitest'
import { dated, requirement, toyPack, words, type ToyParts } from '../../support/toy-pack.ts'
import { lintsOf, placesOf } from './lint-toy.ts'

/** A limit on the seats, and a notice of 2019 that does something to clause c1. */
const limit = (values: object[], change: object = { ends: ['c1'] }, more: ToyParts = {}): ToyParts => ({
  documents: {
    notice: { document: { effective: { from: '2019-01-01' } }, clauses: [{ id: 'a1', changes: [change] }] },
  },
  parameters: { limit: { label: words('上限', 'limit'), type: 'integer', values } },
  requirements: [
    requirement({
      clauses: ['c2'],
      force: 'encourage',
      requires: { fact: 'kitchen.seats', operator: 'lessThan', value: { fact: 'parameters.limit' } },
    }),
  ],
  ...more,
})
const told = (parts: ToyParts) => lintsOf(parts, ['value-never-holds'])
/** One from 2020 on, whose clause ended in 2019. */
const LATE = [dated(10, undefined, '2020-01-01'), dated(5, '2020-01-01')]

describe('a value that holds on no day', () => {
  it('is one whose clause ended by the day from which it is meant', () => {
    const [found, ...others] = told(limit(LATE))
    expect(others).toEqual([])
    expect(found).toMatchObject({
      about: 'parameters.limit',
      severity: 'warning',
      pointer: '/parameters/limit/values/1',
    })
    expect(found!.message).toEqual({
      zh: '这个值自 2020-01-01 起适用，而所引条款自 2019-01-01 起已经失效（notice/a1），因此永远用不上。请删去这个值，或引用届时仍然有效的条款。',
      en: 'This value is for the days from 2020-01-01, but the clauses that it cites end on 2019-01-01 (notice/a1), so it never holds. Remove it, or cite a clause that still holds then.',
    })
    expect(told(limit([dated(10, undefined, '2019-01-01'), dated(5, '2019-01-01')]))).toMatchObject([
      { message: { zh: expect.stringContaining('自 2019-01-01 起已经失效') } },
    ])
    expect(told(limit([dated(10, undefined, '2018-12-31'), dated(5, '2018-12-31')]))).toEqual([])
  })

  it('is one that ends before its clause takes the place of another', () => {
    const value = { value: 10, to: '2018-06-30', clauses: ['notice/a1'] }
    const [found, ...others] = told(limit([value], { replaces: ['c1'] }))
    expect(others).toEqual([])
    expect(found!.message.zh).toContain('至 2018-06-30 之前适用，而所引条款自 2019-01-01 起才代替或延续')
    expect(told(limit([{ ...value, to: '2019-06-30' }], { replaces: ['c1'] }))).toEqual([])
  })

  it('may stand in a profile', () => {
    const strict = { id: 'strict', label: words('严', 'strict'), parameters: { limit: LATE } }
    expect(placesOf(told(limit([], { ends: ['c1'] }, { profiles: [strict] })))).toEqual([
      'value-never-holds profiles/strict.json#/parameters/limit/1',
    ])
  })

  it('is not asked of the cases, nor changed in a mutant', () => {
    const pack = toyPack(limit(LATE))
    const of = 'parameters.limit/'
    expect(coverageOf(pack).epochs.map(({ id }) => id)).toEqual([`${of}always`])
    expect(new Set(makeMutants(pack).flatMap(({ id }) => (id.startsWith(of) ? [id.split('#')[0]] : [])))).toEqual(
      new Set([`${of}always`]),
    )
  })

  it('leaves no gap between the values around it', () => {
    const [before, after] = [
      { value: 10, to: '2020-01-01', clauses: ['c2'] },
      { value: 3, from: '2021-01-01', clauses: ['c2'] },
    ]
    expect(told(limit([before, dated(5, '2020-01-01', '2021-01-01'), after]))).toHaveLength(1)
  })
})
