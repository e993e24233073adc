import { createRoute } from '@hono/zod-openapi'
import { nextQuestions, type QuestionOptions } from '@tiaoli/engine'
import { compiledFor, editionFor } from '../http/requested-edition.ts'
import { guard } from '../http/require-permission.ts'
import { jsonBody } from '../http/read-body.ts'
import { MOST_FINDINGS } from '../limits/finding-limits.ts'
import { json, jsonRequest, problems } from '../http/openapi-responses.ts'
import { router } from '../http/router.ts'
import { packParam } from '../schema/edition-schema.ts'
import { questionsRequestSchema, questionsSchema } from '../schema/question-schema.ts'
import { EXAMPLES } from '../schema/request-examples.ts'

const route = createRoute({
  method: 'post',
  path: '/v1/packs/{pack}/next-questions',
  tags: ['evaluation'],
  summary: 'What to ask next so that most findings are settled',
  middleware: [guard('evaluate'), jsonBody],
  request: { params: packParam, body: jsonRequest(questionsRequestSchema, EXAMPLES.questions) },
  responses: { 200: json('The most deciding first', questionsSchema), ...problems(400, 404, 413, 415) },
})

export const questions = router(Object.keys(questionsRequestSchema.shape)).openapi(route, async (c) => {
  const { version, ledger, ...options } = c.req.valid('json')
  const edition = await editionFor(c, c.req.valid('param').pack, version, 'body')
  const { policy } = await compiledFor(c, edition)
  const limited = { ...options, maxFindings: MOST_FINDINGS.findings } as QuestionOptions
  return c.json({ edition, ...nextQuestions(policy.plan, ledger, limited) }, 200)
})
