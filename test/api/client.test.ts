import { answerOf, createClient } from '@tiaoli/client'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { PACK } from './draft-steps.ts'
import { client } from './request.ts'

describe('the typed client', () => {
  test('the client returns text for a response that is not JSON', async () => {
    const calendar = await answerOf(
      client().v1.packs[':pack'].calendar.$get({
        param: { pack: PACK },
        query: { from: '2019-01-01', to: '2019-12-31' },
      }),
    )
    expectTypeOf(calendar).toEqualTypeOf<string>()
    expect(calendar).toContain('BEGIN:VCALENDAR')
  })

  test('the client throws an ApiError for an error that is not from the API', async () => {
    const gateway = createClient('https://tiaoli.example', {
      fetch: async () => new Response('<html>', { status: 502, statusText: 'Bad Gateway' }),
    })
    await expect(answerOf(gateway.v1.packs.$get())).rejects.toMatchObject({
      name: 'ApiError',
      problem: { type: 'about:blank', status: 502, title: 'Bad Gateway' },
    })
  })
})
