import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { ENGINE_VERSION } from '@tiaoli/engine/plan'
import type { Context } from 'hono'
import { z } from 'zod'
import { sha256 } from '../storage/sha256.ts'
import type { AppEnv } from './app-env.ts'
import { publicProblems } from './declared-problems.ts'
import { isNotModified } from './not-modified.ts'
import { jsonResponse, NOT_MODIFIED } from './openapi-responses.ts'

export const openApiRoute = createRoute({
  method: 'get',
  path: '/openapi.json',
  operationId: 'getOpenApi',
  tags: ['service'],
  summary: 'This document',
  responses: { 200: jsonResponse('OpenAPI 3.1', z.looseObject({})), ...NOT_MODIFIED, ...publicProblems() },
})

/** Serves the description of all routes, which is computed with the first request for it. */
export function serveOpenApi(app: OpenAPIHono<AppEnv>) {
  let document: { text: string; tag: string } | undefined
  return (c: Context<AppEnv>) => {
    document ??= describeRoutes(app)
    if (isNotModified(c, document.tag)) return c.body(null, 304)
    return c.body(document.text, 200, { 'content-type': 'application/json' })
  }
}

/** The description of all routes as JSON, and its tag. */
export function describeRoutes(app: OpenAPIHono<AppEnv>) {
  const text = JSON.stringify(
    app.getOpenAPI31Document({
      openapi: '3.1.0',
      servers: [{ url: '/', description: 'The service that sent this document' }],
      security: [{}, { token: [] }],
      info: {
        title: 'Tiaoli 条理',
        version: ENGINE_VERSION,
        description:
          'Evaluates ledgers against policy documents written as rules: which clauses apply, whether they are met, why, what is missing, and what would change the result.',
      },
    }),
  )
  return { text, tag: sha256(text).slice(0, 32) }
}
