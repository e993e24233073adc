import { createRoute, OpenAPIHono } from '@hono/zod-openapi'
import type { Detail, EvaluateOptions } from '@tiaoli/engine'
import { z } from 'zod'
import type { AppEnv } from '../env.ts'
import { invalidRequest } from '../invalid.ts'
import { jsonBody } from '../json-body.ts'
import { findPack } from '../packs.ts'
import { declareProblems } from '../problem.ts'
import { evaluationSchema } from '../schema/evaluation.ts'
import { reportSchema } from '../schema/report.ts'

/** The most findings of one answer. An isolate has 128 MB, and a finding with its reasons takes some 5 kB of them. */
const LARGEST: Readonly<Record<Detail, number>> = { verdicts: 200_000, findings: 10_000, trace: 5_000 }
const LARGEST_REFERENCE = 10_000

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
  const { runtime, ledger, ...rest } = c.req.valid('json')
  const options = { ...rest, maxFindings: LARGEST[rest.detail ?? 'findings'] } as EvaluateOptions
  if (runtime !== 'json-rules-engine') return c.json(policy.evaluate(ledger, options), 200)
  // The compiled runtime counts first: json-rules-engine takes about 0.3 ms for each verdict.
  policy.evaluate(ledger, { ...options, detail: 'verdicts', maxFindings: LARGEST_REFERENCE })
  return c.json(await reference.evaluate(ledger, options), 200)
})
