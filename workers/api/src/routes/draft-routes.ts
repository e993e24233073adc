import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { z } from 'zod'
import type { AppEnv } from '../platform/ports.ts'
import { guard } from '../http/require-permission.ts'
import { etagOf, seenDraft } from '../http/match-draft-revision.ts'
import { fileBody, jsonBody } from '../http/read-body.ts'
import { ProblemError } from '../problem/problem-error.ts'
import { CHANGE_PROBLEMS, json, jsonRequest, problems, text } from '../http/openapi-responses.ts'
import { router } from '../http/router.ts'
import { idempotent, write } from '../http/perform-write.ts'
import { checkPack } from '../registry/check-pack.ts'
import { draftFiles, findDraft, listDrafts } from '../registry/draft-store.ts'
import { createDraft, discardDraft, saveFiles, type Edited } from '../registry/edit-draft.ts'
import { bytesOf, isPackPath, unknownFile, type Files } from '../registry/pack-files.ts'
import { withDigests } from '../registry/insert-version.ts'
import { candidateOf } from '../registry/pack-source.ts'
import {
  checkedDraftSchema,
  draftSchema,
  draftStatusSchema,
  fileTextsSchema,
  newDraftSchema,
} from '../schema/draft-schema.ts'
import { newPackParam, packParam } from '../schema/edition-schema.ts'
import { changeHeaders, writeHeaders } from '../schema/write-schema.ts'
import type { SqlPort } from '../storage/sql-port.ts'
import { EXAMPLES } from '../schema/request-examples.ts'

export const draftParams = packParam.extend({ draft: z.string().max(40) })
const pathQuery = z.strictObject({ path: z.string().max(100).meta({ example: 'profiles/strict.json' }) })
const filesSchema = z.strictObject({ files: fileTextsSchema }).meta({ id: 'FilesRequest' })

const listRoute = createRoute({
  method: 'get',
  path: '/v1/packs/{pack}/drafts',
  tags: ['drafts'],
  summary: 'The drafts of a pack, the newest first',
  middleware: [guard('review')],
  request: {
    params: packParam,
    query: z.strictObject({
      status: draftStatusSchema.optional(),
      before: z.string().max(40).optional().meta({ description: '`next` of the page before' }),
    }),
  },
  responses: {
    200: json('Drafts, at most 50', z.object({ drafts: z.array(draftSchema), next: z.string().nullable() })),
    ...problems(),
  },
})

const createDraftRoute = createRoute({
  method: 'post',
  path: '/v1/packs/{pack}/drafts',
  tags: ['drafts'],
  summary: 'Begins a draft, from a version or as a new pack',
  middleware: [guard('edit', 'write'), jsonBody, idempotent],
  request: { params: newPackParam, headers: writeHeaders, body: jsonRequest(newDraftSchema, EXAMPLES.draft) },
  responses: {
    201: json('The draft, checked; its ETag is needed to change it', checkedDraftSchema),
    ...problems(400, 404, 409, 413, 415),
  },
})

const readRoute = createRoute({
  method: 'get',
  path: '/v1/packs/{pack}/drafts/{draft}',
  tags: ['drafts'],
  summary: 'A draft and what is wrong with it',
  middleware: [guard('review')],
  request: { params: draftParams },
  responses: { 200: json('The draft, checked', checkedDraftSchema), ...problems(404) },
})

const readFileRoute = createRoute({
  method: 'get',
  path: '/v1/packs/{pack}/drafts/{draft}/file',
  tags: ['drafts'],
  summary: 'A file of a draft, as it was written',
  middleware: [guard('review')],
  request: { params: draftParams, query: pathQuery },
  responses: {
    200: text('The text as it was saved, faults and all: a PackFile once it has none', {
      'application/json': z.unknown(),
    }),
    ...problems(404),
  },
})

const saveFileRoute = createRoute({
  method: 'put',
  path: '/v1/packs/{pack}/drafts/{draft}/file',
  tags: ['drafts'],
  summary: 'Saves a file of a draft and tells what is wrong, by line and column',
  middleware: [guard('edit', 'write'), fileBody, idempotent],
  request: {
    params: draftParams,
    query: pathQuery,
    headers: changeHeaders,
    body: {
      required: true,
      description: 'The file as it is; what is wrong with it is saved too, and told',
      // No zod schema, by which it would be parsed and refused.
      content: { 'application/json': { schema: { $ref: '#/components/schemas/PackFile' } } },
    },
  },
  responses: {
    200: json('It is saved, faults and all', checkedDraftSchema),
    ...CHANGE_PROBLEMS,
  },
})

const saveFilesRoute = createRoute({
  method: 'patch',
  path: '/v1/packs/{pack}/drafts/{draft}/files',
  tags: ['drafts'],
  summary: 'Saves and removes several files of a draft at once',
  middleware: [guard('edit', 'write'), jsonBody, idempotent],
  request: { params: draftParams, headers: changeHeaders, body: jsonRequest(filesSchema, EXAMPLES.files) },
  responses: {
    200: json('They are saved, faults and all', checkedDraftSchema),
    ...CHANGE_PROBLEMS,
  },
})

const discardRoute = createRoute({
  method: 'delete',
  path: '/v1/packs/{pack}/drafts/{draft}',
  tags: ['drafts'],
  summary: 'Gives a draft up; it stays readable',
  middleware: [guard('edit', 'write'), idempotent],
  request: { params: draftParams, headers: changeHeaders },
  responses: { 200: json('It is given up', draftSchema), ...problems(400, 404, 409, 412, 413, 428) },
})

const PAGE = 50

export const drafts = router(Object.keys(newDraftSchema.shape))
  .openapi(listRoute, async (c) => {
    const { status, before } = c.req.valid('query')
    const found = await listDrafts(c.get('ports').sql, c.req.valid('param').pack, { status, before, limit: PAGE + 1 })
    const page = found.slice(0, PAGE)
    return c.json({ drafts: page, next: found.length > PAGE ? page.at(-1)!.id : null }, 200)
  })
  .openapi(createDraftRoute, async (c) => {
    const { sql } = c.get('ports')
    const { pack } = c.req.valid('param')
    const check = checkOnce(sql)
    const { body } = await write(c, async (at) => {
      const change = await createDraft(sql, c.get('caller'), pack, c.req.valid('json'), at)
      const location = `/v1/packs/${pack}/drafts/${change.answer.draft.id}`
      return { ...change, answer: { ...(await replyOf(check, 201, change.answer)), location } }
    })
    return c.json(body, 201)
  })
  .openapi(readRoute, async (c) => {
    const { sql } = c.get('ports')
    const { pack, draft: id } = c.req.valid('param')
    const draft = await findDraft(sql, pack, id)
    c.header('etag', etagOf(draft))
    return c.json({ draft, ...(await checkFiles(sql, await draftFiles(sql, id))) }, 200)
  })
  .openapi(readFileRoute, async (c) => {
    const { pack, draft: id } = c.req.valid('param')
    const { sql } = c.get('ports')
    const draft = await findDraft(sql, pack, id)
    const files = await draftFiles(sql, draft.id)
    const { path } = c.req.valid('query')
    if (!Object.hasOwn(files, path)) throw new ProblemError('no-such-file')
    c.header('etag', etagOf(draft))
    return c.body(files[path]!, 200, { 'content-type': 'application/json; charset=utf-8' })
  })
  .openapi(saveFileRoute, async (c) => {
    const { path } = c.req.valid('query')
    const { pack, draft } = c.req.valid('param')
    if (!isPackPath(path)) throw new ProblemError('unknown-file', [{ ...unknownFile('/path'), in: 'query' }])
    return c.json(await save(c, pack, draft, { [path]: await c.req.text() }), 200)
  })
  .openapi(saveFilesRoute, async (c) => {
    const { pack, draft } = c.req.valid('param')
    const { files } = c.req.valid('json')
    if (Object.keys(files).length === 0) throw nothingToSave()
    return c.json(await save(c, pack, draft, files), 200)
  })
  .openapi(discardRoute, async (c) => {
    const { sql } = c.get('ports')
    const { pack, draft: id } = c.req.valid('param')
    const seen = await seenDraft(c, pack, id)
    const { body } = await write(c, async (at) => {
      const change = await discardDraft(sql, seen, at)
      return { ...change, answer: { status: 200, body: change.answer, etag: etagOf(change.answer) } }
    })
    return c.json(body, 200)
  })

async function save(c: Context<AppEnv>, pack: string, id: string, files: Readonly<Record<string, string | null>>) {
  const { sql } = c.get('ports')
  const seen = await seenDraft(c, pack, id)
  const check = checkOnce(sql)
  const { body } = await write(c, async (at) => {
    const change = await saveFiles(sql, c.get('caller'), seen, files, at)
    return { ...change, answer: await replyOf(check, 200, change.answer) }
  })
  return body
}

type CheckFiles = (files: Files) => ReturnType<typeof checkFiles>

async function replyOf(check: CheckFiles, status: 200 | 201, { draft, files }: Edited) {
  return { status, body: { draft, ...(await check(files)) }, etag: etagOf(draft) }
}

/** Checks the files of one write: however often it is tried, they are the same. */
function checkOnce(sql: SqlPort): CheckFiles {
  let found: ReturnType<typeof checkFiles> | undefined
  return (files) => (found ??= checkFiles(sql, files))
}

/** Files, and what is wrong with them now. */
async function checkFiles(sql: SqlPort, texts: Files) {
  const { source } = await candidateOf(sql, texts)
  const files = Object.entries(withDigests(texts)).map(([path, { sha256 }]) => ({
    path,
    sha256,
    bytes: bytesOf(texts[path]!),
  }))
  const { diagnostics, lints } = checkPack(source)
  return { files, diagnostics: [...diagnostics], lints: lints() }
}

function nothingToSave(): ProblemError {
  return new ProblemError('invalid-request', [
    {
      pointer: '/files',
      code: 'empty',
      detail: { zh: '请至少给出一个要保存或删去的文件。', en: 'Name at least one file to save or to remove.' },
    },
  ])
}
