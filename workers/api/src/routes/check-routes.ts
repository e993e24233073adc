import { createRoute } from '@hono/zod-openapi'
import { OwnLanguages } from '@tiaoli/engine/plan'
import { candidateFiles } from '../http/candidate-files.ts'
import { createRouter } from '../http/create-router.ts'
import {
  authorizedProblems,
  JSON_BODY_PROBLEMS,
  LOADING_PROBLEMS,
  PACK_FILES_PROBLEMS,
} from '../http/declared-problems.ts'
import { jsonRequest, jsonResponse } from '../http/openapi-responses.ts'
import { readJsonBody } from '../http/read-body.ts'
import { requirePermission } from '../http/require-permission.ts'
import { checkPack } from '../registry/check-pack.ts'
import { candidateSource } from '../registry/pack-source.ts'
import { runCases } from '../registry/run-cases.ts'
import { checkRequestSchema, checkSchema } from '../schema/check-schema.ts'
import { packParam } from '../schema/edition-schema.ts'
import { REQUEST_EXAMPLES } from '../schema/request-examples.ts'

const route = createRoute({
  method: 'post',
  path: '/v1/packs/{pack}/check',
  operationId: 'checkRules',
  tags: ['drafts'],
  summary: 'Check pack files and run their cases without storing anything',
  middleware: [requirePermission('evaluate'), readJsonBody],
  request: { params: packParam, body: jsonRequest(checkRequestSchema, REQUEST_EXAMPLES.check) },
  responses: {
    200: jsonResponse('Errors by file, line and column, and failing cases', checkSchema),
    ...authorizedProblems(
      ...JSON_BODY_PROBLEMS,
      'unknown-pack',
      'unknown-draft',
      ...PACK_FILES_PROBLEMS,
      ...LOADING_PROBLEMS,
    ),
  },
})

export const checkRoutes = createRouter(checkRequestSchema.shape).openapi(route, async (c) => {
  const { candidate, runtimes, texts = {} } = c.req.valid('json')
  const { pack } = c.req.valid('param')
  const files = await candidateFiles(c, pack, candidate, '/candidate')
  const { source } = await candidateSource(c.get('ports').sql, files)
  const { diagnostics, compiled, lints } = checkPack(source, { texts: new Map(Object.entries(texts)) })
  if (!compiled) return c.json({ ok: false, diagnostics: [...diagnostics], lints: [], cases: null, sha256: null }, 200)
  const cases = await runCases(compiled, runtimes)
  const { plan, sha256 } = compiled.policy
  const own = new OwnLanguages(plan.reading)
  return c.json(own.of({ ok: cases.failed === 0, diagnostics: [], lints: lints(), cases, sha256 }), 200)
})
