import { createRoute } from '@hono/zod-openapi'
import { ENGINE_VERSION } from '@tiaoli/engine/plan'
import { accepts } from 'hono/accepts'
import { z } from 'zod'
import { createRouter } from '../http/create-router.ts'
import { publicProblems } from '../http/declared-problems.ts'
import { jsonResponse } from '../http/openapi-responses.ts'

const rootRoute = createRoute({
  method: 'get',
  path: '/',
  operationId: 'getAddresses',
  tags: ['service'],
  summary: 'List the main addresses; a browser is led to the workbench',
  responses: {
    302: { description: 'The workbench, for whoever accepts HTML' },
    200: jsonResponse(
      'Addresses',
      z.object({
        name: z.string(),
        workbench: z.string(),
        packs: z.string(),
        docs: z.string(),
        openapi: z.string(),
        problems: z.string(),
        health: z.string(),
      }),
    ),
    ...publicProblems(),
  },
})

const healthRoute = createRoute({
  method: 'get',
  path: '/health',
  operationId: 'getHealth',
  tags: ['service'],
  summary: 'Check that the service is available, and its database takes writes',
  responses: {
    200: jsonResponse(
      'Both are available',
      z.object({
        status: z.literal('ok'),
        engine: z.string(),
        database: z.literal('ok'),
        bundleSha256: z.string().optional().meta({ description: 'Of the bundle that runs, where it is known' }),
      }),
    ),
    ...publicProblems('database-unavailable'),
  },
})

export const serviceRoutes = createRouter()
  .openapi(rootRoute, (c) => {
    c.header('vary', 'accept')
    const supports = ['application/json', 'text/html']
    if (accepts(c, { header: 'Accept', supports, default: supports[0]! }) === 'text/html')
      return c.redirect('/workbench/', 302)
    return c.json(
      {
        name: 'Tiaoli 条理',
        workbench: '/workbench/',
        packs: '/v1/packs',
        docs: '/docs/',
        openapi: '/openapi.json',
        problems: '/problems',
        health: '/health',
      },
      200,
    )
  })
  .openapi(healthRoute, async (c) => {
    await c.get('prepareService')()
    await c.get('checkHealth')()
    const { bundleSha256 } = c.get('ports')
    const own = bundleSha256 === undefined ? {} : { bundleSha256 }
    return c.json({ status: 'ok' as const, engine: ENGINE_VERSION, database: 'ok' as const, ...own }, 200)
  })
