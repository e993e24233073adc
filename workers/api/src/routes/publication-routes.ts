import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { createRouter } from '../http/create-router.ts'
import { authorizedProblems, JSON_BODY_PROBLEMS, WRITE_PROBLEMS } from '../http/declared-problems.ts'
import { jsonRequest, jsonResponse } from '../http/openapi-responses.ts'
import { performWrite } from '../http/perform-write.ts'
import { readJsonBody } from '../http/read-body.ts'
import { replayIdempotent } from '../http/replay-idempotent.ts'
import { requireVisiblePack } from '../http/requested-edition.ts'
import { requirePermission, requireValidToken } from '../http/require-permission.ts'
import { listPublications } from '../registry/publication-store.ts'
import { askToPublish, publishVersion } from '../registry/publish-version.ts'
import { packParam } from '../schema/edition-schema.ts'
import { pageQuery } from '../schema/page-query.ts'
import { publicationSchema, publishRequestSchema } from '../schema/publication-schema.ts'
import { REQUEST_EXAMPLES } from '../schema/request-examples.ts'
import { askedSchema, writeHeaders } from '../schema/write-schema.ts'

const listRoute = createRoute({
  method: 'get',
  path: '/v1/packs/{pack}/publications',
  operationId: 'listPublications',
  tags: ['versions'],
  summary: 'List the publications of a pack, newest first; the first is in force',
  middleware: [requirePermission('read')],
  request: { params: packParam, query: pageQuery },
  responses: {
    200: jsonResponse('Publications', z.object({ publications: z.array(publicationSchema), next: z.int().nullable() })),
    ...authorizedProblems('unknown-pack'),
  },
})

/** Of a publication that cannot be made. */
const PUBLISHING_PROBLEMS = [
  ...JSON_BODY_PROBLEMS,
  ...WRITE_PROBLEMS,
  'unknown-pack',
  'published-meanwhile',
  'compared-with-other',
  'already-published',
] as const

/** What publishing and asking for it have in common. */
const PUBLISHING = {
  method: 'post',
  tags: ['versions'],
  middleware: [requirePermission('approve', 'write'), readJsonBody, requireValidToken, replayIdempotent],
  request: {
    params: packParam,
    headers: writeHeaders,
    body: jsonRequest(publishRequestSchema, REQUEST_EXAMPLES.publish),
  },
} as const satisfies Partial<Parameters<typeof createRoute>[0]>

const publishRoute = createRoute({
  ...PUBLISHING,
  path: '/v1/packs/{pack}/publications',
  operationId: 'publishVersion',
  summary: 'Publish a version; publishing an older one rolls back',
  responses: {
    201: jsonResponse('The publication', publicationSchema),
    ...authorizedProblems(...PUBLISHING_PROBLEMS, 'second-person-needed'),
  },
})

const askRoute = createRoute({
  ...PUBLISHING,
  path: '/v1/packs/{pack}/publications/requests',
  operationId: 'askToPublish',
  summary: 'Ask for a version to be published, where that takes two persons',
  responses: {
    201: jsonResponse('Noted: another approver can publish it', askedSchema),
    ...authorizedProblems(...PUBLISHING_PROBLEMS),
  },
})

export const publicationRoutes = createRouter(publishRequestSchema.shape)
  .openapi(listRoute, async (c) => {
    const { sql } = c.get('ports')
    const { pack } = c.req.valid('param')
    const { before, limit } = c.req.valid('query')
    await requireVisiblePack(c, pack)
    const found = await listPublications(sql, pack, before, limit + 1)
    const page = found.slice(0, limit)
    return c.json({ publications: page, next: found.length > limit ? page.at(-1)!.seq : null }, 200)
  })
  .openapi(publishRoute, async (c) => {
    const { sql, jointMatters } = c.get('ports')
    const { pack } = c.req.valid('param')
    const { body } = await performWrite(c, async (at) => {
      const takesTwo = jointMatters.has('publications')
      const change = await publishVersion(sql, takesTwo, c.get('caller'), pack, c.req.valid('json'), at)
      return { ...change, result: { status: 201, body: change.result } }
    })
    return c.json(body, 201)
  })
  .openapi(askRoute, async (c) => {
    const { pack } = c.req.valid('param')
    const { body } = await performWrite(c, async (at) => {
      const change = await askToPublish(c.get('ports').sql, c.get('caller'), pack, c.req.valid('json'), at)
      return { ...change, result: { status: 201, body: change.result } }
    })
    return c.json(body, 201)
  })
