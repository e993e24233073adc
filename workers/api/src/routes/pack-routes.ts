import { createRoute } from '@hono/zod-openapi'
import { OwnLanguages, ledgerJsonSchema } from '@tiaoli/engine/plan'
import type { Context } from 'hono'
import { z } from 'zod'
import type { AppEnv } from '../http/app-env.ts'
import { createRouter } from '../http/create-router.ts'
import { authorizedProblems, LOADING_PROBLEMS } from '../http/declared-problems.ts'
import { editionTag, isNotModified } from '../http/not-modified.ts'
import { jsonResponse, NOT_MODIFIED, textResponse } from '../http/openapi-responses.ts'
import { compiledEdition, requestedEdition } from '../http/requested-edition.ts'
import { requirePermission } from '../http/require-permission.ts'
import type { Edition } from '../registry/edition.ts'
import { PACK_SECTIONS } from '../registry/pack-sections.ts'
import { packCounts, packHeader } from '../registry/pack-summary.ts'
import { listPublishedPacks } from '../registry/published-packs.ts'
import { pinsOf } from '../registry/version-store.ts'
import { editionSchema, packParam, versionQuery } from '../schema/edition-schema.ts'
import { packDocumentSchema, packSummarySchema, SECTION_SCHEMAS } from '../schema/pack-schema.ts'

const packRequest = { params: packParam, query: versionQuery }

const listRoute = createRoute({
  method: 'get',
  path: '/v1/packs',
  operationId: 'listPacks',
  tags: ['packs'],
  summary: 'List the published packs',
  middleware: [requirePermission('read')],
  responses: {
    200: jsonResponse('All packs', z.object({ packs: z.array(packDocumentSchema) })),
    ...authorizedProblems('damaged-version'),
  },
})

const readRoute = createRoute({
  method: 'get',
  path: '/v1/packs/{pack}',
  operationId: 'getPack',
  tags: ['packs'],
  summary: 'Read a pack: its document, its version and its size',
  middleware: [requirePermission('read')],
  request: packRequest,
  responses: {
    200: jsonResponse('The pack', packSummarySchema),
    ...NOT_MODIFIED,
    ...authorizedProblems('unknown-pack', ...LOADING_PROBLEMS),
  },
})

const ledgerSchemaRoute = createRoute({
  method: 'get',
  path: '/v1/packs/{pack}/ledger.schema.json',
  operationId: 'getLedgerSchema',
  tags: ['packs'],
  summary: 'Read the JSON Schema of the ledgers that a pack evaluates',
  middleware: [requirePermission('read')],
  request: packRequest,
  responses: {
    200: textResponse('JSON Schema, draft 2020-12', { 'application/schema+json': z.looseObject({}) }),
    ...NOT_MODIFIED,
    ...authorizedProblems('unknown-pack', ...LOADING_PROBLEMS),
  },
})

export const packRoutes = createRouter()
  .openapi(listRoute, async (c) => {
    const published = await listPublishedPacks(c.get('ports').sql)
    const packs = published.map(({ edition, pack, document, uses }) => ({
      id: edition.pack,
      edition,
      ...packHeader(pack, document),
      uses,
    }))
    return c.json({ packs }, 200)
  })
  .openapi(readRoute, async (c) => {
    const { edition, notModified } = await editionToRead(c, c.req.valid('param').pack, c.req.valid('query').version)
    return notModified ? c.body(null, 304) : c.json(await packSummary(c, edition), 200)
  })
  .openapi(ledgerSchemaRoute, async (c) => {
    const { edition, notModified } = await editionToRead(c, c.req.valid('param').pack, c.req.valid('query').version)
    if (notModified) return c.body(null, 304)
    const { policy } = await compiledEdition(c, edition)
    return c.body(JSON.stringify(ledgerJsonSchema(policy.plan)), 200, { 'content-type': 'application/schema+json' })
  })
  .openapi(sectionRoute('requirements', 'List the requirements, including those of used packs'), (c) =>
    readSection(c, 'requirements', c.req.valid('param').pack, c.req.valid('query').version),
  )
  .openapi(sectionRoute('clauses', 'List the clauses: their text, and what encodes each or why nothing does'), (c) =>
    readSection(c, 'clauses', c.req.valid('param').pack, c.req.valid('query').version),
  )
  .openapi(sectionRoute('facts', 'List the facts: those that a ledger gives and those derived from them'), (c) =>
    readSection(c, 'facts', c.req.valid('param').pack, c.req.valid('query').version),
  )
  .openapi(sectionRoute('parameters', 'List the parameters: dated values with their sources'), (c) =>
    readSection(c, 'parameters', c.req.valid('param').pack, c.req.valid('query').version),
  )
  .openapi(sectionRoute('profiles', 'List the profiles: named sets of parameter values'), (c) =>
    readSection(c, 'profiles', c.req.valid('param').pack, c.req.valid('query').version),
  )

type Section = keyof typeof PACK_SECTIONS

function sectionRoute<const S extends Section>(section: S, summary: string) {
  const items = { [section]: SECTION_SCHEMAS[section] } as { [K in S]: (typeof SECTION_SCHEMAS)[K] }
  return createRoute({
    method: 'get',
    path: `/v1/packs/{pack}/${section}` as const,
    operationId: `list${section[0]!.toUpperCase()}${section.slice(1)}`,
    tags: ['packs'],
    summary,
    middleware: [requirePermission('read')],
    request: packRequest,
    responses: {
      200: jsonResponse(summary, z.object({ edition: editionSchema, ...items })),
      ...NOT_MODIFIED,
      ...authorizedProblems('unknown-pack', ...LOADING_PROBLEMS),
    },
  })
}

async function readSection<const S extends Section>(
  c: Context<AppEnv>,
  section: S,
  pack: string,
  version: number | undefined,
) {
  const { edition, notModified } = await editionToRead(c, pack, version)
  if (notModified) return c.body(null, 304)
  const { policy } = await compiledEdition(c, edition)
  const own = new OwnLanguages(policy.plan.reading)
  const items = { [section]: own.of(PACK_SECTIONS[section](policy)) } as {
    [K in S]: ReturnType<(typeof PACK_SECTIONS)[K]>
  }
  return c.json({ edition, ...items }, 200)
}

async function editionToRead(c: Context<AppEnv>, pack: string, version: number | undefined) {
  const edition = await requestedEdition(c, pack, version, 'query')
  return { edition, notModified: isNotModified(c, editionTag(c, edition)) }
}

async function packSummary(c: Context<AppEnv>, edition: Edition) {
  const { policy } = await compiledEdition(c, edition)
  const uses = await pinsOf(c.get('ports').sql, edition.pack, edition.version)
  return {
    id: edition.pack,
    edition,
    ...new OwnLanguages(policy.plan.reading).of(packHeader(policy.plan.pack, policy.plan.document?.entry)),
    uses,
    counts: packCounts(policy),
  }
}
