import { createRoute } from '@hono/zod-openapi'
import { amend, ScaffoldError } from '@tiaoli/authoring'
import { OwnLanguages, completeText } from '@tiaoli/engine/plan'
import { authorizedProblems, JSON_BODY_PROBLEMS, LOADING_PROBLEMS } from '../http/declared-problems.ts'
import { createRouter } from '../http/create-router.ts'
import { jsonRequest, jsonResponse } from '../http/openapi-responses.ts'
import { readJsonBody } from '../http/read-body.ts'
import { compiledEdition, requestedEdition } from '../http/requested-edition.ts'
import { requirePermission } from '../http/require-permission.ts'
import { ProblemError } from '../problem/problem-error.ts'
import { loadVersion } from '../registry/pack-source.ts'
import { amendRequestSchema, dossierSchema } from '../schema/amend-schema.ts'
import { packParam } from '../schema/edition-schema.ts'
import { REQUEST_EXAMPLES } from '../schema/request-examples.ts'

const route = createRoute({
  method: 'post',
  path: '/v1/packs/{pack}/amend',
  operationId: 'amendRules',
  tags: ['drafts'],
  summary: 'Lay a new text beside a document of the pack, and list what rests on the clauses that it changes',
  middleware: [requirePermission('evaluate'), readJsonBody],
  request: { params: packParam, body: jsonRequest(amendRequestSchema, REQUEST_EXAMPLES.amend) },
  responses: {
    200: jsonResponse('The changed clauses, what rests on them, and a draft of the new document', dossierSchema),
    ...authorizedProblems('unknown-pack', ...JSON_BODY_PROBLEMS, ...LOADING_PROBLEMS),
  },
})

export const amendRoutes = createRouter(amendRequestSchema.shape).openapi(route, async (c) => {
  const { version, amends, reading, title, number, ...rest } = c.req.valid('json')
  const edition = await requestedEdition(c, c.req.valid('param').pack, version, 'body')
  const { policy } = await compiledEdition(c, edition)
  const { source } = await loadVersion(c.get('ports').sql, edition)
  const amendment = {
    ...rest,
    ...(amends === undefined ? {} : { amends }),
    ...(reading === undefined ? {} : { reading }),
    ...(title === undefined ? {} : { title: completeText(title) }),
    ...(number === undefined ? {} : { number }),
  }
  try {
    return c.json(new OwnLanguages(policy.plan.pack.languages).of(amend(source, policy, amendment)), 200)
  } catch (error) {
    if (!(error instanceof ScaffoldError)) throw error
    const pointer = error.code === 'name-taken' ? '/id' : '/amends'
    throw new ProblemError('invalid-request', [{ pointer, code: error.code, detail: error.text }])
  }
})
