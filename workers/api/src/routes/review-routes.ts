import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { z } from 'zod'
import { allows } from '../access/roles.ts'
import type { AppEnv } from '../platform/ports.ts'
import { guard, lacksRole } from '../http/require-permission.ts'
import { etagOf, seenDraft } from '../http/match-draft-revision.ts'
import { jsonBody } from '../http/read-body.ts'
import { CHANGE_PROBLEMS, json, jsonRequest } from '../http/openapi-responses.ts'
import { router } from '../http/router.ts'
import { idempotent, write } from '../http/perform-write.ts'
import type { Change } from '../audit/commit-change.ts'
import type { Draft } from '../registry/draft-store.ts'
import { approveDraft, examine, rejectDraft, submitDraft } from '../registry/review-draft.ts'
import { draftSchema, rejectSchema, submitSchema } from '../schema/draft-schema.ts'
import { changeHeaders } from '../schema/write-schema.ts'
import { draftParams } from './draft-routes.ts'
import { EXAMPLES } from '../schema/request-examples.ts'

const submitRoute = createRoute({
  method: 'post',
  path: '/v1/packs/{pack}/drafts/{draft}/submit',
  tags: ['drafts'],
  summary: 'Hands a draft to the approvers, if it has no fault and its cases hold on both runtimes',
  middleware: [guard('edit', 'write'), jsonBody, idempotent],
  request: { params: draftParams, headers: changeHeaders, body: jsonRequest(submitSchema, EXAMPLES.submit) },
  responses: {
    200: json('It is submitted, with what approvers should know', draftSchema),
    ...CHANGE_PROBLEMS,
  },
})

const approveRoute = createRoute({
  method: 'post',
  path: '/v1/packs/{pack}/drafts/{draft}/approve',
  tags: ['drafts'],
  summary: 'Makes a submitted draft a version, ready to be published; not by anyone who changed it',
  middleware: [guard('approve', 'write'), jsonBody, idempotent],
  request: { params: draftParams, headers: changeHeaders, body: jsonRequest(z.strictObject({}), EXAMPLES.approve) },
  responses: {
    200: json('It is a version', draftSchema),
    ...CHANGE_PROBLEMS,
  },
})

const rejectRoute = createRoute({
  method: 'post',
  path: '/v1/packs/{pack}/drafts/{draft}/reject',
  tags: ['drafts'],
  summary: 'Sends a submitted draft back to be edited; also its authors may, to take it back',
  middleware: [guard('review', 'write'), jsonBody, idempotent],
  request: { params: draftParams, headers: changeHeaders, body: jsonRequest(rejectSchema, EXAMPLES.reject) },
  responses: {
    200: json('It is open again', draftSchema),
    ...CHANGE_PROBLEMS,
  },
})

export const review = router(['compareOn', 'reason'])
  .openapi(submitRoute, async (c) => {
    const { sql } = c.get('ports')
    const { pack, draft } = c.req.valid('param')
    const seen = await seenDraft(c, pack, draft)
    const examined = await examine(sql, seen, c.req.valid('json').compareOn)
    return c.json(await change(c, (at) => submitDraft(sql, c.get('caller'), seen, examined, at)), 200)
  })
  .openapi(approveRoute, async (c) => {
    const { pack, draft } = c.req.valid('param')
    const seen = await seenDraft(c, pack, draft)
    return c.json(await change(c, (at) => approveDraft(c.get('ports').sql, c.get('caller'), seen, at)), 200)
  })
  .openapi(rejectRoute, async (c) => {
    const { pack, draft } = c.req.valid('param')
    const seen = await seenDraft(c, pack, draft)
    const caller = c.get('caller')
    if (!allows(caller.roles, 'approve') && !seen.authors.includes(caller.name)) throw lacksRole('approve')
    const { reason } = c.req.valid('json')
    return c.json(await change(c, (at) => rejectDraft(c.get('ports').sql, caller, seen, reason, at)), 200)
  })

async function change(c: Context<AppEnv>, decide: (at: string) => Promise<Change<Draft>>): Promise<Draft> {
  const { body } = await write(c, async (at) => {
    const decided = await decide(at)
    return { ...decided, answer: { status: 200, body: decided.answer, etag: etagOf(decided.answer) } }
  })
  return body
}
