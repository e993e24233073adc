import { createRoute } from '@hono/zod-openapi'
import { compareFindings, compareRules, type FindingsComparison } from '@tiaoli/authoring'
import { readOptions, type EvaluateOptions, type Policy } from '@tiaoli/engine'
import type { Context } from 'hono'
import { z } from 'zod'
import type { AppEnv } from '../platform/ports.ts'
import { candidateFiles } from '../http/candidate-files.ts'
import { compiledFor, editionFor } from '../http/requested-edition.ts'
import { guard } from '../http/require-permission.ts'
import { jsonBody } from '../http/read-body.ts'
import { MOST_COMPARED } from '../limits/finding-limits.ts'
import { ProblemError } from '../problem/problem-error.ts'
import { json, jsonRequest, problems } from '../http/openapi-responses.ts'
import { router } from '../http/router.ts'
import { checkPack } from '../registry/check-pack.ts'
import type { Edition } from '../registry/version-store.ts'
import { candidateOf } from '../registry/pack-source.ts'
import { candidateSchema, type Candidate } from '../schema/candidate-schema.ts'
import { comparisonSchema } from '../schema/comparison-schema.ts'
import { editionSchema, packParam, versionNumber } from '../schema/edition-schema.ts'
import { evaluationSchema } from '../schema/evaluation-schema.ts'
import { EXAMPLES } from '../schema/request-examples.ts'

/** Flips of each transition of a requirement. */
const LISTED = 1000

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
  request: { params: packParam, body: jsonRequest(bodySchema, EXAMPLES.compare) },
  responses: {
    200: json(
      'The findings that change',
      comparisonSchema.extend({ from: editionSchema, to: z.object({ sha256: z.string() }) }),
    ),
    ...problems(400, 404, 413, 415),
  },
})

export const compare = router(Object.keys(bodySchema.shape)).openapi(route, async (c) => {
  const { from, to, ledger, ...rest } = c.req.valid('json')
  const { pack } = c.req.valid('param')
  const edition = await editionFor(c, pack, from, 'body', '/from')
  const { policy: before } = await compiledFor(c, edition)
  const after = await policyOf(c, pack, to)
  const options = { ...rest, maxFindings: MOST_COMPARED } as EvaluateOptions
  for (const { plan } of [before, after]) readOptions(plan, options) // refuses what does not fit, apart from the ledger
  const { refused, examples, ...counts } = compareFindings(before, after, ledger, options, { examples: LISTED })
  if (refused.length > 0) throw unfitLedger(refused, edition)
  const rules = compareRules(before.plan, after.plan).map(({ kind, id, text }) => ({ kind, id, text }))
  return c.json({ from: edition, to: { sha256: after.sha256 }, rules, ...counts, flips: examples }, 200)
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

/** What the new rules refuse is for the caller to correct; what only the others refuse says that it is them. */
function unfitLedger(refused: FindingsComparison['refused'], { version }: Edition): ProblemError {
  const own = refused.find(({ pack }) => pack === 'after')
  const places = (own ?? refused[0]!).problems.map(({ pointer, message }) => ({
    pointer: `/ledger${pointer}`,
    code: own ? 'unfit-ledger' : 'unfit-for-from',
    detail: own
      ? message
      : {
          zh: `作比较的第 ${version} 版不接受此处：${message.zh}`,
          en: `Version ${version}, with which to compare, does not take this: ${message.en}`,
        },
  }))
  return new ProblemError('invalid-request', places)
}
