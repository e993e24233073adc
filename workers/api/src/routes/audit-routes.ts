import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import type { AuditEntry } from '../audit/audit-chain.ts'
import { auditEntriesAfter, listAuditEntries } from '../audit/read-audit-log.ts'
import { createRouter } from '../http/create-router.ts'
import { authorizedProblems } from '../http/declared-problems.ts'
import { jsonResponse, textResponse } from '../http/openapi-responses.ts'
import { requirePermission } from '../http/require-permission.ts'
import { auditEntrySchema, verificationSchema } from '../schema/audit-schema.ts'
import { pageQuery } from '../schema/page-query.ts'
import { verifyService } from '../verification/verify-service.ts'

const listRoute = createRoute({
  method: 'get',
  path: '/v1/audit',
  operationId: 'listAuditEntries',
  tags: ['audit'],
  summary: 'List who did what and when, newest first',
  middleware: [requirePermission('audit')],
  request: { query: pageQuery.extend({ pack: z.string().max(100).optional() }) },
  responses: {
    200: jsonResponse('Entries', z.object({ entries: z.array(auditEntrySchema), next: z.int().nullable() })),
    ...authorizedProblems(),
  },
})

const afterQuery = z.strictObject({
  after: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number)
    .default(0)
    .meta({ type: 'integer', description: 'Start after the entry of this number' }),
})

const exportRoute = createRoute({
  method: 'get',
  path: '/v1/audit/export',
  operationId: 'exportAuditLog',
  tags: ['audit'],
  summary: 'Export the whole audit log as NDJSON, in the order of writing',
  middleware: [requirePermission('audit')],
  request: { query: afterQuery },
  responses: {
    200: textResponse('NDJSON: one AuditEntry per line', { 'application/x-ndjson': z.string() }),
    ...authorizedProblems(),
  },
})

const verifyRoute = createRoute({
  method: 'get',
  path: '/v1/audit/verify',
  operationId: 'verifyAuditLog',
  tags: ['audit'],
  summary: 'Verify that no audit entry, and no record that one is about, is missing, altered or inserted',
  middleware: [requirePermission('audit')],
  request: {
    query: afterQuery
      .extend({
        hash: z
          .string()
          .regex(/^[0-9a-fA-F]{64}$/)
          .toLowerCase()
          .optional()
          .meta({ description: 'The hash that entry `after` had when you last saw it' }),
        text: z
          .string()
          .regex(/^[0-9a-f]{64}$/)
          .default('')
          .meta({ description: 'Start with the texts of files after this digest: `nextText` of the answer before' }),
      })
      .refine(({ after, hash }) => hash === undefined || after > 0, { path: ['after'] }),
  },
  responses: { 200: jsonResponse('The result', verificationSchema), ...authorizedProblems() },
})

export const auditRoutes = createRouter()
  .openapi(listRoute, async (c) => {
    const { before, limit, pack } = c.req.valid('query')
    const found = await listAuditEntries(c.get('ports').sql, { before, pack, limit: limit + 1 })
    const page = found.slice(0, limit)
    return c.json({ entries: page.map(withParsedDetail), next: found.length > limit ? page.at(-1)!.seq : null }, 200)
  })
  .openapi(exportRoute, (c) => {
    const pages = auditEntriesAfter(c.get('ports').sql, c.req.valid('query').after)
    const encoder = new TextEncoder()
    const lines = new ReadableStream<Uint8Array>({
      async pull(controller) {
        const { value: entries, done } = await pages.next()
        if (done) controller.close()
        else controller.enqueue(encoder.encode(entries.map(lineOf).join('')))
      },
    })
    return c.body(lines, 200, { 'content-type': 'application/x-ndjson; charset=utf-8' })
  })
  .openapi(verifyRoute, async (c) => {
    return c.json(await verifyService(c.get('ports'), c.req.valid('query')), 200)
  })

function withParsedDetail({ detail, ...entry }: AuditEntry) {
  return { ...entry, detail: JSON.parse(detail) as Record<string, unknown> }
}

function lineOf(entry: AuditEntry): string {
  return `${JSON.stringify(withParsedDetail(entry))}\n`
}
