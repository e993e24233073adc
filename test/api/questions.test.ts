import { answerOf } from '@tiaoli/client'
import { describe, expect, test } from 'vitest'
import { PACK } from './draft-steps.ts'
import { client, evaluate, problemOf, request, sampleLedger } from './request.ts'

const api = client()
const param = { pack: PACK }

describe('next questions', () => {
  test('a missing fact becomes a question with its place and the form of the answer', async () => {
    const ledger = sampleLedger()
    ledger.counties[0]!.firms[0]!['members'] = {}
    const json = { asOf: '2019-01-01', ledger, requirements: ['own-organization'] }
    const answer = await answerOf(api.v1.packs[':pack']['next-questions'].$post({ param, json }))
    expect(answer.edition).toMatchObject({ version: 1, seq: 1 })
    expect(answer.questions).toContainEqual(
      expect.objectContaining({
        fact: 'firm.members.full',
        pointer: '/counties/0/firms/0/members/full',
        answer: expect.objectContaining({ kind: 'value', type: 'integer' }),
      }),
    )
  })
})

describe('next questions about one subject', () => {
  test('only findings on the requested subject count', async () => {
    const json = { asOf: '2019-01-01', ledger: sampleLedger(), subjects: ['F036'], limit: 200 }
    const answer = await answerOf(api.v1.packs[':pack']['next-questions'].$post({ param, json }))
    expect(answer.unknown).toBeGreaterThan(0)
    const subjects = answer.questions.flatMap(({ decides }) => decides.map(({ subject }) => subject.id))
    expect(new Set(subjects)).toEqual(new Set(['F036']))
  })

  test('a subject that the ledger does not have is refused', async () => {
    const body = { asOf: '2019-01-01', ledger: sampleLedger(), subjects: ['f036'] }
    const response = await request(`/v1/packs/${PACK}/next-questions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    expect(response.status).toBe(422)
    expect((await problemOf(response)).errors).toMatchObject([{ pointer: '/subjects/0', suggestion: 'F036' }])
  })
})

describe('calendar', () => {
  const path = `/v1/packs/${PACK}/calendar`

  test('the general due dates are an iCalendar file', async () => {
    const response = await request(`${path}?from=2019-01-01&to=2020-12-31`)
    expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    const text = await response.text()
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/)
    expect(text).toMatch(/\r\nDTSTART;VALUE=DATE:20(19|20)\d{4}\r\n/)
    expect(text.match(/BEGIN:VEVENT/g)!.length).toBe(text.match(/END:VEVENT/g)!.length)
  })

  test('a caller who accepts JSON gets the open duties of a ledger record by record', async () => {
    const response = await request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ from: '2019-01-01', to: '2020-12-31', ledger: sampleLedger() }),
    })
    const { items } = await response.json<{ items: { due: string; subject: { id: string }; status: string }[] }>()
    expect(items.length).toBeGreaterThan(0)
    for (const { due, subject, status } of items) {
      expect(due >= '2019-01-01' && due <= '2020-12-31').toBe(true)
      expect(subject.id).toEqual(expect.any(String))
      expect(['pending', 'not_met', 'unknown', 'review', 'met']).toContain(status)
    }
  })

  test('the calendar of one subject has its due dates only', async () => {
    const response = await request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ from: '2019-01-01', to: '2020-12-31', ledger: sampleLedger(), subjects: ['F036'] }),
    })
    const { items } = await response.json<{ items: { subject: { id: string } }[] }>()
    expect(new Set(items.map(({ subject }) => subject.id))).toEqual(new Set(['F036']))
  })

  test.each([
    'from=2019-01-01',
    'from=2019-01-01&to=2018-01-01',
    'from=2019-02-30&to=2019-12-31',
    'from=1900-01-01&to=2100-01-01',
  ])('the range %s is refused', async (query) => {
    const response = await request(`${path}?${query}`)
    expect(response.status).toBe(422)
    for (const place of (await problemOf(response)).errors!)
      expect(place).toMatchObject({ in: 'query', pointer: expect.stringMatching(/^\/(from|to)$/) })
  })
})

describe('language', () => {
  test('choosing a language gives strings and the same findings', async () => {
    const ask = { asOf: '2019-01-01', ledger: sampleLedger(), requirements: ['one-shoulder'], statuses: ['not_met'] }
    const both = await evaluate(ask)
    const chinese = (await evaluate({ ...ask, language: 'zh' })) as unknown as { language: string; findings: object[] }
    expect(chinese.language).toBe('zh')
    expect(chinese.findings[0]).toMatchObject({
      title: both.findings[0]!.title.zh,
      reasons: [{ text: both.findings[0]!.reasons[0]!.text.zh }, ...both.findings[0]!.reasons.slice(1).map(() => ({}))],
    })
    expect(JSON.stringify(chinese)).not.toContain('"zh":')
  })
})
