import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import type { AuditRow } from '../audit/audit-chain.ts'
import { logFrom, readLog, verifyLog } from '../audit/verify-audit-log.ts'
import { guard } from '../http/require-permission.ts'
import { json, problems, text } from '../http/openapi-responses.ts'
import { router } from '../http/router.ts'
import { pageQuery } from '../schema/page-query.ts'

const entrySchema = z
  .object({
    seq: z.int(),
    at: z.string(),
    actor: z.string(),
    via: z.string().meta({ description: 'How the actor was known: token:<id>, access, service' }),
    action: z.string(),
    pack: z.string().nullable(),
    detail: z.looseObject({}),
    previous: z.string().meta({ description: 'hash of the entry before; empty for the first' }),
    hash: z.string().meta({
      description:
        'SHA-256 of the canonical JSON (RFC 8785) of all the rest, where detail is a string of canonical JSON',
    }),
  })
  .meta({ id: 'AuditEntry' })

const listRoute = createRoute({
  method: 'get',
  path: '/v1/audit',
  tags: ['audit'],
  summary: 'Who did what when, the newest first',
  middleware: [guard('audit')],
  request: { query: pageQuery.extend({ pack: z.string().max(100).optional() }) },
  responses: {
    200: json('Entries', z.object({ entries: z.array(entrySchema), next: z.int().nullable() })),
    ...problems(),
  },
})

const afterQuery = z.strictObject({
  after: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number)
    .default(0)
    .meta({ type: 'integer', description: 'Begin after this entry' }),
})

const exportRoute = createRoute({
  method: 'get',
  path: '/v1/audit/export',
  tags: ['audit'],
  summary: 'The whole log in the order in which it was written, an entry a line',
  middleware: [guard('audit')],
  request: { query: afterQuery },
  responses: {
    200: text('NDJSON: an AuditEntry a line', { 'application/x-ndjson': z.string() }),
    ...problems(),
  },
})

const verifyRoute = createRoute({
  method: 'get',
  path: '/v1/audit/verify',
  tags: ['audit'],
  summary: 'Whether no entry was removed, altered or slipped in, and none is missing',
  middleware: [guard('audit')],
  request: {
    query: afterQuery
      .extend({
        hash: z
          .string()
          .regex(/^[0-9a-f]{64}$/i)
          .toLowerCase()
          .optional()
          .meta({ description: 'The hash that entry `after` had when it was last seen' }),
      })
      .refine(({ after, hash }) => hash === undefined || after > 0, { path: ['after'] }),
  },
  responses: {
    200: json(
      'What was found',
      z
        .object({
          intact: z.boolean(),
          rows: z.int().meta({ description: 'Entries looked at' }),
          head: z.object({ seq: z.int(), hash: z.string() }).meta({
            description: 'The last of them. Keep it elsewhere: a log that was cut short does not contain it',
          }),
          broken: z
            .object({
              seq: z.int().nullable().meta({ description: 'The entry; null for a record that names none' }),
              fault: z.enum(['missing', 'altered', 'unlinked', 'unrecorded']).meta({
                description: 'unrecorded: a version, publication or token that is not as any entry says it was made',
              }),
              record: z.string().optional().meta({ description: 'What is unrecorded' }),
            })
            .optional(),
          next: z.int().optional().meta({ description: 'More entries follow: ask again with after' }),
        })
        .meta({ id: 'Verification' }),
    ),
    ...problems(),
  },
})

export const audit = router()
  .openapi(listRoute, async (c) => {
    const { before, limit, pack } = c.req.valid('query')
    const found = await readLog(c.get('ports').sql, { before, pack, limit: limit + 1 })
    const page = found.slice(0, limit)
    return c.json({ entries: page.map(entryOf), next: found.length > limit ? page.at(-1)!.seq : null }, 200)
  })
  .openapi(exportRoute, (c) => {
    const pages = logFrom(c.get('ports').sql, c.req.valid('query').after)
    const encoder = new TextEncoder()
    const lines = new ReadableStream<Uint8Array>({
      async pull(controller) {
        const { value, done } = await pages.next()
        if (done) controller.close()
        else controller.enqueue(encoder.encode(value.map((row) => `${JSON.stringify(entryOf(row))}\n`).join('')))
      },
    })
    return c.body(lines, 200, { 'content-type': 'application/x-ndjson; charset=utf-8' })
  })
  .openapi(verifyRoute, async (c) => {
    const { after, hash } = c.req.valid('query')
    return c.json(await verifyLog(c.get('ports').sql, after, hash), 200)
  })

function entryOf({ detail, ...row }: AuditRow) {
  return { ...row, detail: JSON.parse(detail) as Record<string, unknown> }
}
