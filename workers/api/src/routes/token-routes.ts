import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { isReserved } from '../access/actor-name.ts'
import { ROLES } from '../access/roles.ts'
import { newToken } from '../access/token-secret.ts'
import { findToken, insertToken, listTokens, revokeToken } from '../access/token-store.ts'
import { guard } from '../http/require-permission.ts'
import { jsonBody } from '../http/read-body.ts'
import { ProblemError } from '../problem/problem-error.ts'
import { json, jsonRequest, problems } from '../http/openapi-responses.ts'
import { router } from '../http/router.ts'
import { idempotent, write } from '../http/perform-write.ts'
import { holderSchema, writeHeaders } from '../schema/write-schema.ts'
import { EXAMPLES } from '../schema/request-examples.ts'

const rolesSchema = z.array(z.enum(ROLES)).min(1).max(ROLES.length)

const tokenSchema = z
  .object({
    id: z.string(),
    holder: z.string(),
    label: z.string(),
    roles: z.array(z.enum(ROLES)),
    createdBy: z.string(),
    createdAt: z.string(),
    expiresAt: z.string().nullable(),
    revokedAt: z.string().nullable(),
  })
  .meta({ id: 'Token' })

const bodySchema = z
  .strictObject({
    holder: holderSchema,
    label: z.string().max(200).default('').meta({ description: 'What it is for' }),
    roles: rolesSchema,
    expiresAt: z.iso
      .datetime()
      .nullable()
      .default(null)
      .meta({ description: 'UTC; null for a token that lasts until it is revoked', example: '2030-01-01T00:00:00Z' }),
  })
  .meta({ id: 'TokenRequest' })

const listRoute = createRoute({
  method: 'get',
  path: '/v1/tokens',
  tags: ['access'],
  summary: 'All tokens, without their secrets, the newest first',
  middleware: [guard('administer')],
  responses: { 200: json('Tokens', z.object({ tokens: z.array(tokenSchema) })), ...problems() },
})

const currentRoute = createRoute({
  method: 'get',
  path: '/v1/tokens/current',
  tags: ['access'],
  summary: 'Who you are to this service',
  middleware: [guard('read')],
  responses: {
    200: json('Your name and roles', z.object({ name: z.string(), via: z.string(), roles: z.array(z.enum(ROLES)) })),
    ...problems(),
  },
})

const createTokenRoute = createRoute({
  method: 'post',
  path: '/v1/tokens',
  tags: ['access'],
  summary: 'Makes a token; the answer shows it this once',
  middleware: [guard('administer', 'write'), jsonBody, idempotent],
  request: { headers: writeHeaders, body: jsonRequest(bodySchema, EXAMPLES.token) },
  responses: {
    201: json(
      'The token; it is stored nowhere and shown never again',
      tokenSchema.extend({
        token: z.string().optional().meta({ description: 'tl_…; absent where the request was sent again' }),
      }),
    ),
    ...problems(400, 409, 413, 415),
  },
})

const revokeRoute = createRoute({
  method: 'delete',
  path: '/v1/tokens/{token}',
  tags: ['access'],
  summary: 'Revokes a token, at once and for ever',
  middleware: [guard('administer', 'write'), idempotent],
  request: {
    params: z.object({ token: z.string().max(100).meta({ description: "The token's id" }) }),
    headers: writeHeaders,
  },
  responses: { 200: json('It is revoked', tokenSchema), ...problems(400, 404, 409, 413) },
})

export const tokens = router(Object.keys(bodySchema.shape))
  .openapi(listRoute, async (c) => c.json({ tokens: await listTokens(c.get('ports').sql) }, 200))
  .openapi(currentRoute, (c) => {
    const { name, via, roles } = c.get('caller')
    return c.json({ name, via, roles: [...roles] }, 200)
  })
  .openapi(createTokenRoute, async (c) => {
    const { holder, label, roles, expiresAt } = c.req.valid('json')
    if (isReserved(holder)) throw reservedName()
    if (expiresAt !== null && Date.parse(expiresAt) <= Date.now()) throw alreadyExpired()
    const { id, token, sha256 } = newToken()
    const { body } = await write(c, async (at) => {
      const record = {
        id,
        holder,
        label,
        roles: [...new Set(roles)],
        createdBy: c.get('caller').name,
        createdAt: at,
        expiresAt: expiresAt === null ? null : new Date(expiresAt).toISOString(),
        revokedAt: null,
      }
      return {
        events: [
          { action: 'token.created', detail: { token: id, holder, roles: record.roles, expiresAt: record.expiresAt } },
        ],
        statements: () => [insertToken(record, sha256)],
        answer: { status: 201, body: { ...record, token }, repeated: record },
      }
    })
    return c.json(body, 201)
  })
  .openapi(revokeRoute, async (c) => {
    const { sql } = c.get('ports')
    const { token: id } = c.req.valid('param')
    const { body } = await write(c, async (at) => {
      const found = await findToken(sql, id)
      if (!found) throw new ProblemError('unknown-token')
      const { record } = found
      if (record.revokedAt !== null) return { events: [], statements: () => [], answer: { status: 200, body: record } }
      return {
        events: [{ action: 'token.revoked', detail: { token: id, holder: record.holder } }],
        statements: () => [revokeToken(id, at)],
        answer: { status: 200, body: { ...record, revokedAt: at } },
      }
    })
    return c.json(body, 200)
  })

function reservedName(): ProblemError {
  return new ProblemError('invalid-request', [
    {
      pointer: '/holder',
      code: 'reserved-name',
      detail: {
        zh: '这个名字由系统自用。请写使用令牌的人或程序。',
        en: 'The service itself acts under this name. Write the person or program that uses the token.',
      },
    },
  ])
}

function alreadyExpired(): ProblemError {
  return new ProblemError('invalid-request', [
    {
      pointer: '/expiresAt',
      code: 'already-past',
      detail: { zh: '有效期须在将来。', en: 'It must expire in the future.' },
    },
  ])
}
