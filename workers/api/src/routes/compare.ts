import { createRoute } from '@hono/zod-openapi'
import type { EvaluateOptions, Policy } from '@tiaoli/engine'
import type { Context } from 'hono'
import { z } from 'zod'
import type { AppEnv } from '../env.ts'
import { candidateFiles } from '../http/candidate.ts'
import { compiledFor, editionFor } from '../http/edition.ts'
import { guard } from '../http/guard.ts'
import { jsonBody } from '../http/json-body.ts'
import { ProblemError } from '../http/problem.ts'
import { json, jsonRequest, problems } from '../http/responses.ts'
import { router } from '../http/router.ts'
import { checkPack } from '../registry/check.ts'
import { compareOn } from '../registry/compare.ts'
import { candidateOf } from '../registry/sources.ts'
import { candidateSchema, type Candidate } from '../schema/candidate.ts'
import { comparisonSchema } from '../schema/comparison.ts'
import { editionSchema, packParam, versionNumber } from '../schema/edition.ts'
import { evaluationSchema } from '../schema/evaluation.ts'

const LISTED = 5000
const MOST_FINDINGS = 200_000

const bodySchema = evaluationSchema
  .pick({ asOf: true, profile: true, parameters: true, requirements: true, periods: true, ledger: true })
  .extend({
    from: versionNumber.optional().meta({ description: 'The version to compare with; the published one if left out' }),
    to: candidateSchema,
  })
  .meta({ id: 'CompareRequest' })

const route = createRoute({
  method: 'post',
  path: '/v1/packs/{pack}/compare',
  tags: ['evaluation'],
  summary: 'What another version, a draft or changed files would decide otherwise for a ledger',
  middleware: [guard('evaluate'), jsonBody],
  request: { params: packParam, body: jsonRequest(bodySchema) },
  responses: {
    200: json(
      'The findings that change',
      comparisonSchema.extend({ from: editionSchema, to: z.object({ sha256: z.string() }) }),
    ),
    ...problems(400, 404, 413, 415, 422),
  },
})

export const compare = router(Object.keys(bodySchema.shape)).openapi(route, async (c) => {
  const { from, to, ledger, ...rest } = c.req.valid('json')
  const { pack } = c.req.valid('param')
  const edition = await editionFor(c, pack, from, 'body', '/from')
  const { policy: before } = await compiledFor(c, edition)
  const after = await policyOf(c, pack, to)
  const options = { ...rest, maxFindings: MOST_FINDINGS } as EvaluateOptions
  const comparison = compareOn([before, after], ledger, options, LISTED)
  return c.json({ from: edition, to: { sha256: after.sha256 }, ...comparison }, 200)
})

async function policyOf(c: Context<AppEnv>, pack: string, to: Candidate): Promise<Policy> {
  if ('version' in to && !('files' in to) && to.version !== undefined) {
    const edition = await editionFor(c, pack, to.version, 'body', '/to/version')
    return (await compiledFor(c, edition)).policy
  }
  const { source } = await candidateOf(c.get('ports').sql, await candidateFiles(c, pack, to, '/to'))
  const { compiled, diagnostics } = checkPack(source)
  if (!compiled) throw new ProblemError('faulty-pack', [], { diagnostics })
  return compiled.policy
}
