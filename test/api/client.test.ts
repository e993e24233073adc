import { answerOf, createClient, fileOf } from '@tiaoli/client'
import { readWorkbook } from '@tiaoli/office'
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

  test('the client returns a file with its name, and throws an ApiError where there is none', async () => {
    const template = client().v1.packs[':pack'].template
    const file = await fileOf(template.$get({ param: { pack: PACK }, query: {} }))
    expect([file.name, file.type]).toEqual([
      '填报表.xlsx',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ])
    const { sheets } = await readWorkbook(file.bytes, file)
    expect(sheets.length).toBeGreaterThan(3)
    await expect(fileOf(template.$get({ param: { pack: 'none' }, query: {} }))).rejects.toMatchObject({
      name: 'ApiError',
      problem: { type: '/problems/unknown-pack' },
    })
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
