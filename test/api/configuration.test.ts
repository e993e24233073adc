import { createExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createApp } from '../../workers/api/src/app.ts'
import { CloudflarePlatform } from '../../workers/api/src/platform/cloudflare-platform.ts'
import { problemOf } from './request.ts'

const log = vi.spyOn(console, 'error')
beforeEach(() => void log.mockImplementation(() => {}))
afterEach(() => void log.mockReset())

/** The log line of a service with settings that cannot be used. */
async function loggedWith(settings: Record<string, string>): Promise<{ error: string; detail?: string }> {
  const app = createApp(() => new CloudflarePlatform().ports({ ...env, ...settings }, createExecutionContext()))
  const response = await app.request('/v1/packs')
  expect(response.status).toBe(500)
  const problem = await problemOf(response)
  expect(problem.type).toBe('/problems/internal')
  const line = JSON.parse(String(log.mock.lastCall?.[0])) as { request: string; error: string; detail?: string }
  expect(line.request).toBe(problem.instance)
  return line
}

test.each([
  ['FIRST_ADMIN_TOKEN', 'tl_0123456789ab_secret'],
  ['BUNDLE_SHA256', 'b'.repeat(63)],
  ['ANONYMOUS_ROLES', 'reader,secret'],
  ['PEOPLE_ROLES', '{"secret@example.org":'],
  ['PEOPLE_ROLES', '{"secret@example.org":"editor"}'],
  ['PEOPLE_ROLES', '{"editor":["secret@example.org"]}'],
  ['MAX_STREAM_RECORDS', 'secret'],
  ['CHECKPOINT_URL', 'secret'],
  ['CHECKPOINTS_REQUIRED', 'secret'],
  ['MAX_DRAFTS', '-1 secret'],
  ['TWO_PERSONS', 'publications,secret'],
  ['BUNDLED_PACKS', 'secret'],
])('if %s is %j, the log names the setting and does not repeat its value', async (setting, value) => {
  const { error, detail } = await loggedWith({ [setting]: value })
  expect(error).toBe('ConfigurationError')
  expect(detail).toMatch(new RegExp(`^${setting} `))
  expect(detail).not.toContain('secret')
})

test('only the name of any other error is logged', async () => {
  const app = createApp(() => {
    throw new TypeError('secret')
  })
  await app.request('/v1/packs')
  expect(JSON.parse(String(log.mock.lastCall?.[0]))).toEqual({
    event: 'internal',
    request: expect.any(String),
    error: 'TypeError',
  })
})
