import { createRoute, OpenAPIHono } from '@hono/zod-openapi'
import { ENGINE_VERSION } from '@tiaoli/engine'
import { z } from 'zod'
import type { AppEnv } from '../env.ts'

const json = <S extends z.ZodType>(description: string, schema: S) => ({
  200: { description, content: { 'application/json': { schema } } },
})

const rootRoute = createRoute({
  method: 'get',
  path: '/',
  summary: 'Where to look',
  responses: json(
    'Addresses',
    z.object({ name: z.string(), packs: z.string(), openapi: z.string(), health: z.string() }),
  ),
})

const healthRoute = createRoute({
  method: 'get',
  path: '/health',
  summary: 'Whether the service is up',
  responses: json('It is up', z.object({ status: z.literal('ok'), engine: z.string() })),
})

export const service = new OpenAPIHono<AppEnv>()
  .openapi(rootRoute, (c) =>
    c.json({ name: 'Tiaoli 条理', packs: '/v1/packs', openapi: '/openapi.json', health: '/health' }, 200),
  )
  .openapi(healthRoute, (c) => c.json({ status: 'ok' as const, engine: ENGINE_VERSION }, 200))
