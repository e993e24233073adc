import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { isFresh, tagOf } from '../http/not-modified.ts'
import { editionFor, expectPack, seesUnpublished } from '../http/requested-edition.ts'
import { guard } from '../http/require-permission.ts'
import { ProblemError } from '../problem/problem-error.ts'
import { json, problems, text, UNCHANGED } from '../http/openapi-responses.ts'
import { router } from '../http/router.ts'
import { findVersion, listFiles, listVersions, pinsOf } from '../registry/version-store.ts'
import { readVersionFile } from '../registry/read-version-file.ts'
import { fileEntrySchema, packParam, versionSchema, versionText } from '../schema/edition-schema.ts'
import { packFileSchema } from '../schema/pack-file-schema.ts'
import { pageQuery } from '../schema/page-query.ts'

const versionParams = packParam.extend({ version: versionText })

const listRoute = createRoute({
  method: 'get',
  path: '/v1/packs/{pack}/versions',
  tags: ['versions'],
  summary: 'The versions of a pack, the newest first; those never published for reviewers only',
  middleware: [guard('read')],
  request: { params: packParam, query: pageQuery },
  responses: {
    200: json('Versions', z.object({ versions: z.array(versionSchema), next: z.int().nullable() })),
    ...problems(404),
  },
})

const readRoute = createRoute({
  method: 'get',
  path: '/v1/packs/{pack}/versions/{version}',
  tags: ['versions'],
  summary: 'A version: who made it, its files, the versions it uses',
  middleware: [guard('read')],
  request: { params: versionParams },
  responses: {
    200: json(
      'The version',
      versionSchema.extend({
        uses: z.array(z.object({ pack: z.string(), version: z.int() })),
        files: z.array(fileEntrySchema),
      }),
    ),
    ...UNCHANGED,
    ...problems(404),
  },
})

const fileRoute = createRoute({
  method: 'get',
  path: '/v1/packs/{pack}/versions/{version}/file',
  tags: ['versions'],
  summary: 'A file of a version, as it was written',
  middleware: [guard('read')],
  request: {
    params: versionParams,
    query: z.strictObject({ path: z.string().max(100).meta({ example: 'profiles/strict.json' }) }),
  },
  responses: {
    200: text('The text', { 'application/json': packFileSchema }),
    ...UNCHANGED,
    ...problems(404),
  },
})

export const versions = router()
  .openapi(listRoute, async (c) => {
    const { sql } = c.get('ports')
    const { pack } = c.req.valid('param')
    const { before, limit } = c.req.valid('query')
    await expectPack(c, pack)
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
    const edition = await editionFor(c, pack, version, 'path')
    if (isFresh(c, tagOf(c, edition))) return c.body(null, 304)
    const [record, uses, files] = await Promise.all([
      findVersion(sql, pack, version),
      pinsOf(sql, pack, version),
      listFiles(sql, pack, version),
    ])
    return c.json({ ...record!, uses, files }, 200)
  })
  .openapi(fileRoute, async (c) => {
    const { pack, version } = c.req.valid('param')
    await editionFor(c, pack, version, 'path')
    const file = await readVersionFile(c.get('ports').sql, pack, version, c.req.valid('query').path)
    if (!file) throw new ProblemError('no-such-file')
    if (isFresh(c, file.sha256, true)) return c.body(null, 304)
    return c.body(file.text, 200, { 'content-type': 'application/json; charset=utf-8' })
  })
