import { describe, expect, test } from 'vitest'
import { EVALUATE, post, problemOf, request, sampleLedger } from './request.ts'

const asOf = '2019-01-01'

/** Expects a 422 and gives its list of errors. */
async function errorsOf(body: string | object) {
  const response = await post(EVALUATE, body)
  expect(response.status).toBe(422)
  const { type, errors = [] } = await problemOf(response)
  expect(type).toBe('/problems/invalid-request')
  return errors
}

describe('options', () => {
  test('a missing date is refused and never defaults to today', async () => {
    const [error] = await errorsOf({ ledger: {} })
    expect(error).toMatchObject({ pointer: '/asOf', code: 'as-of-missing' })
    expect(error!.detail.zh).toContain('从不默认为今天')
  })

  test('a day that does not exist is refused', async () => {
    expect(await errorsOf({ asOf: '2019-02-30', ledger: {} })).toMatchObject([{ pointer: '/asOf' }])
  })

  test('an unknown profile is refused with the closest one', async () => {
    expect(await errorsOf({ asOf, profile: 'litteral', ledger: {} })).toMatchObject([
      { pointer: '/profile', code: 'unknown-profile', suggestion: 'literal' },
    ])
  })

  test('an unknown parameter is refused with the closest one', async () => {
    expect(await errorsOf({ asOf, parameters: { minFullMemberForBranch: 5 }, ledger: {} })).toMatchObject([
      { pointer: '/parameters/minFullMemberForBranch', suggestion: 'minFullMembersForBranch' },
    ])
  })

  test('an unknown requirement is refused with the closest one', async () => {
    expect(await errorsOf({ asOf, requirements: ['one-sholder'], ledger: {} })).toMatchObject([
      { pointer: '/requirements/0', suggestion: 'one-shoulder' },
    ])
  })

  test.each([
    [{ asOf: '2019-02-30' }, '/asOf', 'as-of-invalid', undefined],
    [{ detail: 'verdict' }, '/detail', 'unknown-detail', 'verdicts'],
    [{ statuses: ['met', 'notmet'] }, '/statuses/1', 'unknown-status', 'not_met'],
    [{ scopes: ['firm', 'county', 'cty'] }, '/scopes/2', 'unknown-scope', 'city'],
    [{ subjects: ['F1', 'f1'] }, '/subjects/1', 'unknown-subject', 'F1'],
    [{ subjects: ['F1', 'F7'] }, '/subjects/1', 'unknown-subject', undefined],
    [{ subjects: 'F1' }, '/subjects', 'option-invalid', undefined],
    [{ periods: [1899] }, '/periods/0', 'period-invalid', undefined],
    [{ notInForce: 'yes' }, '/notInForce', 'option-invalid', undefined],
    [{ parameters: { a: {} } }, '/parameters/a', 'parameter-invalid', undefined],
    [{ ledger: 3 }, '/ledger', 'not-object', undefined],
    [{ ledger: null }, '/ledger', 'not-object', undefined],
    [{ ledger: [] }, '/ledger', 'not-object', undefined],
    [{ reqirements: [] }, '/reqirements', 'unknown-option', 'requirements'],
  ])('an option that does not fit is refused with its place and a code: %j', async (options, pointer, code, meant) => {
    const ledger = { counties: [{ id: 'K', firms: [{ id: 'F1' }] }] }
    const [error] = await errorsOf({ asOf, ledger, ...options })
    expect(error).toMatchObject({ pointer, code })
    expect(error!.suggestion).toBe(meant)
  })

  test('all errors of the body are listed together, a misspelt name with the closest one', async () => {
    const errors = await errorsOf({ asof: asOf, runtime: 'fast', periods: [2019.5] })
    expect(errors.map(({ pointer }) => pointer).sort()).toEqual(['/asOf', '/asof', '/ledger', '/periods/0', '/runtime'])
    expect(errors.find(({ pointer }) => pointer === '/asof')).toMatchObject({
      code: 'unknown-option',
      suggestion: 'asOf',
    })
  })

  test.each(['[]', '"text"', '1', 'null'])('a body that is %s is refused', async (body) => {
    expect(await errorsOf(body)).toMatchObject([{ pointer: '' }])
  })
})

describe('ledgers', () => {
  test('an unknown property is refused at its place, and its value is not repeated', async () => {
    const ledger = sampleLedger()
    ledger.counties[0]!.firms[0]!['directorName'] = '张三丰'
    const response = await post(EVALUATE, { asOf, ledger })
    const text = await response.clone().text()
    expect(response.status).toBe(422)
    expect((await problemOf(response)).errors).toMatchObject([{ pointer: '/ledger/counties/0/firms/0/directorName' }])
    expect(text).not.toContain('张三丰')
  })

  test('an identity number as an id is refused and not repeated', async () => {
    const ledger = sampleLedger()
    ledger.counties[0]!.firms[0]!['director'] = { id: '360702198001011234' }
    const response = await post(EVALUATE, { asOf, ledger })
    const text = await response.clone().text()
    expect(response.status).toBe(422)
    expect((await problemOf(response)).errors).toMatchObject([{ pointer: '/ledger/counties/0/firms/0/director/id' }])
    expect(text).not.toContain('360702198001011234')
  })

  test.each([
    ['a number that would lose its last digits', '12345678901234567890'],
    ['a fraction', '2.5'],
    ['text', '"5"'],
    ['a list', '[5]'],
  ])('%s as a count is refused', async (_, lawyers) => {
    const body = `{"asOf":"${asOf}","ledger":{"id":"C","counties":[{"id":"K","firms":[{"id":"F","lawyers":${lawyers}}]}]}}`
    expect(await errorsOf(body)).toMatchObject([{ pointer: '/ledger/counties/0/firms/0/lawyers' }])
  })

  test('a ledger with too many findings is refused, and its verdicts are given', async () => {
    const ledger = {
      id: 'C',
      counties: [{ id: 'K', firms: Array.from({ length: 2000 }, (_, i) => ({ id: `F${i}` })) }],
    }
    const response = await post(EVALUATE, { asOf, ledger })
    expect(response.status).toBe(422)
    expect(await problemOf(response)).toMatchObject({
      type: '/problems/answer-too-large',
      errors: [{ code: 'too-many-findings', detail: { en: expect.not.stringContaining('maxFindings') as string } }],
    })
    expect((await post(EVALUATE, { asOf, ledger, detail: 'verdicts' })).status).toBe(200)
  })

  test.each([
    ['a calendar', 'calendar', 1000, { from: '2019-01-01', to: '2068-12-31' }],
    ['questions', 'next-questions', 2000, { asOf }],
    ['a comparison', 'compare', 5000, { asOf, to: { version: 1 } }],
  ])('%s with too many findings is refused, and with few is given', async (_, route, count, options) => {
    const blank = (length: number) => ({ id: 'C', counties: [{ id: 'K', firms: Array.from({ length }, () => ({})) }] })
    const answer = (length: number) => post(`/v1/packs/ganzhou-2018-32/${route}`, { ...options, ledger: blank(length) })
    const response = await answer(count)
    expect(response.status).toBe(422)
    expect(await problemOf(response)).toMatchObject({
      type: '/problems/answer-too-large',
      errors: [{ code: 'too-many-findings' }],
    })
    expect((await answer(5)).status).toBe(200)
  })

  test('findings that are longer together than an answer may be are refused, and their verdicts are given', async () => {
    const firms = Array.from({ length: 200 }, (_, i) => ({ id: `F${i}` }))
    const ledger = { id: 'C', counties: [{ id: 'K', firms }] }
    const response = await post(EVALUATE, { asOf, ledger })
    expect(response.status).toBe(422)
    expect(await problemOf(response)).toMatchObject({
      type: '/problems/answer-too-large',
      errors: [{ code: 'too-many-characters' }],
    })
    expect((await post(EVALUATE, { asOf, ledger, detail: 'verdicts' })).status).toBe(200)
  })

  test.each([
    ['on json-rules-engine', '', 3000, { asOf, runtime: 'json-rules-engine', detail: 'verdicts' }],
    ['by the hundred thousand', '', 40_000, { asOf }],
    ['with their traces', '', 40_000, { asOf, detail: 'trace' }],
    ['in many years', '', 20_000, { asOf, periods: Array.from({ length: 30 }, (_, i) => 2018 - i) }],
  ])('what is decided %s is limited, though nothing of it is listed', async (_, __, count, options) => {
    const blank = (length: number) => ({ id: 'C', counties: [{ id: 'K', firms: Array.from({ length }, () => ({})) }] })
    const answer = (length: number) => post(EVALUATE, { ...options, statuses: ['exempted'], ledger: blank(length) })
    const response = await answer(count)
    expect(response.status).toBe(422)
    expect(await problemOf(response)).toMatchObject({
      type: '/problems/answer-too-large',
      errors: [{ code: 'too-many-decisions', detail: { en: expect.not.stringContaining('maxDecisions') as string } }],
    })
    expect((await answer(5)).status).toBe(200)
  })

  test.each([
    ['/v1/packs/ganzhou-2018-32/versions?limit=0', 'Write a whole number from 1 to 200.'],
    ['/v1/packs/ganzhou-2018-32/versions?limit=201', 'Write a whole number from 1 to 200.'],
    ['/v1/packs/ganzhou-2018-32/versions?before=x', 'Write the `next` of the previous page.'],
    ['/v1/packs/ganzhou-2018-32/clauses?version=0', 'Write the number of a version, such as 1.'],
  ])('%s is told what to write', async (address, en) => {
    const response = await request(address)
    expect(response.status).toBe(422)
    expect(await problemOf(response)).toMatchObject({ errors: [{ detail: { en } }] })
  })

  test('both runtimes refuse a ledger with the same message', async () => {
    const ledger = { id: 'C', counties: 'none' }
    expect(await errorsOf({ asOf, ledger, runtime: 'json-rules-engine' })).toEqual(await errorsOf({ asOf, ledger }))
  })
})

describe('bodies', () => {
  /** Expects a 400 and gives its one error. */
  async function malformed(body: string) {
    const response = await post(EVALUATE, body)
    expect(response.status).toBe(400)
    const { type, errors } = await problemOf(response)
    expect(type).toBe('/problems/malformed-json')
    return errors![0]!
  }

  test.each([
    ['a word without quotes', '{\n  "asOf": 张三\n}', 'unquoted-text', 2, 11],
    ['a superfluous comma', '{"asOf": "张三",}', 'trailing-comma', 1, 14],
    ['a missing comma', '{"asOf": "张三" "ledger": {}}', 'missing-comma', 1, 15],
    ['a missing colon', '{"张三" 1}', 'missing-colon', 1, 7],
    ['a bracket of the wrong kind', '{"张三": [}', 'wrong-bracket', 1, 9],
    ['a missing end', '{"张三": [1', 'unclosed-bracket', 1, 10],
    ['text after the end', '{"张三": 1} 2', 'text-after-end', 1, 11],
    ['a number like 01', '{"张三": 01}', 'malformed-number', 1, 8],
    ['a line break in a string', '{"张三": "a\nb"}', 'control-character', 1, 10],
    ['an empty body', ' ', 'empty-text', 1, 1],
  ])('%s is refused with line and column, without quoting the body', async (_, body, code, line, column) => {
    const { detail, ...place } = await malformed(body)
    expect(place).toMatchObject({ code, line, column })
    expect(JSON.stringify(detail)).not.toContain('张三')
  })

  test('a duplicate key is refused at its place', async () => {
    const body = `{"asOf":"${asOf}","ledger":{"counties":[{},{"id":"K","\\u0069d":"L"}]}}`
    expect(await malformed(body)).toMatchObject({ code: 'duplicate-key', pointer: '/ledger/counties/1/id' })
  })

  test.each(['__proto__', 'constructor', 'prototype'])('the name %s is refused', async (name) => {
    const body = `{"asOf":"${asOf}","ledger":{"${name}":{"id":"C"}}}`
    expect(await malformed(body)).toMatchObject({ code: 'forbidden-name', pointer: `/ledger/${name}` })
  })

  test('a number that is not finite is refused at its place', async () => {
    const body = `{"asOf":"${asOf}","ledger":{"counties":[{"firms":[{"lawyers":1e999}]}]}}`
    expect(await malformed(body)).toMatchObject({
      code: 'number-too-large',
      pointer: '/ledger/counties/0/firms/0/lawyers',
    })
  })

  test('hostile depth is refused before anything is built from it', async () => {
    expect((await malformed(`{"asOf":"${asOf}","ledger":${'['.repeat(1_000_000)}`)).code).toBe('too-deep')
    expect((await malformed('{"a":'.repeat(1_000_000))).code).toBe('too-deep')
  })

  test('millions of empty records are refused before anything is built from them', async () => {
    const body = `{"asOf":"${asOf}","ledger":{"counties":[${'{},'.repeat(1_000_000)}{}]}}`
    expect((await malformed(body)).code).toBe('too-many-objects')
  })

  test('text that is not UTF-8 is refused', async () => {
    const response = await post(EVALUATE, new Uint8Array([0x7b, 0xd5, 0xc5, 0x7d]))
    expect(response.status).toBe(400)
    expect((await problemOf(response)).errors).toMatchObject([{ code: 'gbk', line: 1, column: 2 }])
  })

  test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/jsonp', ''])(
    'the content type "%s" is refused',
    async (type) => {
      const response = await post(EVALUATE, new TextEncoder().encode(`{"asOf":"${asOf}","ledger":{}}`), type)
      expect(response.status).toBe(415)
      expect((await problemOf(response)).type).toBe('/problems/unsupported-media-type')
    },
  )

  test.each([
    'application/json; charset=utf-8',
    'application/json ; charset="UTF-8"',
    'application/json;',
    'Application/JSON;version=1',
  ])('the content type "%s" is accepted', async (type) => {
    expect((await post(EVALUATE, { asOf, ledger: { id: 'C' } }, type)).status).toBe(200)
  })

  test('a body in another charset is refused', async () => {
    const response = await post(EVALUATE, { asOf, ledger: { id: 'C' } }, 'application/json; charset=gbk')
    expect(response.status).toBe(415)
  })

  test.each([
    ['Identity', 200],
    ['gzip', 415],
  ])('the content encoding %s gets a %i', async (encoding, status) => {
    const headers = { 'content-type': 'application/json', 'content-encoding': encoding }
    const body = JSON.stringify({ asOf, ledger: { id: 'C' } })
    expect((await request(EVALUATE, { method: 'POST', headers, body })).status).toBe(status)
  })

  test.each([
    ['a string', '{"ledger":{"id":["a\\ud800"]}}', '/ledger/id/0'],
    ['a string that begins with a low surrogate', '{"asOf":"\\uDC00\\ud83d"}', '/asOf'],
    ['a name', '{"ledger":{"a\\udfff":1}}', '/ledger/a\uFFFD'],
  ])('a lone surrogate in %s is refused at its place', async (_, body, pointer) => {
    expect(await malformed(body)).toMatchObject({ code: 'ill-formed-text', pointer })
  })

  test('a character written as two escapes is accepted', async () => {
    const body = `{"asOf":"${asOf}","profile":"\\ud842\\udfb7","ledger":{"id":"C"}}`
    expect(await errorsOf(body)).toMatchObject([{ code: 'unknown-profile' }])
  })

  test('a body larger than 10 MB is refused, with or without a content length', async () => {
    const body = new TextEncoder().encode(`{"asOf":"${asOf}","ledger":{}}${' '.repeat(10 * 1024 * 1024)}`)
    const stream = new ReadableStream({
      start(controller) {
        controller.enqueue(body)
        controller.close()
      },
    })
    for (const sent of [body, stream]) {
      const response = await post(EVALUATE, sent)
      expect(response.status).toBe(413)
      expect((await problemOf(response)).type).toBe('/problems/body-too-large')
    }
  })
})
