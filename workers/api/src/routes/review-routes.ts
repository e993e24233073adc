import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { allows } from '../access/roles.ts'
import type { AuditedWrite } from '../audit/commit-with-audit.ts'
import type { AppEnv } from '../http/app-env.ts'
import { createRouter } from '../http/create-router.ts'
import {
  authorizedProblems,
  DRAFT_CHANGE_PROBLEMS,
  EVALUATION_PROBLEMS,
  JSON_BODY_PROBLEMS,
  LOADING_PROBLEMS,
} from '../http/declared-problems.ts'
import { draftETag, matchDraftRevision } from '../http/match-draft-revision.ts'
import { jsonRequest, jsonResponse } from '../http/openapi-responses.ts'
import { performWrite } from '../http/perform-write.ts'
import { readJsonBody } from '../http/read-body.ts'
import { replayIdempotent } from '../http/replay-idempotent.ts'
import { missingRole, requirePermission, requireValidToken } from '../http/require-permission.ts'
import { approveDraft } from '../registry/approve-draft.ts'
import type { Draft } from '../registry/draft-store.ts'
import { rejectDraft } from '../registry/reject-draft.ts'
import { examineDraft, submitDraft } from '../registry/submit-draft.ts'
import {
  approveRequestSchema,
  draftParams,
  draftSchema,
  rejectRequestSchema,
  submitRequestSchema,
} from '../schema/draft-schema.ts'
import { REQUEST_EXAMPLES } from '../schema/request-examples.ts'
import { draftChangeHeaders } from '../schema/write-schema.ts'

const REVIEW_PROBLEMS = [...JSON_BODY_PROBLEMS, ...DRAFT_CHANGE_PROBLEMS] as const

const submitRoute = createRoute({
  method: 'post',
  path: '/v1/packs/{pack}/drafts/{draft}/submit',
  operationId: 'submitDraft',
  tags: ['drafts'],
  summary: 'Submit a draft for approval if it has no errors and its cases pass on both runtimes',
  middleware: [requirePermission('edit', 'write'), readJsonBody, requireValidToken, replayIdempotent],
  request: {
    params: draftParams,
    headers: draftChangeHeaders,
    body: jsonRequest(submitRequestSchema, REQUEST_EXAMPLES.submit),
  },
  responses: {
    200: jsonResponse('The draft, with what approvers should know', draftSchema),
    ...authorizedProblems(
      ...REVIEW_PROBLEMS,
      'draft-not-open',
      'failing-cases',
      ...LOADING_PROBLEMS,
      ...EVALUATION_PROBLEMS,
    ),
  },
})

const approveRoute = createRoute({
  method: 'post',
  path: '/v1/packs/{pack}/drafts/{draft}/approve',
  operationId: 'approveDraft',
  tags: ['drafts'],
  summary: 'Approve a submitted draft, which makes it a version; its authors cannot',
  middleware: [requirePermission('approve', 'write'), readJsonBody, requireValidToken, replayIdempotent],
  request: {
    params: draftParams,
    headers: draftChangeHeaders,
    body: jsonRequest(approveRequestSchema, REQUEST_EXAMPLES.approve),
  },
  responses: {
    200: jsonResponse('The draft, with the number of its version', draftSchema),
    ...authorizedProblems(
      ...REVIEW_PROBLEMS,
      'draft-not-submitted',
      'own-draft',
      'used-pack-changed',
      'compared-with-other',
      'submission-differs',
      ...LOADING_PROBLEMS,
    ),
  },
})

const rejectRoute = createRoute({
  method: 'post',
  path: '/v1/packs/{pack}/drafts/{draft}/reject',
  operationId: 'rejectDraft',
  tags: ['drafts'],
  summary: 'Send a submitted draft back for editing; its authors may do so too',
  middleware: [requirePermission('review', 'write'), readJsonBody, requireValidToken, replayIdempotent],
  request: {
    params: draftParams,
    headers: draftChangeHeaders,
    body: jsonRequest(rejectRequestSchema, REQUEST_EXAMPLES.reject),
  },
  responses: {
    200: jsonResponse('The draft, open again', draftSchema),
    ...authorizedProblems(...REVIEW_PROBLEMS, 'draft-not-submitted'),
  },
})

export const reviewRoutes = createRouter({
  ...submitRequestSchema.shape,
  ...approveRequestSchema.shape,
  ...rejectRequestSchema.shape,
})
  .openapi(submitRoute, async (c) => {
    const { sql } = c.get('ports')
    const { pack, draft } = c.req.valid('param')
    const seen = await matchDraftRevision(c, pack, draft)
    c.set('requestPlaces', { files: null })
    const examination = await examineDraft(sql, seen, c.req.valid('json').compareOn)
    return c.json(await changeDraft(c, (at) => submitDraft(sql, c.get('caller'), seen, examination, at)), 200)
  })
  .openapi(approveRoute, async (c) => {
    const { pack, draft } = c.req.valid('param')
    const seen = await matchDraftRevision(c, pack, draft)
    const { reason } = c.req.valid('json')
    return c.json(
      await changeDraft(c, (at) => approveDraft(c.get('ports').sql, c.get('caller'), seen, reason, at)),
      200,
    )
  })
  .openapi(rejectRoute, async (c) => {
    const { pack, draft } = c.req.valid('param')
    const seen = await matchDraftRevision(c, pack, draft)
    const caller = c.get('caller')
    if (!allows(caller.roles, 'approve') && !seen.authors.includes(caller.name)) throw missingRole('approve')
    const { reason } = c.req.valid('json')
    return c.json(await changeDraft(c, (at) => rejectDraft(c.get('ports').sql, caller, seen, reason, at)), 200)
  })

async function changeDraft(c: Context<AppEnv>, decide: (at: string) => Promise<AuditedWrite<Draft>>): Promise<Draft> {
  const { body } = await performWrite(c, async (at) => {
    const change = await decide(at)
    return { ...change, result: { status: 200, body: change.result, etag: draftETag(change.result) } }
  })
  return body
}
