import { describe, expect, test } from 'vitest'
import { streamAnswerSchema } from '../../workers/api/src/schema/stream-schema.ts'
import { evaluate, findingsOf, problemOf, request, sampleLedger } from './request.ts'

const PATH = '/v1/packs/ganzhou-2018-32/evaluate/stream'
const head = { asOf: '2019-01-01', scope: 'firm', detail: 'verdicts', requirements: ['own-organization'] }

function stream(body: BodyInit, contentType = 'application/x-ndjson') {
  return request(PATH, { method: 'POST', headers: { 'content-type': contentType }, body })
}

interface Answer {
  type: 'start' | 'record' | 'error' | 'end'
  line?: number
  position?: number
  id?: string
  findings?: { requirement: string; status: string; subject: { id: string } }[]
  errors?: { pointer: string; code: string }[]
  records?: number
  invalid?: number
  complete?: boolean
  stopped?: { code: string }
  edition?: object
}

async function answersTo(...lines: (object | string)[]): Promise<Answer[]> {
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n')
  const response = await stream(text)
  if (response.status !== 200) throw new Error(await response.text())
  const answered = new TextDecoder().decode(await response.arrayBuffer())
  return answered
    .trim()
    .split('\n')
    .map((line) => {
      const answer: unknown = JSON.parse(line)
      // The OpenAPI document declares every property.
      expect(streamAnswerSchema.parse(answer)).toEqual(answer)
      return answer as Answer
    })
}

const around = { id: 'C', counties: [{ id: 'K1', firms: [] }] }

test('a record with too much to decide has that problem, and the stream goes on', async () => {
  const large = { id: 'F1', transfers: Array.from({ length: 100_000 }, () => ({})) }
  const options = { asOf: head.asOf, scope: 'firm', context: around, statuses: ['exempted'] }
  const answers = await answersTo(options, large, { id: 'F2' })
  expect(answers).toMatchObject([
    { type: 'start' },
    { type: 'error', errors: [{ code: 'too-many-decisions' }] },
    { type: 'record', id: 'F2', findings: [] },
    { type: 'end', records: 2, invalid: 1 },
  ])
})

describe('a stream of records', () => {
  test('a stream gives each record the verdict that the whole ledger gives it', async () => {
    const ledger = sampleLedger()
    const whole = await evaluate({ ...head, scope: undefined, ledger: sampleLedger() })
    const records = ledger.counties.flatMap(({ firms }, i) =>
      firms.map((record) => ({ within: `/counties/${i}`, record })),
    )
    for (const county of ledger.counties) county.firms = []
    const answers = await answersTo({ ...head, context: ledger, within: '/counties/0' }, ...records)
    const streamed = answers.filter(({ type }) => type === 'record').flatMap(({ findings }) => findings!)
    const byFirm = (list: { subject: { id: string }; status: string }[]) =>
      Object.fromEntries(list.map(({ subject, status }) => [subject.id, status]))
    expect(streamed).toHaveLength(79)
    expect(byFirm(streamed)).toEqual(byFirm(findingsOf(whole, 'own-organization')))
    expect(answers[0]).toMatchObject({ type: 'start', edition: { version: 1, seq: 1 } })
    expect(answers.at(-1)).toMatchObject({ type: 'end', records: 79, invalid: 0, complete: true })
  })

  test('an invalid line becomes an error with its line number, and the other lines are evaluated', async () => {
    const answers = await answersTo(
      { ...head, context: around },
      { id: 'F1', members: { full: 3 } },
      '{"id": "F2", ',
      '',
      { id: 'F3', nonsense: 1 },
      '{"id": "F4", "id": "F5"}',
      '{"__proto__": {}}',
      '7',
      { within: '/counties/9', record: { id: 'F6' } },
      { id: 'F7', members: { full: 2 } },
    )
    expect(answers.slice(1, -1).map(({ type, line, id, errors }) => [type, line, id ?? errors![0]!.code])).toEqual([
      ['record', 2, 'F1'],
      ['error', 3, 'unclosed-bracket'],
      ['error', 5, expect.any(String)],
      ['error', 6, 'duplicate-key'],
      ['error', 7, 'forbidden-name'],
      ['error', 8, expect.any(String)],
      ['error', 9, expect.any(String)],
      ['record', 10, 'F7'],
    ])
    expect(answers.at(-1)).toMatchObject({ type: 'end', records: 8, invalid: 6, complete: true })
  })

  test('what does not agree in a record is told with it, what does not agree around it at the end', async () => {
    const context = { counties: [{ id: 'K1' }, { id: 'K1' }] }
    const disagreeing = { id: 'F1', members: { full: 5, all: 3 } }
    const answers = await answersTo({ ...head, context, within: '/counties/0' }, '{"id": ', disagreeing, { id: 'F2' })
    expect(answers).toMatchObject([
      { type: 'start' },
      { type: 'error', errors: [{ code: 'unclosed-bracket' }] },
      { type: 'record', id: 'F1', conflicts: [{ check: 'bound', subject: { pointer: '/counties/0/firms/1' } }] },
      { type: 'record', id: 'F2', conflicts: [] },
      { type: 'end', conflicts: [{ check: 'duplicate' }, { check: 'duplicate' }] },
    ])
  })

  test('a record with several possible parents is an error unless it names its parent', async () => {
    const counties = [{ id: 'K1' }, { id: 'K2' }]
    const answers = await answersTo(
      { ...head, context: { counties } },
      { id: 'F1' },
      { within: '/counties/1', record: { id: 'F2' } },
    )
    expect(answers.slice(1, 3)).toMatchObject([
      { type: 'error', line: 2, errors: [{ code: 'parent-not-given', pointer: '/within' }] },
      { type: 'record', id: 'F2', findings: [{ subject: { pointer: '/counties/1/firms/0' } }] },
    ])
  })

  test('a record that cannot be computed is an error, and the next one is evaluated', async () => {
    const letter = { letterIssuedOn: '2018-12-01', letterValidDays: Number.MAX_SAFE_INTEGER }
    const answers = await answersTo(
      { ...head, context: around, requirements: ['own-organization', 'transfer-letter', 'stage-one-coverage'] },
      { id: 'F1', members: { full: 3 } },
      { id: 'F2', transfers: [letter] },
      { id: 'F3', members: { full: 2 } },
    )
    expect(answers.slice(1, -1).map(({ type, line }) => [type, line])).toEqual([
      ['record', 2],
      ['error', 3],
      ['record', 4],
    ])
    expect(answers[2]?.errors).toMatchObject([{ pointer: '', code: 'date-out-of-range' }])
    expect(answers.at(-1)).toMatchObject({
      records: 3,
      invalid: 1,
      complete: true,
      findings: [],
      notEvaluated: expect.arrayContaining([expect.objectContaining({ id: 'stage-one-coverage' })]),
    })
  })

  test.each(['zh', 'en'] as const)('a stream in one language has only texts in %s', async (language) => {
    const other = language === 'zh' ? 'en' : 'zh'
    const answers = await answersTo(
      { ...head, context: around, detail: 'findings', language },
      { id: 'F1', members: { full: 3 } },
      { nonsense: 1 },
      '{',
    )
    expect(answers[0]).toMatchObject({ type: 'start', language })
    const text = JSON.stringify(answers.slice(1))
    expect(text).not.toContain(`"${other}":`)
    expect(text).not.toContain(`"${language}":`)
    expect(text).toContain(language === 'zh' ? '台账中没有这一项' : 'The ledger has no such property')
  })

  test('a line that is not UTF-8 or longer than 1 MB is an error, and the next one is evaluated', async () => {
    const encoder = new TextEncoder()
    const parts = [
      encoder.encode(`${JSON.stringify({ ...head, context: around })}\n`),
      new Uint8Array([0x22, 0xff, 0x22, 0x0a]),
      encoder.encode(`"${'x'.repeat(1_100_000)}"\n{"id":"F1"}`),
    ]
    const response = await stream(new Blob(parts))
    const answers = new TextDecoder().decode(await response.arrayBuffer())
    expect(answers).toContain('"code":"not-utf-8"')
    expect(answers).toContain('"code":"line-too-long"')
    expect(answers).toContain('"id":"F1"')
    expect(answers).toContain('"records":3,"invalid":2')
  })

  test('a fault that all lines share is said once, and the stream ends as incomplete', async () => {
    const gbk = new Uint8Array([0x7b, 0x22, 0x69, 0x64, 0x22, 0x3a, 0x22, 0xd5, 0xc5, 0x22, 0x7d, 0x0a])
    const head1 = new TextEncoder().encode(`${JSON.stringify({ ...head, context: around })}\n{"id":"F1"}\n`)
    const response = await stream(new Blob([head1, gbk, gbk, gbk]))
    const answers = (await response.text()).trim().split('\n')
    expect(answers.slice(1, -1).map((line) => JSON.parse(line) as Answer)).toMatchObject([{ type: 'record', id: 'F1' }])
    expect(JSON.parse(answers.at(-1)!)).toMatchObject({
      type: 'end',
      complete: false,
      records: 1,
      stopped: {
        code: 'gbk',
        detail: { zh: expect.stringContaining('第 3 行'), en: expect.stringContaining('Line 3') },
      },
    })
  })

  test('a stream reads no faster than its answers are taken', async () => {
    const encoder = new TextEncoder()
    let sent = 0
    const body = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          if (sent === 0) controller.enqueue(encoder.encode(`${JSON.stringify({ ...head, context: around })}\n`))
          else controller.enqueue(encoder.encode(`{"id":"F${sent}","members":{"full":3}}\n`.repeat(1)))
          if (++sent > 20_000) controller.close()
        },
      },
      { highWaterMark: 0 },
    )
    const response = await stream(body)
    const reader = response.body!.getReader()
    await reader.read()
    const afterOne = sent
    await reader.read()
    await reader.cancel()
    expect(afterOne).toBeGreaterThan(1)
    expect(sent).toBeLessThan(1000)
  })

  test('answers larger than one chunk are all sent', async () => {
    const { requirements: _, detail: __, ...all } = head
    const answers = await answersTo(
      { ...all, detail: 'trace', context: around },
      ...['F1', 'F2', 'F3'].map((id) => ({ id })),
    )
    expect(JSON.stringify(answers[1]).length).toBeGreaterThan(65_536)
    expect(answers.map(({ type, id }) => id ?? type)).toEqual(['start', 'F1', 'F2', 'F3', 'end'])
  })

  test('a caller who waits for each answer before sending the next record is answered', async () => {
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
    const writer = writable.getWriter()
    const send = (line: object) => writer.write(new TextEncoder().encode(`${JSON.stringify(line)}\n`))
    const sent = send({ ...head, context: around }).then(() => send({ id: 'F1' }))
    const response = await stream(readable)
    await sent
    const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
    expect((await reader.read()).value).toContain('"id":"F1"')
    for (const id of ['F2', 'F3']) {
      await send({ id })
      expect((await reader.read()).value).toContain(`"id":"${id}"`)
    }
    await writer.close()
    expect((await reader.read()).value).toContain('"type":"end"')
  })

  test('a stream with too many records ends at the limit and is marked as incomplete', async () => {
    const answers = await answersTo(
      { ...head, context: around },
      ...Array.from({ length: 120 }, (_, i) => ({ id: `F${i}` })),
    )
    expect(answers.at(-1)).toMatchObject({
      type: 'end',
      records: 100,
      complete: false,
      stopped: { code: 'too-many-records' },
    })
  })

  test('a stream without a context evaluates every firm and knows nothing of counties', async () => {
    const answers = await answersTo(head, { id: 'F1', members: { full: 3 } }, { id: 'F2', members: { full: 2 } })
    expect(answers.slice(1, 3)).toMatchObject([
      { type: 'record', id: 'F1', findings: [{ subject: { pointer: '/counties/0/firms/0' } }] },
      { type: 'record', id: 'F2', findings: [{ status: 'not_applicable' }] },
    ])
    expect(answers.at(-1)).toMatchObject({ type: 'end', records: 2, invalid: 0, findings: [] })
  })

  test('a stream evaluates the requested subjects only and reports at the end those that never came', async () => {
    const asked = { ...head, context: around, subjects: ['F2', 'F33'] }
    const answers = await answersTo(asked, { id: 'F1' }, { id: 'F2' }, { id: 'F3' })
    expect(answers.slice(1, 4).map(({ findings }) => findings!.length)).toEqual([0, 1, 0])
    expect(answers.at(-1)).toMatchObject({
      complete: true,
      errors: [{ pointer: '/subjects/1', code: 'unknown-subject' }],
    })
    expect(answers.at(-1)!.errors![0]).not.toHaveProperty('suggestion')
  })

  test('a stream without records ends without findings', async () => {
    expect(await answersTo({ ...head, context: around })).toMatchObject([
      { type: 'start' },
      { type: 'end', records: 0, complete: true },
    ])
  })
})

describe('the first line of a stream', () => {
  test.each([
    ['a missing first line', '', 400, ''],
    ['a first line that is not JSON', '{"asOf":', 400, '/asOf'],
    ['a missing date', JSON.stringify({ scope: 'firm' }), 422, '/asOf'],
    ['a misspelt option', JSON.stringify({ ...head, contxt: {} }), 422, '/contxt'],
    ['an unknown scope', `${JSON.stringify({ ...head, scope: 'firms' })}\n{}`, 422, '/scope'],
    ['an unknown profile', JSON.stringify({ ...head, profile: 'lax' }), 422, '/profile'],
    ['an unknown version', JSON.stringify({ ...head, version: 9 }), 422, '/version'],
  ])('%s is refused with its place', async (_, body, status, pointer) => {
    const response = await stream(body)
    expect(response.status).toBe(status)
    expect((await problemOf(response)).errors).toMatchObject([{ pointer }])
  })

  test('an error in the context is refused with its place', async () => {
    const context = { id: 'C', counties: [{ id: 'K', nonsense: 1 }] }
    const response = await stream(`${JSON.stringify({ ...head, context })}\n{"id":"F1"}`)
    expect(response.status).toBe(422)
    expect((await problemOf(response)).errors).toMatchObject([{ pointer: '/context/counties/0/nonsense' }])
  })

  test('a first line longer than 1 MB gets a 413', async () => {
    const context = { id: 'C', counties: Array.from({ length: 60_000 }, (_, i) => ({ id: `county-${i}` })) }
    const response = await stream(`${JSON.stringify({ ...head, context })}\n{"id":"F1"}`)
    expect(response.status).toBe(413)
    expect((await problemOf(response)).type).toBe('/problems/stream-head-too-large')
  })

  test('a first line that is not UTF-8 gets a 400', async () => {
    const response = await stream(new Uint8Array([0x7b, 0xd5, 0xc5, 0x7d, 0x0a]))
    expect(response.status).toBe(400)
    expect((await problemOf(response)).errors).toMatchObject([{ code: 'gbk', line: 1, column: 2 }])
  })

  test('a stream of another content type gets a 415', async () => {
    expect((await stream('{}', 'application/json')).status).toBe(415)
  })

  test('a stream with a content length of more than 100 MB gets a 413', async () => {
    const response = await request(PATH, {
      method: 'POST',
      headers: { 'content-type': 'application/x-ndjson', 'content-length': '104857601' },
      body: new ReadableStream({ pull: (controller) => controller.close() }),
    })
    expect(response.status).toBe(413)
    expect((await problemOf(response)).type).toBe('/problems/stream-too-large')
  })
})
