import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { askForToken, issueToken } from '../access/issue-token.ts'
import { revokeToken } from '../access/revoke-token.ts'
import { generateToken } from '../access/token-secret.ts'
import { listTokens } from '../access/token-store.ts'
import { createRouter } from '../http/create-router.ts'
import {
  authorizedProblems,
  JSON_BODY_PROBLEMS,
  WRITE_AT_ONCE_PROBLEMS,
  WRITE_PROBLEMS,
} from '../http/declared-problems.ts'
import { jsonRequest, jsonResponse } from '../http/openapi-responses.ts'
import { performWrite } from '../http/perform-write.ts'
import { readJsonBody } from '../http/read-body.ts'
import { replayIdempotent } from '../http/replay-idempotent.ts'
import { requirePermission, requireValidToken } from '../http/require-permission.ts'
import { REQUEST_EXAMPLES } from '../schema/request-examples.ts'
import { callerSchema, tokenRequestSchema, tokenSchema } from '../schema/token-schema.ts'
import { askedSchema, writeHeaders } from '../schema/write-schema.ts'

const listRoute = createRoute({
  method: 'get',
  path: '/v1/tokens',
  operationId: 'listTokens',
  tags: ['access'],
  summary: 'List all tokens without their secrets, newest first',
  middleware: [requirePermission('administer')],
  responses: { 200: jsonResponse('Tokens', z.object({ tokens: z.array(tokenSchema) })), ...authorizedProblems() },
})

const currentRoute = createRoute({
  method: 'get',
  path: '/v1/tokens/current',
  operationId: 'getCaller',
  tags: ['access'],
  summary: 'Show your own name and roles',
  middleware: [requirePermission('read')],
  responses: { 200: jsonResponse('Your name and roles', callerSchema), ...authorizedProblems() },
})

/** What creating a token and asking for one have in common. */
const ISSUING = {
  method: 'post',
  tags: ['access'],
  middleware: [requirePermission('administer', 'write'), readJsonBody, requireValidToken, replayIdempotent],
  request: { headers: writeHeaders, body: jsonRequest(tokenRequestSchema, REQUEST_EXAMPLES.token) },
} as const satisfies Partial<Parameters<typeof createRoute>[0]>

const createTokenRoute = createRoute({
  ...ISSUING,
  path: '/v1/tokens',
  operationId: 'createToken',
  summary: 'Create a token; the response is the only place that shows it',
  responses: {
    201: jsonResponse(
      'The token; it is not stored and never shown again',
      tokenSchema.extend({
        token: z.string().optional().meta({ description: 'tl_…; absent if the request was repeated' }),
      }),
    ),
    ...authorizedProblems(...JSON_BODY_PROBLEMS, ...WRITE_PROBLEMS, 'second-person-needed'),
  },
})

const askRoute = createRoute({
  ...ISSUING,
  path: '/v1/tokens/requests',
  operationId: 'askForToken',
  summary: 'Ask for a token, where one that approves or administers takes two persons',
  responses: {
    201: jsonResponse('Noted: another admin can create it', askedSchema),
    ...authorizedProblems(...JSON_BODY_PROBLEMS, ...WRITE_PROBLEMS),
  },
})

const revokeRoute = createRoute({
  method: 'delete',
  path: '/v1/tokens/{token}',
  operationId: 'revokeToken',
  tags: ['access'],
  summary: 'Revoke a token immediately and permanently',
  middleware: [requirePermission('administer', 'write'), requireValidToken, replayIdempotent],
  request: {
    params: z.object({ token: z.string().max(100).meta({ description: 'Id of the token' }) }),
    headers: writeHeaders,
  },
  responses: {
    200: jsonResponse('The revoked token', tokenSchema),
    ...authorizedProblems('unknown-token', ...WRITE_AT_ONCE_PROBLEMS),
  },
})

/** Whatever else fails. */
const REVOKED_AT_ONCE = { waitsForPlace: false }

export const tokenRoutes = createRouter(tokenRequestSchema.shape)
  .openapi(listRoute, async (c) => c.json({ tokens: await listTokens(c.get('ports').sql) }, 200))
  .openapi(currentRoute, (c) => {
    const { name, via, roles } = c.get('caller')
    return c.json({ name, via, roles: [...roles] }, 200)
  })
  .openapi(createTokenRoute, async (c) => {
    const generated = generateToken()
    const { body } = await performWrite(c, async (at) => {
      const change = await issueToken(c.get('ports'), c.get('caller'), generated, c.req.valid('json'), at)
      const { token } = generated
      return { ...change, result: { status: 201, body: { ...change.result, token }, repeatedBody: change.result } }
    })
    return c.json(body, 201)
  })
  .openapi(askRoute, async (c) => {
    const { body } = await performWrite(c, async (at) => {
      const change = await askForToken(c.get('ports'), c.get('caller'), c.req.valid('json'), at)
      return { ...change, result: { status: 201, body: change.result } }
    })
    return c.json(body, 201)
  })
  .openapi(revokeRoute, async (c) => {
    const { body } = await performWrite(
      c,
      async (at) => {
        const change = await revokeToken(c.get('ports').sql, c.req.valid('param').token, at)
        return { ...change, result: { status: 200, body: change.result } }
      },
      REVOKED_AT_ONCE,
    )
    return c.json(body, 200)
  })
