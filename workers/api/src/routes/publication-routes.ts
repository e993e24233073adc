import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { expectPack } from '../http/requested-edition.ts'
import { guard } from '../http/require-permission.ts'
import { jsonBody } from '../http/read-body.ts'
import { json, jsonRequest, problems } from '../http/openapi-responses.ts'
import { router } from '../http/router.ts'
import { idempotent, write } from '../http/perform-write.ts'
import { listPublications, publish } from '../registry/publish-version.ts'
import { packParam, publicationSchema, versionNumber } from '../schema/edition-schema.ts'
import { pageQuery } from '../schema/page-query.ts'
import { reasonSchema, writeHeaders } from '../schema/write-schema.ts'
import { EXAMPLES } from '../schema/request-examples.ts'

const bodySchema = z
  .strictObject({
    version: versionNumber,
    expectedSeq: z.int().min(0).max(1_000_000_000).meta({
      description: 'The publication you have seen: another one meanwhile is a 409. 0 for a pack never published',
    }),
    reason: reasonSchema,
  })
  .meta({ id: 'PublishRequest' })

const listRoute = createRoute({
  method: 'get',
  path: '/v1/packs/{pack}/publications',
  tags: ['versions'],
  summary: 'What was published when, the newest first: the first of all is in force',
  middleware: [guard('read')],
  request: { params: packParam, query: pageQuery },
  responses: {
    200: json('Publications', z.object({ publications: z.array(publicationSchema), next: z.int().nullable() })),
    ...problems(404),
  },
})

const publishRoute = createRoute({
  method: 'post',
  path: '/v1/packs/{pack}/publications',
  tags: ['versions'],
  summary: 'Publishes a version; an older one rolls back',
  middleware: [guard('approve', 'write'), jsonBody, idempotent],
  request: { params: packParam, headers: writeHeaders, body: jsonRequest(bodySchema, EXAMPLES.publish) },
  responses: { 201: json('It is published', publicationSchema), ...problems(400, 404, 409, 413, 415) },
})

export const publications = router(Object.keys(bodySchema.shape))
  .openapi(listRoute, async (c) => {
    const { sql } = c.get('ports')
    const { pack } = c.req.valid('param')
    const { before, limit } = c.req.valid('query')
    await expectPack(c, pack)
    const found = await listPublications(sql, pack, before, limit + 1)
    const page = found.slice(0, limit)
    return c.json({ publications: page, next: found.length > limit ? page.at(-1)!.seq : null }, 200)
  })
  .openapi(publishRoute, async (c) => {
    const { sql } = c.get('ports')
    const { pack } = c.req.valid('param')
    const { body } = await write(c, async (at) => {
      const change = await publish(sql, c.get('caller'), pack, c.req.valid('json'), at)
      return { ...change, answer: { status: 201, body: change.answer } }
    })
    return c.json(body, 201)
  })
