import { describe, expect, test } from 'vitest'
import { EVALUATE, post, problemOf, request } from './request.ts'

const whole = { asOf: '2019-01-01', ledger: { id: 'C' } }

/** The response to an invalid body, which must be short however much is wrong. */
async function refusal(body: object | string, path = EVALUATE) {
  const response = await post(path, body)
  const text = await response.clone().text()
  expect(text.length).toBeLessThan(100_000)
  return { status: response.status, problem: await problemOf(response), text }
}

const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, i) => [`name${i}`, 1]))

describe('bodies with very many errors', () => {
  test.each([
    ['list items', { ...whole, statuses: Array(150_000).fill('x') }, '/statuses'],
    ['wrong numbers', { ...whole, periods: Array(150_000).fill('x') }, '/periods'],
    ['parameters', { ...whole, parameters: many(150_000) }, '/parameters'],
    ['unknown names', { ...whole, ...many(150_000) }, ''],
  ])('a body with 150,000 %s is refused with one place', async (_, body, pointer) => {
    const { status, problem } = await refusal(body)
    expect([status, problem.errors]).toMatchObject([422, [{ pointer, code: 'too-many' }]])
  })

  test.each([
    ['unknown names', { ...whole, ...many(5000) }],
    ['unknown parameters', { ...whole, parameters: many(5000) }],
    ['unknown facts', { ...whole, ledger: { id: 'C', ...many(5000) } }],
  ])('a body with 5,000 %s is refused with the first hundred places', async (_, body) => {
    const { status, problem } = await refusal(body)
    expect([status, problem.errors!.length]).toEqual([422, 100])
  })

  test('the limit does not count the ledger', async () => {
    const firms = Array.from({ length: 5000 }, (_, i) => ({ id: `F${i}`, members: { full: 3 } }))
    const ledger = { id: 'C', counties: [{ id: 'K', firms }] }
    const body = { ...whole, ledger, requirements: ['own-organization'], detail: 'verdicts' }
    expect((await post(EVALUATE, body)).status).toBe(200)
  })
})

test('a GET has no body to be refused, whatever its headers say', async () => {
  expect((await request('/v1/packs', { headers: { 'content-length': '99999999' } })).status).toBe(200)
})

describe('names of a megabyte', () => {
  const name = 'x'.repeat(1_000_000)
  test.each([
    ['a property', JSON.stringify({ ...whole, [name]: 1 })],
    ['a parameter', JSON.stringify({ ...whole, parameters: { [name]: 1 } })],
    ['a fact', JSON.stringify({ ...whole, ledger: { [name]: 1 } })],
    ['a duplicate key', `{"${name}": 1, "${name}": 2}`],
  ])('the name of %s is not sent back whole', async (_, body) => {
    const { problem, text } = await refusal(body)
    expect(problem.errors).toHaveLength(1)
    expect(text.length).toBeLessThan(2500)
  })
})

test('the name of a property in a streamed record is not sent back whole', async () => {
  const context = { id: 'C', counties: [{ id: 'K' }] }
  const head = { asOf: '2019-01-01', scope: 'firm', context, requirements: ['own-organization'] }
  const lines = [head, { ['x'.repeat(900_000)]: 1 }].map((line) => JSON.stringify(line)).join('\n')
  const response = await post(`${EVALUATE}/stream`, lines, 'application/x-ndjson')
  const text = new TextDecoder().decode(await response.arrayBuffer())
  expect(text).toContain('"type":"error"')
  expect(text.length).toBeLessThan(5000)
})

describe('addresses without query parameters', () => {
  test.each([
    ['POST', `${EVALUATE}?version=99`],
    ['GET', '/v1/packs?version=7'],
    ['GET', '/v1/packs/ganzhou-2018-32/versions/1?x=1'],
  ])('the query of %s %s is refused, not ignored', async (method, path) => {
    const response = method === 'POST' ? await post(path, whole) : await request(path)
    expect(response.status).toBe(422)
    const name = path.replace(/^.*\?(\w+)=.*$/, '/$1')
    expect((await problemOf(response)).errors).toMatchObject([{ in: 'query', pointer: name, code: 'unknown-property' }])
  })

  test('the query of a health check is ignored', async () => {
    expect((await request('/health?at=1')).status).toBe(200)
  })
})
