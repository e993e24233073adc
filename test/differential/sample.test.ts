import { describe, expect, it } from 'vitest'
import { compiledPack, readPack, readSample, referencePack } from '../load-packs.ts'
import { bothRuntimes } from './both-runtimes.ts'

interface City {
  counties: { firms: object[] }[]
}

const TURNS = 6

/** The sample city with every sixth of its firms: other firms in each turn, and all of them in six. */
function cityInTurn(turn: number): City {
  const city = readSample() as City
  let firms = 0
  return {
    ...city,
    counties: city.counties.map((county) => ({
      ...county,
      firms: county.firms.filter(() => firms++ % TURNS === turn),
    })),
  }
}

describe('the city of 79 firms', () => {
  const { expectSame } = bothRuntimes(readPack('ganzhou-2018-32'))

  it.each([
    [0, '2018-11-29', undefined],
    [1, '2018-12-31', undefined],
    [2, '2019-03-31', 'literal'],
    [3, '2019-12-31', 'practice'],
    [4, '2020-06-30', 'pretax-from-2020'],
    [5, '2021-03-01', 'literal'],
  ])('is found the same by both runtimes in turn %i, on %s with profile %s', async (turn, asOf, profile) => {
    const options = { asOf, notInForce: true, ...(profile === undefined ? {} : { profile }) }
    expect(await expectSame(cityInTurn(turn), options)).toHaveProperty('report')
  })

  it('gets the same verdicts', async () => {
    expect(await expectSame(readSample(), { asOf: '2019-06-30', detail: 'verdicts' })).toHaveProperty('report')
  })

  // One at a time, so that what an earlier requirement leaves behind cannot hide a difference.
  it.each(['dues-returned', 'instructor', 'admission-transfer'])('gets the same traces of %s', async (id) => {
    const options = { asOf: '2018-12-15', detail: 'trace', requirements: [id], notInForce: true } as const
    expect(await expectSame(readSample(), options)).toHaveProperty('report')
  })

  it('is not mixed up by evaluations that overlap', async () => {
    const city = cityInTurn(0)
    const reference = referencePack('ganzhou-2018-32')
    const compiled = compiledPack('ganzhou-2018-32')
    const dates = ['2018-12-31', '2019-06-30', '2019-12-31', '2021-03-01']
    const reports = await Promise.all(dates.map((asOf) => reference.evaluate(city, { asOf, detail: 'verdicts' })))
    expect(reports).toEqual(dates.map((asOf) => compiled.evaluate(city, { asOf, detail: 'verdicts' })))
  })
})
