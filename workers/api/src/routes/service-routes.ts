import { createRoute } from '@hono/zod-openapi'
import { ENGINE_VERSION } from '@tiaoli/engine'
import { z } from 'zod'
import { ProblemError } from '../problem/problem-error.ts'
import { json, openProblems } from '../http/openapi-responses.ts'
import { router } from '../http/router.ts'
import { prepare } from '../startup/prepare-service.ts'

const rootRoute = createRoute({
  method: 'get',
  path: '/',
  tags: ['service'],
  summary: 'Where to look',
  responses: {
    200: json(
      'Addresses',
      z.object({
        name: z.string(),
        packs: z.string(),
        docs: z.string(),
        openapi: z.string(),
        problems: z.string(),
        health: z.string(),
      }),
    ),
    ...openProblems(),
  },
})

const healthRoute = createRoute({
  method: 'get',
  path: '/health',
  tags: ['service'],
  summary: 'Whether the service and its database are up',
  responses: {
    200: json('They are', z.object({ status: z.literal('ok'), engine: z.string(), database: z.literal('ok') })),
    ...openProblems(503),
  },
})

export const service = router()
  .openapi(rootRoute, (c) =>
    c.json(
      {
        name: 'Tiaoli 条理',
        packs: '/v1/packs',
        docs: '/docs/',
        openapi: '/openapi.json',
        problems: '/problems',
        health: '/health',
      },
      200,
    ),
  )
  .openapi(healthRoute, async (c) => {
    const ports = c.get('ports')
    await prepare(ports)
    try {
      await ports.sql.first('SELECT 1')
    } catch (error) {
      throw new ProblemError('database-unavailable', [], {}, { cause: error })
    }
    return c.json({ status: 'ok' as const, engine: ENGINE_VERSION, database: 'ok' as const }, 200)
  })
