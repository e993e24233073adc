import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { createRouter } from '../http/create-router.ts'
import { authorizedProblems } from '../http/declared-problems.ts'
import { editionTag, isNotModified } from '../http/not-modified.ts'
import { jsonResponse, NOT_MODIFIED, textResponse } from '../http/openapi-responses.ts'
import { requestedEdition, requireVisiblePack, seesUnpublished } from '../http/requested-edition.ts'
import { requirePermission } from '../http/require-permission.ts'
import { ProblemError } from '../problem/problem-error.ts'
import { listVersionFiles, readVersionFile, readVersionFiles } from '../registry/version-files.ts'
import { findVersion, listVersions, pinsOf } from '../registry/version-store.ts'
import { filePathQuery, packParam } from '../schema/edition-schema.ts'
import { packFileSchema } from '../schema/pack-file-schema.ts'
import { pageQuery } from '../schema/page-query.ts'
import { versionFilesSchema, versionParams, versionSchema, versionWithFilesSchema } from '../schema/version-schema.ts'

const listRoute = createRoute({
  method: 'get',
  path: '/v1/packs/{pack}/versions',
  operationId: 'listVersions',
  tags: ['versions'],
  summary: 'List the versions of a pack, newest first; only reviewers see versions that were never published',
  middleware: [requirePermission('read')],
  request: { params: packParam, query: pageQuery },
  responses: {
    200: jsonResponse('Versions', z.object({ versions: z.array(versionSchema), next: z.int().nullable() })),
    ...authorizedProblems('unknown-pack'),
  },
})

const readRoute = createRoute({
  method: 'get',
  path: '/v1/packs/{pack}/versions/{version}',
  operationId: 'getVersion',
  tags: ['versions'],
  summary: 'Read a version: who made it, its files, and the versions it uses',
  middleware: [requirePermission('read')],
  request: { params: versionParams },
  responses: {
    200: jsonResponse('The version', versionWithFilesSchema),
    ...NOT_MODIFIED,
    ...authorizedProblems('unknown-pack', 'unknown-version'),
  },
})

const filesRoute = createRoute({
  method: 'get',
  path: '/v1/packs/{pack}/versions/{version}/files',
  operationId: 'getVersionFiles',
  tags: ['versions'],
  summary: 'Read all files of a version at once, as whoever compiles it needs them, and the versions it uses',
  middleware: [requirePermission('read')],
  request: { params: versionParams },
  responses: {
    200: jsonResponse('The files', versionFilesSchema),
    ...NOT_MODIFIED,
    ...authorizedProblems('unknown-pack', 'unknown-version', 'damaged-version'),
  },
})

const fileRoute = createRoute({
  method: 'get',
  path: '/v1/packs/{pack}/versions/{version}/file',
  operationId: 'getVersionFile',
  tags: ['versions'],
  summary: 'Read a file of a version, unchanged',
  middleware: [requirePermission('read')],
  request: { params: versionParams, query: filePathQuery },
  responses: {
    200: textResponse('The text', { 'application/json': packFileSchema }),
    ...NOT_MODIFIED,
    ...authorizedProblems('unknown-pack', 'unknown-version', 'no-such-file', 'damaged-version'),
  },
})

export const versionRoutes = createRouter()
  .openapi(listRoute, async (c) => {
    const { sql } = c.get('ports')
    const { pack } = c.req.valid('param')
    const { before, limit } = c.req.valid('query')
    await requireVisiblePack(c, pack)
    const found = await listVersions(sql, pack, {
      below: before,
      limit: limit + 1,
      unpublished: seesUnpublished(c),
    })
    const page = found.slice(0, limit)
    return c.json({ versions: page, next: found.length > limit ? page.at(-1)!.version : null }, 200)
  })
  .openapi(readRoute, async (c) => {
    const { sql } = c.get('ports')
    const { pack, version } = c.req.valid('param')
    const edition = await requestedEdition(c, pack, version, 'path')
    if (isNotModified(c, editionTag(c, edition))) return c.body(null, 304)
    const [record, uses, files] = await Promise.all([
      findVersion(sql, pack, version),
      pinsOf(sql, pack, version),
      listVersionFiles(sql, pack, version),
    ])
    return c.json({ ...record!, uses, files }, 200)
  })
  .openapi(filesRoute, async (c) => {
    const { sql } = c.get('ports')
    const { pack, version } = c.req.valid('param')
    const edition = await requestedEdition(c, pack, version, 'path')
    if (isNotModified(c, editionTag(c, edition))) return c.body(null, 304)
    const [uses, files] = await Promise.all([pinsOf(sql, pack, version), readVersionFiles(sql, pack, version)])
    return c.json({ pack, version, uses, files }, 200)
  })
  .openapi(fileRoute, async (c) => {
    const { pack, version } = c.req.valid('param')
    await requestedEdition(c, pack, version, 'path')
    const file = await readVersionFile(c.get('ports').sql, pack, version, c.req.valid('query').path)
    if (!file) throw new ProblemError('no-such-file')
    if (isNotModified(c, file.sha256, true)) return c.body(null, 304)
    return c.body(file.text, 200, { 'content-type': 'application/json; charset=utf-8' })
  })
