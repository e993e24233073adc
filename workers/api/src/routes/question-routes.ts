import { createRoute } from '@hono/zod-openapi'
import { nextQuestions } from '@tiaoli/engine'
import { z } from 'zod'
import { asSent } from '../http/as-sent.ts'
import { createRouter } from '../http/create-router.ts'
import {
  authorizedProblems,
  EVALUATION_PROBLEMS,
  JSON_BODY_PROBLEMS,
  LOADING_PROBLEMS,
} from '../http/declared-problems.ts'
import { inAskedLanguage } from '../http/in-asked-language.ts'
import { jsonRequest, jsonResponse } from '../http/openapi-responses.ts'
import { readJsonBody } from '../http/read-body.ts'
import { compiledEdition, requestedEdition } from '../http/requested-edition.ts'
import { requirePermission } from '../http/require-permission.ts'
import { MAX_DECISIONS, MAX_FINDINGS } from '../limits/finding-limits.ts'
import { packParam } from '../schema/edition-schema.ts'
import { questionsInLanguageSchema, questionsRequestSchema, questionsSchema } from '../schema/question-schema.ts'
import { REQUEST_EXAMPLES } from '../schema/request-examples.ts'

const route = createRoute({
  method: 'post',
  path: '/v1/packs/{pack}/next-questions',
  operationId: 'listNextQuestions',
  tags: ['evaluation'],
  summary: 'List what to ask next, so that the most findings are decided',
  middleware: [requirePermission('evaluate'), readJsonBody],
  request: { params: packParam, body: jsonRequest(questionsRequestSchema, REQUEST_EXAMPLES.questions) },
  responses: {
    200: jsonResponse('Questions, the most decisive first', z.union([questionsInLanguageSchema, questionsSchema])),
    ...authorizedProblems(...JSON_BODY_PROBLEMS, 'unknown-pack', ...LOADING_PROBLEMS, ...EVALUATION_PROBLEMS),
  },
})

export const questionRoutes = createRouter(questionsRequestSchema.shape).openapi(route, async (c) => {
  const { version, language, ledger, ...options } = c.req.valid('json')
  const edition = await requestedEdition(c, c.req.valid('param').pack, version, 'body')
  const { policy } = await compiledEdition(c, edition, language)
  const limited = { ...options, maxFindings: MAX_FINDINGS.findings, maxDecisions: MAX_DECISIONS.compiled }
  const answer = { edition, ...nextQuestions(policy, ledger, limited) }
  return c.json(asSent(inAskedLanguage(policy.plan.reading, language, answer)), 200)
})
