import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { findLatestCheckpoint, listPublicKeys } from '../audit/checkpoints.ts'
import { createRouter } from '../http/create-router.ts'
import { authorizedProblems } from '../http/declared-problems.ts'
import { jsonResponse } from '../http/openapi-responses.ts'
import { requirePermission } from '../http/require-permission.ts'
import { checkpointSchema, publicKeySchema } from '../schema/key-schema.ts'

const keysRoute = createRoute({
  method: 'get',
  path: '/v1/keys',
  operationId: 'listKeys',
  tags: ['audit'],
  summary: 'List the public keys with which the service has signed, the latest first',
  middleware: [requirePermission('read')],
  responses: {
    200: jsonResponse('A JSON Web Key Set (RFC 7517)', z.object({ keys: z.array(publicKeySchema) })),
    ...authorizedProblems(),
  },
})

const checkpointRoute = createRoute({
  method: 'get',
  path: '/v1/checkpoint',
  operationId: 'getCheckpoint',
  tags: ['audit'],
  summary: 'Get what the service last signed of its audit log, to keep it elsewhere',
  middleware: [requirePermission('read')],
  responses: {
    200: jsonResponse(
      'The last checkpoint; null where the service has never had a key',
      z.object({ checkpoint: checkpointSchema.nullable() }),
    ),
    ...authorizedProblems(),
  },
})

export const signingRoutes = createRouter()
  .openapi(keysRoute, async (c) => {
    const keys = await listPublicKeys(c.get('ports').sql)
    return c.json({ keys: keys.map(({ key }) => key) }, 200)
  })
  .openapi(checkpointRoute, async (c) => {
    return c.json({ checkpoint: (await findLatestCheckpoint(c.get('ports').sql)) ?? null }, 200)
  })
