import { createRoute, OpenAPIHono } from '@hono/zod-openapi'
import { z } from 'zod'
import type { AppEnv } from '../env.ts'
import { invalidRequest } from '../invalid.ts'
import { jsonBody } from '../json-body.ts'
import { findPack } from '../packs.ts'
import { declareProblems } from '../problem.ts'
import { evaluationSchema } from '../schema/evaluation.ts'
import { reportSchema } from '../schema/report.ts'

const route = createRoute({
  method: 'post',
  path: '/v1/packs/{pack}/evaluate',
  summary: 'Evaluates a ledger: which requirements are met, why, what is missing, what would cure it',
  middleware: [jsonBody],
  request: {
    params: z.object({ pack: z.string() }),
    body: { required: true, content: { 'application/json': { schema: evaluationSchema } } },
  },
  responses: {
    200: { description: 'The findings', content: { 'application/json': { schema: reportSchema } } },
    ...declareProblems(400, 404, 413, 415, 422),
  },
})

export const evaluate = new OpenAPIHono<AppEnv>({
  defaultHook: (result) => {
    if (!result.success) throw invalidRequest(result.error, Object.keys(evaluationSchema.shape))
  },
}).openapi(route, async (c) => {
  const { policy, reference } = findPack(c.req.valid('param').pack)
  const { runtime, ledger, ...options } = c.req.valid('json')
  const report =
    runtime === 'json-rules-engine' ? await reference.evaluate(ledger, options) : policy.evaluate(ledger, options)
  return c.json(report, 200)
})
