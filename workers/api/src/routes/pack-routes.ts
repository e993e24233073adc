import { createRoute } from '@hono/zod-openapi'
import { ledgerJsonSchema } from '@tiaoli/engine/plan'
import type { Context } from 'hono'
import { z } from 'zod'
import type { AppEnv } from '../http/app-env.ts'
import { createRouter } from '../http/create-router.ts'
import { authorizedProblems, LOADING_PROBLEMS } from '../http/declared-problems.ts'
import { editionTag, isNotModified } from '../http/not-modified.ts'
import { inAskedLanguage } from '../http/in-asked-language.ts'
import { jsonResponse, NOT_MODIFIED, textResponse } from '../http/openapi-responses.ts'
import { compiledEdition, requestedEdition } from '../http/requested-edition.ts'
import { requirePermission } from '../http/require-permission.ts'
import type { Edition } from '../registry/edition.ts'
import { PACK_SECTIONS } from '../registry/pack-sections.ts'
import { packCounts, packHeader } from '../registry/pack-summary.ts'
import { listPublishedPacks } from '../registry/published-packs.ts'
import { pinsOf } from '../registry/version-store.ts'
import { answerInLanguage } from '../schema/in-one-language.ts'
import { editionSchema, packParam, packQuery } from '../schema/edition-schema.ts'
import {
  packDocumentSchema,
  packSummaryInLanguageSchema,
  packSummarySchema,
  SECTION_SCHEMAS,
} from '../schema/pack-schema.ts'

const packRequest = { params: packParam, query: packQuery }

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
    200: jsonResponse('The pack', z.union([packSummaryInLanguageSchema, packSummarySchema])),
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
    const { version, language } = c.req.valid('query')
    const { edition, notModified } = await editionToRead(c, c.req.valid('param').pack, version)
    return notModified ? c.body(null, 304) : c.json(await packSummary(c, edition, language), 200)
  })
  .openapi(ledgerSchemaRoute, async (c) => {
    const { version, language } = c.req.valid('query')
    const { edition, notModified } = await editionToRead(c, c.req.valid('param').pack, version)
    if (notModified) return c.body(null, 304)
    const { policy } = await compiledEdition(c, edition, language)
    return c.body(JSON.stringify(ledgerJsonSchema(policy.plan)), 200, { 'content-type': 'application/schema+json' })
  })
  .openapi(sectionRoute('requirements', 'List the requirements, including those of used packs'), (c) =>
    readSection(c, 'requirements', c.req.valid('param').pack, c.req.valid('query')),
  )
  .openapi(sectionRoute('clauses', 'List the clauses: their text, and what encodes each or why nothing does'), (c) =>
    readSection(c, 'clauses', c.req.valid('param').pack, c.req.valid('query')),
  )
  .openapi(sectionRoute('facts', 'List the facts: those that a ledger gives and those derived from them'), (c) =>
    readSection(c, 'facts', c.req.valid('param').pack, c.req.valid('query')),
  )
  .openapi(sectionRoute('parameters', 'List the parameters: dated values with their sources'), (c) =>
    readSection(c, 'parameters', c.req.valid('param').pack, c.req.valid('query')),
  )
  .openapi(sectionRoute('profiles', 'List the profiles: named sets of parameter values'), (c) =>
    readSection(c, 'profiles', c.req.valid('param').pack, c.req.valid('query')),
  )

type Section = keyof typeof PACK_SECTIONS

function sectionRoute<const S extends Section>(section: S, summary: string) {
  const items = { [section]: SECTION_SCHEMAS[section] } as { [K in S]: (typeof SECTION_SCHEMAS)[K] }
  const list = z.object({ edition: editionSchema, ...items })
  return createRoute({
    method: 'get',
    path: `/v1/packs/{pack}/${section}` as const,
    operationId: `list${section[0]!.toUpperCase()}${section.slice(1)}`,
    tags: ['packs'],
    summary,
    middleware: [requirePermission('read')],
    request: packRequest,
    responses: {
      200: jsonResponse(summary, z.union([answerInLanguage(list), list])),
      ...NOT_MODIFIED,
      ...authorizedProblems('unknown-pack', ...LOADING_PROBLEMS),
    },
  })
}

async function readSection<const S extends Section>(
  c: Context<AppEnv>,
  section: S,
  pack: string,
  { version, language }: z.output<typeof packQuery>,
) {
  const { edition, notModified } = await editionToRead(c, pack, version)
  if (notModified) return c.body(null, 304)
  const { policy } = await compiledEdition(c, edition, language)
  const items = { [section]: PACK_SECTIONS[section](policy) } as { [K in S]: ReturnType<(typeof PACK_SECTIONS)[K]> }
  return c.json(inAskedLanguage(policy.plan.reading, language, { edition, ...items }), 200)
}

async function editionToRead(c: Context<AppEnv>, pack: string, version: number | undefined) {
  c.set('requestPlaces', { options: 'query' })
  const edition = await requestedEdition(c, pack, version, 'query')
  return { edition, notModified: isNotModified(c, editionTag(c, edition)) }
}

async function packSummary(c: Context<AppEnv>, edition: Edition, language: string | undefined) {
  const { policy } = await compiledEdition(c, edition, language)
  const uses = await pinsOf(c.get('ports').sql, edition.pack, edition.version)
  const { pack, document, reading } = policy.plan
  const header = packHeader(pack, document?.entry)
  return inAskedLanguage(reading, language, { id: edition.pack, edition, ...header, uses, counts: packCounts(policy) })
}
