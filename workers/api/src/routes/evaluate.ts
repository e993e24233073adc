import { createRoute } from '@hono/zod-openapi'
import type { Detail, EvaluateOptions } from '@tiaoli/engine'
import { compiledFor, editionFor } from '../http/edition.ts'
import { guard } from '../http/guard.ts'
import { jsonBody } from '../http/json-body.ts'
import { json, jsonRequest, problems } from '../http/responses.ts'
import { router } from '../http/router.ts'
import { packParam } from '../schema/edition.ts'
import { evaluationSchema } from '../schema/evaluation.ts'
import { evaluatedSchema } from '../schema/report.ts'

/** The most findings of one answer. An isolate has 128 MB, and a finding with its reasons takes some 5 kB of them. */
const LARGEST: Readonly<Record<Detail, number>> = { verdicts: 200_000, findings: 10_000, trace: 5_000 }
const LARGEST_REFERENCE = 10_000

const route = createRoute({
  method: 'post',
  path: '/v1/packs/{pack}/evaluate',
  tags: ['evaluation'],
  summary: 'Evaluates a ledger: which requirements are met, why, what is missing, what would cure it',
  middleware: [guard('evaluate'), jsonBody],
  request: { params: packParam, body: jsonRequest(evaluationSchema) },
  responses: {
    200: json('The findings, and which rules gave them', evaluatedSchema),
    ...problems(400, 404, 413, 415, 422),
  },
})

export const evaluate = router(Object.keys(evaluationSchema.shape)).openapi(route, async (c) => {
  const { runtime, ledger, version, ...rest } = c.req.valid('json')
  const edition = await editionFor(c, c.req.valid('param').pack, version, 'body')
  const compiled = await compiledFor(c, edition)
  const { policy } = compiled
  const options = { ...rest, maxFindings: LARGEST[rest.detail ?? 'findings'] } as EvaluateOptions
  if (runtime !== 'json-rules-engine') return c.json({ edition, ...policy.evaluate(ledger, options) }, 200)
  // The compiled runtime counts first: json-rules-engine takes about 0.3 ms for each verdict.
  policy.evaluate(ledger, { ...options, detail: 'verdicts', maxFindings: LARGEST_REFERENCE })
  return c.json({ edition, ...(await compiled.reference.evaluate(ledger, options)) }, 200)
})
