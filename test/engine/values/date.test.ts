import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addMonths,
  FIRST_DAY,
  formatDay,
  LAST_DAY,
  parseDay,
  parseDayOrTimestamp,
} from '../../../packages/engine/src/values/date.ts'

const later = (day: string, months: number) => formatDay(addMonths(parseDay(day)!, months))

describe('days', () => {
  it('counts days from 1970-01-01', () => {
    expect(parseDay('1970-01-01')).toBe(0)
    expect(parseDay('2019-01-01')).toBe(17_897)
  })

  it.each(['2020-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('accepts %s, a day of the calendar', (text) => {
    expect(formatDay(parseDay(text)!)).toBe(text)
  })

  it.each([
    '2019-02-29',
    '1900-02-29',
    '2019-04-31',
    '2019-13-01',
    '2019-00-10',
    '2019-01-00',
    '0000-01-01',
    '2019-1-1',
    '20190101',
    '2019-01-01 ',
    '２０１９-01-01',
    '',
    '10000-01-01',
    '-001-01-01',
  ])('refuses "%s", which is no day of the calendar', (text) => {
    expect(parseDay(text)).toBeUndefined()
  })

  it('writes every day as it reads it', () => {
    fc.assert(
      fc.property(fc.integer({ min: FIRST_DAY, max: LAST_DAY }), (day) => {
        expect(parseDay(formatDay(day))).toBe(day)
      }),
    )
  })

  it('sorts as text the way it sorts as days', () => {
    const day = fc.integer({ min: FIRST_DAY, max: LAST_DAY })
    fc.assert(
      fc.property(day, day, (a, b) => {
        expect(a < b).toBe(formatDay(a) < formatDay(b))
      }),
    )
  })
})

describe('months and years', () => {
  it.each([
    ['2016-02-29', 36, '2019-02-28'],
    ['2016-02-29', 48, '2020-02-29'],
    ['2019-11-30', 3, '2020-02-29'],
    ['2018-11-30', 3, '2019-02-28'],
    ['2019-01-31', 1, '2019-02-28'],
    ['2019-12-15', 1, '2020-01-15'],
    ['2019-03-31', -1, '2019-02-28'],
    ['2019-01-31', -2, '2018-11-30'],
    ['2019-05-31', 0, '2019-05-31'],
  ])('%s and %i months is %s', (day, months, expected) => {
    expect(later(day, months)).toBe(expected)
  })

  it('never puts a later day before an earlier one', () => {
    const day = fc.integer({ min: FIRST_DAY + 40_000, max: LAST_DAY - 40_000 })
    fc.assert(
      fc.property(day, day, fc.integer({ min: -1200, max: 1200 }), (a, b, months) => {
        expect(addMonths(Math.min(a, b), months)).toBeLessThanOrEqual(addMonths(Math.max(a, b), months))
      }),
    )
  })
})

describe('timestamps', () => {
  it.each([
    ['2018-12-31T15:59:59Z', '2018-12-31'],
    ['2018-12-31T16:00:00Z', '2019-01-01'],
    ['2018-12-31T16:00:00.000Z', '2019-01-01'],
    ['2019-01-01T00:30:00+08:00', '2019-01-01'],
    ['2019-01-01T00:30:00+09:00', '2018-12-31'],
    ['2018-12-31T11:00:00-05:00', '2019-01-01'],
    ['2019-01-01T00:00+08:00', '2019-01-01'],
  ])('%s falls on %s in Asia/Shanghai', (text, expected) => {
    expect(formatDay(parseDayOrTimestamp(text, 'Asia/Shanghai')!)).toBe(expected)
  })

  it.each([
    '2019-01-01T00:00:00',
    '2019-02-29T00:00:00Z',
    '2019-01-01T25:00:00Z',
    '2019-01-01T00:00:00+99:00',
    '2019-01-01T',
    '2019-01-01 00:00:00Z',
    '2019-01-01T00:00:60Z',
    '9999-12-31T23:00:00Z',
    '0001-01-01T00:00:00+14:00',
  ])('refuses "%s", which names no day for certain', (text) => {
    expect(parseDayOrTimestamp(text, 'Asia/Shanghai')).toBeUndefined()
  })

  it('fall on the day that the calendar of the zone shows, at every midnight from 1901 to 2037', () => {
    const wrong: string[] = []
    for (const zone of ['Asia/Shanghai', 'America/New_York', 'Australia/Lord_Howe']) {
      const shown = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' })
      for (let at = Date.UTC(1901, 0, 1, 16); at < Date.UTC(2038, 0, 1); at += 86_400_000) {
        const text = new Date(at).toISOString()
        const day = formatDay(parseDayOrTimestamp(text, zone)!)
        if (day !== shown.format(at)) wrong.push(`${zone} ${text}: ${day}`)
      }
    }
    expect(wrong).toEqual([])
  })

  it('in a summer of 1988 begin their day at 15:00 in universal time, for Shanghai had summer time', () => {
    expect(formatDay(parseDayOrTimestamp('1988-07-01T15:00:00Z', 'Asia/Shanghai')!)).toBe('1988-07-02')
    expect(formatDay(parseDayOrTimestamp('1988-07-01T14:59:59Z', 'Asia/Shanghai')!)).toBe('1988-07-01')
  })
})
