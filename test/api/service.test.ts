import { expect, test } from 'vitest'
import { request, problemOf, post, EVALUATE } from './request.ts'

test('the health check reports that the service and its database are available', async () => {
  const response = await request('/health')
  expect(response.status).toBe(200)
  expect(await response.json()).toMatchObject({ status: 'ok', database: 'ok' })
})

test('every address that the root lists exists', async () => {
  const addresses = await (await request('/')).json<Record<string, string>>()
  for (const path of Object.values(addresses).filter((value) => value.startsWith('/') && !value.endsWith('/')))
    expect((await request(path)).status, path).toBe(200)
})

test.each([
  ['text/html,application/xhtml+xml,*/*;q=0.8', 302, '/workbench/'],
  ['application/json', 200, null],
  ['*/*', 200, null],
])('the root leads whoever accepts %s to the workbench, or lists addresses', async (accept, status, location) => {
  const response = await request('/', { headers: { accept }, redirect: 'manual' })
  expect(response.status).toBe(status)
  expect(response.headers.get('location')).toBe(location)
  expect(response.headers.get('vary')).toBe('accept')
})

test('the OpenAPI document describes the evaluation with its body and its problems', async () => {
  const document = await (await request('/openapi.json')).json<any>()
  const { post: operation } = document.paths['/v1/packs/{pack}/evaluate']
  expect(Object.keys(operation.responses)).toEqual('200 400 401 403 404 405 413 415 422 429 500 503'.split(' '))
  expect(document.components.schemas.Evaluation).toMatchObject({
    additionalProperties: false,
    required: ['asOf', 'ledger'],
  })
})

test('a caller with the current ETag of the OpenAPI document gets a 304', async () => {
  const etag = (await request('/openapi.json')).headers.get('etag')!
  expect((await request('/openapi.json', { headers: { 'if-none-match': etag } })).status).toBe(304)
})

test.each([
  ['text/html,application/xhtml+xml,*/*;q=0.8', 'text/html'],
  ['text/html;q=0', 'application/json'],
  ['text/html;q=0.1, application/json', 'application/json'],
  ['*/*', 'application/json'],
])('a caller who accepts %s gets a problem as %s', async (accept, type) => {
  const response = await request('/problems/busy', { headers: { accept } })
  expect(response.headers.get('content-type')).toContain(type)
})

test('the page of a problem shows commands as code', async () => {
  const response = await request('/problems/database-unavailable', { headers: { accept: 'text/html' } })
  expect(await response.text()).toContain('<code>wrangler d1 migrations apply DB</code>')
})

test('responses have security headers and are not cached', async () => {
  const { headers } = await request('/v1/packs')
  expect(headers.get('content-security-policy')).toContain("default-src 'none'")
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('cache-control')).toBe('no-store')
})

test('a problem contains the request id that the caller gave', async () => {
  const response = await request('/nowhere', { headers: { 'x-request-id': 'caller-7' } })
  expect(response.headers.get('x-request-id')).toBe('caller-7')
  expect((await problemOf(response)).instance).toBe('caller-7')
})

test('an unknown address gets a 404 problem', async () => {
  const response = await request('/v1/pack')
  expect(response.status).toBe(404)
  expect((await problemOf(response)).type).toBe('/problems/unknown-route')
})

test.each([
  ['GET', EVALUATE, 'POST'],
  ['DELETE', '/v1/packs', 'GET, HEAD'],
  ['POST', '/v1/packs/ganzhou-2018-32', 'GET, HEAD'],
])('%s %s gets a 405 with Allow: %s', async (method, path, allow) => {
  const response = await request(path, { method })
  expect(response.status).toBe(405)
  expect(response.headers.get('allow')).toBe(allow)
  expect((await problemOf(response)).type).toBe('/problems/method-not-allowed')
})

test('reading or evaluating an unknown pack gets a 404 with the closest pack', async () => {
  for (const response of [
    await request('/v1/packs/ganzhou-2018-23'),
    await post('/v1/packs/ganzhou-2018-23/evaluate', { asOf: '2019-01-01', ledger: {} }),
  ]) {
    expect(response.status).toBe(404)
    expect(await problemOf(response)).toMatchObject({ type: '/problems/unknown-pack', suggestion: 'ganzhou-2018-32' })
  }
})
