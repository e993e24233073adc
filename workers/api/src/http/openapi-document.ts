import { createRoute, type OpenAPIHono } from '@hono/zod-openapi'
import { ENGINE_VERSION } from '@tiaoli/engine'
import type { Context } from 'hono'
import type { AppEnv } from '../platform/ports.ts'
import { sha256 } from '../storage/sha256.ts'
import { z } from 'zod'
import { isFresh } from './not-modified.ts'
import { json, openProblems, UNCHANGED } from './openapi-responses.ts'

export const openApiRoute = createRoute({
  method: 'get',
  path: '/openapi.json',
  tags: ['service'],
  summary: 'This document',
  responses: { 200: json('OpenAPI 3.1', z.looseObject({})), ...UNCHANGED, ...openProblems() },
})

/** Answers with the description of all routes, computed when first asked for. */
export function openApiOf(app: OpenAPIHono<AppEnv>) {
  let document: { text: string; tag: string } | undefined
  return (c: Context<AppEnv>) => {
    document ??= describe(app)
    if (isFresh(c, document.tag)) return c.body(null, 304)
    return c.body(document.text, 200, { 'content-type': 'application/json' })
  }
}

function describe(app: OpenAPIHono<AppEnv>) {
  const text = JSON.stringify(
    app.getOpenAPI31Document({
      openapi: '3.1.0',
      security: [{}, { token: [] }],
      info: {
        title: 'Tiaoli 条理',
        version: ENGINE_VERSION,
        description: 'Which clause applies, is it met, why, what is missing, how to remedy it.',
      },
    }),
  )
  return { text, tag: sha256(text).slice(0, 32) }
}
