import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { z } from 'zod'
import type { AppEnv } from '../http/app-env.ts'
import { createRouter } from '../http/create-router.ts'
import {
  authorizedProblems,
  DRAFT_CHANGE_PROBLEMS,
  FILE_BODY_PROBLEMS,
  JSON_BODY_PROBLEMS,
  LOADING_PROBLEMS,
  PACK_FILES_PROBLEMS,
  QUOTA_PROBLEMS,
  WRITE_PROBLEMS,
} from '../http/declared-problems.ts'
import { draftETag, matchDraftRevision } from '../http/match-draft-revision.ts'
import { jsonRequest, jsonResponse, textResponse } from '../http/openapi-responses.ts'
import { performWrite } from '../http/perform-write.ts'
import { readFileBody, readJsonBody } from '../http/read-body.ts'
import { replayIdempotent } from '../http/replay-idempotent.ts'
import { requirePermission, requireValidToken } from '../http/require-permission.ts'
import { ProblemError } from '../problem/problem-error.ts'
import { unknownFilePlace } from '../problem/unknown-file-place.ts'
import { checkPack } from '../registry/check-pack.ts'
import { createDraft, type DraftWithFiles } from '../registry/create-draft.ts'
import { discardDraft } from '../registry/discard-draft.ts'
import { readDraftFiles } from '../registry/draft-files.ts'
import { listDrafts, requireDraft } from '../registry/draft-store.ts'
import { digestsOf } from '../registry/file-texts.ts'
import { isPackPath, utf8Length, type PackFiles } from '../registry/pack-files.ts'
import { candidateSource } from '../registry/pack-source.ts'
import { saveDraftFiles, type DraftChanges } from '../registry/save-draft-files.ts'
import {
  checkedDraftSchema,
  draftFilesRequestSchema,
  draftParams,
  draftRequestSchema,
  draftSchema,
  draftStatusSchema,
} from '../schema/draft-schema.ts'
import { filePathQuery, newPackParam, packParam } from '../schema/edition-schema.ts'
import { REQUEST_EXAMPLES } from '../schema/request-examples.ts'
import { draftChangeHeaders, writeHeaders } from '../schema/write-schema.ts'
import type { SqlPort } from '../storage/sql-port.ts'

const listRoute = createRoute({
  method: 'get',
  path: '/v1/packs/{pack}/drafts',
  operationId: 'listDrafts',
  tags: ['drafts'],
  summary: 'List the drafts of a pack, newest first',
  middleware: [requirePermission('review')],
  request: {
    params: packParam,
    query: z.strictObject({
      status: draftStatusSchema.optional(),
      before: z.string().max(40).optional().meta({ description: '`next` of the previous page' }),
    }),
  },
  responses: {
    200: jsonResponse('At most 50 drafts', z.object({ drafts: z.array(draftSchema), next: z.string().nullable() })),
    ...authorizedProblems(),
  },
})

const createDraftRoute = createRoute({
  method: 'post',
  path: '/v1/packs/{pack}/drafts',
  operationId: 'createDraft',
  tags: ['drafts'],
  summary: 'Create a draft from a version or as a new pack',
  middleware: [requirePermission('edit', 'write'), readJsonBody, requireValidToken, replayIdempotent],
  request: {
    params: newPackParam,
    headers: writeHeaders,
    body: jsonRequest(draftRequestSchema, REQUEST_EXAMPLES.draft),
  },
  responses: {
    201: jsonResponse('The draft, checked. You need its ETag to change it', checkedDraftSchema),
    ...authorizedProblems(
      ...JSON_BODY_PROBLEMS,
      ...WRITE_PROBLEMS,
      ...PACK_FILES_PROBLEMS,
      ...QUOTA_PROBLEMS,
      ...LOADING_PROBLEMS,
    ),
  },
})

const readRoute = createRoute({
  method: 'get',
  path: '/v1/packs/{pack}/drafts/{draft}',
  operationId: 'getDraft',
  tags: ['drafts'],
  summary: 'Read a draft and its errors',
  middleware: [requirePermission('review')],
  request: { params: draftParams },
  responses: {
    200: jsonResponse('The draft, checked', checkedDraftSchema),
    ...authorizedProblems('unknown-draft', ...LOADING_PROBLEMS),
  },
})

const readFileRoute = createRoute({
  method: 'get',
  path: '/v1/packs/{pack}/drafts/{draft}/file',
  operationId: 'getDraftFile',
  tags: ['drafts'],
  summary: 'Read a file of a draft, unchanged',
  middleware: [requirePermission('review')],
  request: { params: draftParams, query: filePathQuery },
  responses: {
    200: textResponse('The text as it was saved, errors included: a PackFile if it has none', {
      'application/json': z.unknown(),
    }),
    ...authorizedProblems('unknown-draft', 'no-such-file'),
  },
})

/** Of saving files of a draft, which is then checked. */
const SAVE_PROBLEMS = [
  ...DRAFT_CHANGE_PROBLEMS,
  'draft-not-open',
  ...PACK_FILES_PROBLEMS,
  ...QUOTA_PROBLEMS,
  ...LOADING_PROBLEMS,
] as const

const saveFileRoute = createRoute({
  method: 'put',
  path: '/v1/packs/{pack}/drafts/{draft}/file',
  operationId: 'saveDraftFile',
  tags: ['drafts'],
  summary: 'Save a file of a draft and report its errors by line and column',
  middleware: [requirePermission('edit', 'write'), readFileBody, requireValidToken, replayIdempotent],
  request: {
    params: draftParams,
    query: filePathQuery,
    headers: draftChangeHeaders,
    body: {
      required: true,
      description: 'The file, unchanged. It is saved even if it has errors',
      // Without a zod schema, which would parse and refuse it.
      content: { 'application/json': { schema: { $ref: '#/components/schemas/PackFile' } } },
    },
  },
  responses: {
    200: jsonResponse('The saved draft, checked', checkedDraftSchema),
    ...authorizedProblems(...FILE_BODY_PROBLEMS, ...SAVE_PROBLEMS),
  },
})

const saveFilesRoute = createRoute({
  method: 'patch',
  path: '/v1/packs/{pack}/drafts/{draft}/files',
  operationId: 'saveDraftFiles',
  tags: ['drafts'],
  summary: 'Save and remove several files of a draft at once',
  middleware: [requirePermission('edit', 'write'), readJsonBody, requireValidToken, replayIdempotent],
  request: {
    params: draftParams,
    headers: draftChangeHeaders,
    body: jsonRequest(draftFilesRequestSchema, REQUEST_EXAMPLES.files),
  },
  responses: {
    200: jsonResponse('The saved draft, checked', checkedDraftSchema),
    ...authorizedProblems(...JSON_BODY_PROBLEMS, ...SAVE_PROBLEMS),
  },
})

const discardRoute = createRoute({
  method: 'delete',
  path: '/v1/packs/{pack}/drafts/{draft}',
  operationId: 'discardDraft',
  tags: ['drafts'],
  summary: 'Discard a draft and its files; what it was for remains readable',
  middleware: [requirePermission('edit', 'write'), requireValidToken, replayIdempotent],
  request: { params: draftParams, headers: draftChangeHeaders },
  responses: {
    200: jsonResponse('The discarded draft', draftSchema),
    ...authorizedProblems(...DRAFT_CHANGE_PROBLEMS, 'draft-not-open'),
  },
})

const PAGE_SIZE = 50

/** What there is to say of a draft that was discarded. */
const WITHOUT_FILES = { files: [], diagnostics: [], lints: [] }

export const draftRoutes = createRouter(draftRequestSchema.shape)
  .openapi(listRoute, async (c) => {
    const { status, before } = c.req.valid('query')
    const limit = PAGE_SIZE + 1
    const found = await listDrafts(c.get('ports').sql, c.req.valid('param').pack, { status, before, limit })
    const page = found.slice(0, PAGE_SIZE)
    return c.json({ drafts: page, next: found.length > PAGE_SIZE ? page.at(-1)!.id : null }, 200)
  })
  .openapi(createDraftRoute, async (c) => {
    const { sql, draftQuota } = c.get('ports')
    const { pack } = c.req.valid('param')
    const check = checkOnce(sql)
    const { body } = await performWrite(c, async (at) => {
      const change = await createDraft(sql, draftQuota, c.get('caller'), pack, c.req.valid('json'), at)
      const location = `/v1/packs/${pack}/drafts/${change.result.draft.id}`
      return { ...change, result: { ...(await replyWith(check, 201, change.result)), location } }
    })
    return c.json(body, 201)
  })
  .openapi(readRoute, async (c) => {
    const { sql } = c.get('ports')
    const { pack, draft: id } = c.req.valid('param')
    const draft = await requireDraft(sql, pack, id)
    c.header('etag', draftETag(draft))
    const checked = draft.status === 'discarded' ? WITHOUT_FILES : await checkFiles(sql, await readDraftFiles(sql, id))
    return c.json({ draft, ...checked }, 200)
  })
  .openapi(readFileRoute, async (c) => {
    const { pack, draft: id } = c.req.valid('param')
    const { sql } = c.get('ports')
    const draft = await requireDraft(sql, pack, id)
    const files = await readDraftFiles(sql, draft.id)
    const { path } = c.req.valid('query')
    if (!Object.hasOwn(files, path)) throw new ProblemError('no-such-file')
    c.header('etag', draftETag(draft))
    return c.body(files[path]!, 200, { 'content-type': 'application/json; charset=utf-8' })
  })
  .openapi(saveFileRoute, async (c) => {
    const { path } = c.req.valid('query')
    const { pack, draft } = c.req.valid('param')
    if (!isPackPath(path)) throw new ProblemError('unknown-file', [{ in: 'query', ...unknownFilePlace('/path') }])
    return c.json(await save(c, pack, draft, { files: { [path]: await c.req.text() } }), 200)
  })
  .openapi(saveFilesRoute, async (c) => {
    const { pack, draft } = c.req.valid('param')
    const changes = c.req.valid('json')
    if (Object.keys(changes.files).length === 0) throw noFiles()
    return c.json(await save(c, pack, draft, changes), 200)
  })
  .openapi(discardRoute, async (c) => {
    const { sql } = c.get('ports')
    const { pack, draft: id } = c.req.valid('param')
    const seen = await matchDraftRevision(c, pack, id)
    const { body } = await performWrite(c, async (at) => {
      const change = await discardDraft(sql, seen, at)
      return { ...change, result: { status: 200, body: change.result, etag: draftETag(change.result) } }
    })
    return c.json(body, 200)
  })

async function save(c: Context<AppEnv>, pack: string, id: string, changes: DraftChanges) {
  const { sql, draftQuota } = c.get('ports')
  const seen = await matchDraftRevision(c, pack, id)
  const check = checkOnce(sql)
  const { body } = await performWrite(c, async (at) => {
    const change = await saveDraftFiles(sql, draftQuota, c.get('caller'), seen, changes, at)
    return { ...change, result: await replyWith(check, 200, change.result) }
  })
  return body
}

type CheckFiles = (files: PackFiles) => ReturnType<typeof checkFiles>

async function replyWith(check: CheckFiles, status: 200 | 201, { draft, files }: DraftWithFiles) {
  return { status, body: { draft, ...(await check(files)) }, etag: draftETag(draft) }
}

/** Checks the files of one write once: they are the same however often the write is attempted. */
function checkOnce(sql: SqlPort): CheckFiles {
  let checked: ReturnType<typeof checkFiles> | undefined
  return (files) => (checked ??= checkFiles(sql, files))
}

async function checkFiles(sql: SqlPort, texts: PackFiles) {
  const { source } = await candidateSource(sql, texts)
  const files = Object.entries(digestsOf(texts)).map(([path, { sha256 }]) => ({
    path,
    sha256,
    bytes: utf8Length(texts[path]!),
  }))
  const { diagnostics, lints } = checkPack(source)
  return { files, diagnostics: [...diagnostics], lints: lints() }
}

function noFiles(): ProblemError {
  return new ProblemError('invalid-request', [
    {
      pointer: '/files',
      code: 'empty',
      detail: { zh: '请至少给出一个要保存或删除的文件。', en: 'Give at least one file to save or remove.' },
    },
  ])
}
