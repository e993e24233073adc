import { createRoute } from '@hono/zod-openapi'
import { ledgerJsonSchema } from '@tiaoli/engine'
import type { Context } from 'hono'
import { z } from 'zod'
import type { AppEnv } from '../platform/ports.ts'
import { isFresh, tagOf } from '../http/not-modified.ts'
import { compiledFor, editionFor } from '../http/requested-edition.ts'
import { guard } from '../http/require-permission.ts'
import { json, problems, text, UNCHANGED } from '../http/openapi-responses.ts'
import { router } from '../http/router.ts'
import { publishedDocuments } from '../registry/published-packs.ts'
import { pinsOf, type Edition } from '../registry/version-store.ts'
import { count, describe, PARTS } from '../registry/pack-sections.ts'
import { editionSchema, packParam, versionText } from '../schema/edition-schema.ts'
import { packDocumentSchema, packSummarySchema, PART_SCHEMAS } from '../schema/pack-schema.ts'

const pinned = { params: packParam, query: z.strictObject({ version: versionText.optional() }) }

const listRoute = createRoute({
  method: 'get',
  path: '/v1/packs',
  tags: ['packs'],
  summary: 'The packs that can be evaluated, as they are published',
  middleware: [guard('read')],
  responses: { 200: json('All packs', z.object({ packs: z.array(packDocumentSchema) })), ...problems() },
})

const readRoute = createRoute({
  method: 'get',
  path: '/v1/packs/{pack}',
  tags: ['packs'],
  summary: 'A pack: its document, its version, what it holds',
  middleware: [guard('read')],
  request: pinned,
  responses: { 200: json('The pack', packSummarySchema), ...UNCHANGED, ...problems(404) },
})

const ledgerSchemaRoute = createRoute({
  method: 'get',
  path: '/v1/packs/{pack}/ledger.schema.json',
  tags: ['packs'],
  summary: 'The JSON Schema of the ledgers that a pack evaluates',
  middleware: [guard('read')],
  request: pinned,
  responses: {
    200: text('JSON Schema, draft 2020-12', { 'application/schema+json': z.looseObject({}) }),
    ...UNCHANGED,
    ...problems(404),
  },
})

export const packs = router()
  .openapi(listRoute, async (c) => {
    const published = await publishedDocuments(c.get('ports').sql)
    const summaries = published.map(({ edition, document, uses }) => ({
      id: edition.pack,
      edition,
      ...describe(document),
      uses,
    }))
    return c.json({ packs: summaries }, 200)
  })
  .openapi(readRoute, async (c) => {
    const { edition, fresh } = await asked(c, c.req.valid('param').pack, c.req.valid('query').version)
    return fresh ? c.body(null, 304) : c.json(await summaryOf(c, edition), 200)
  })
  .openapi(ledgerSchemaRoute, async (c) => {
    const { edition, fresh } = await asked(c, c.req.valid('param').pack, c.req.valid('query').version)
    if (fresh) return c.body(null, 304)
    const { policy } = await compiledFor(c, edition)
    return c.body(JSON.stringify(ledgerJsonSchema(policy.plan)), 200, { 'content-type': 'application/schema+json' })
  })
  .openapi(partRoute('requirements', 'The requirements, with those of the packs it uses'), (c) =>
    answerPart(c, 'requirements', c.req.valid('param').pack, c.req.valid('query').version),
  )
  .openapi(partRoute('clauses', 'The clauses: their words, and what encodes each or why nothing does'), (c) =>
    answerPart(c, 'clauses', c.req.valid('param').pack, c.req.valid('query').version),
  )
  .openapi(partRoute('facts', 'The catalogue of facts: what a ledger gives and what is derived from it'), (c) =>
    answerPart(c, 'facts', c.req.valid('param').pack, c.req.valid('query').version),
  )
  .openapi(partRoute('parameters', 'The numbers that the rules use, dated, with their sources'), (c) =>
    answerPart(c, 'parameters', c.req.valid('param').pack, c.req.valid('query').version),
  )
  .openapi(partRoute('profiles', 'Named sets of parameter values'), (c) =>
    answerPart(c, 'profiles', c.req.valid('param').pack, c.req.valid('query').version),
  )

type Part = keyof typeof PARTS

function partRoute<const P extends Part>(part: P, summary: string) {
  const items = { [part]: PART_SCHEMAS[part] } as { [K in P]: (typeof PART_SCHEMAS)[K] }
  return createRoute({
    method: 'get',
    path: `/v1/packs/{pack}/${part}` as const,
    tags: ['packs'],
    summary,
    middleware: [guard('read')],
    request: pinned,
    responses: {
      200: json(summary, z.object({ edition: editionSchema, ...items })),
      ...UNCHANGED,
      ...problems(404),
    },
  })
}

async function answerPart<const P extends Part>(
  c: Context<AppEnv>,
  part: P,
  pack: string,
  version: number | undefined,
) {
  const { edition, fresh } = await asked(c, pack, version)
  if (fresh) return c.body(null, 304)
  const { policy } = await compiledFor(c, edition)
  const items = { [part]: PARTS[part](policy) } as { [K in P]: ReturnType<(typeof PARTS)[K]> }
  return c.json({ edition, ...items }, 200)
}

async function asked(c: Context<AppEnv>, pack: string, version: number | undefined) {
  const edition = await editionFor(c, pack, version, 'query')
  return { edition, fresh: isFresh(c, tagOf(c, edition)) }
}

async function summaryOf(c: Context<AppEnv>, edition: Edition) {
  const { policy } = await compiledFor(c, edition)
  const uses = await pinsOf(c.get('ports').sql, edition.pack, edition.version)
  return { id: edition.pack, edition, ...describe(policy.plan.pack), uses, counts: count(policy) }
}
