import { describe, expect, it } from 'vitest'
import { changedSeats, ENOUGH_SEATS } from '../../support/changed-seats.ts'
import { findingOn, requirement, words } from '../../support/toy-pack.ts'

const BASIS = { basis: [{ instrument: 'code', article: words('第二条', 'Article 2') }] }
const instruments = { code: { title: words('厨房守则', 'Kitchen code'), evidence: 'secondary' } }
const parts = {
  ...changedSeats(BASIS),
  instruments,
  requirements: [requirement({ requires: ENOUGH_SEATS, ...BASIS })],
}

function citedOn(asOf: string) {
  return findingOn(parts, { seats: 4 }, { asOf }).citations.map(({ id, sentence, gives, givesNoMore }) => ({
    id,
    ...(gives && { sentence: sentence?.zh, gives: gives.map(({ text }) => text.zh) }),
    ...(givesNoMore && { givesNoMore: givesNoMore.map(({ text }) => text.zh) }),
  }))
}

describe('a number that another document has changed', () => {
  it('brings the clause that gives it into the basis, with its sentence and what the number was before', () => {
    expect(citedOn('2026-06-30')[0]).toEqual({
      id: 'notice/n1',
      sentence: '座位不少于5个。',
      gives: ['座位数下限自2026年1月1日起为5个（此前为3个）'],
    })
  })

  it('is no longer that of the place that gave it before, which says so', () => {
    expect(citedOn('2026-06-30').filter(({ id }) => id === 'code')).toEqual([
      {
        id: 'code',
        givesNoMore: ['其中座位数下限，自2026年1月1日起按《关于提高座位标准的通知》第一条为5个，不再是3个'],
      },
    ])
  })

  it('is the earlier one before that day, and nothing is added', () => {
    expect(citedOn('2025-12-31').filter(({ gives, givesNoMore }) => gives ?? givesNoMore)).toEqual([])
  })

  it('is not cited where the request sets another one', () => {
    const { citations } = findingOn(parts, { seats: 4 }, { asOf: '2026-06-30', parameters: { fewestSeats: 6 } })
    expect(citations.map(({ id }) => id)).not.toContain('notice/n1')
  })
})

describe('a number that has not changed', () => {
  it('is cited behind what the requirement cites', () => {
    const { fewestSeats } = parts.parameters as { fewestSeats: object }
    const unchanged = { ...fewestSeats, values: [{ value: 5, ...BASIS }] }
    const own = {
      parameters: { fewestSeats: unchanged },
      instruments,
      requirements: [requirement({ requires: ENOUGH_SEATS })],
    }
    const { citations } = findingOn(own, { seats: 4 })
    expect(citations.map(({ id, gives }) => [id, gives?.map(({ text }) => text.zh)])).toEqual([
      ['c1', undefined],
      ['code', ['座位数下限为5个']],
    ])
  })
})
