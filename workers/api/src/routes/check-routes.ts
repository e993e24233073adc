import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { candidateFiles } from '../http/candidate-files.ts'
import { guard } from '../http/require-permission.ts'
import { jsonBody } from '../http/read-body.ts'
import { json, jsonRequest, problems } from '../http/openapi-responses.ts'
import { router } from '../http/router.ts'
import { checkPack, runCases } from '../registry/check-pack.ts'
import { candidateOf } from '../registry/pack-source.ts'
import { candidateSchema } from '../schema/candidate-schema.ts'
import { checkSchema } from '../schema/check-schema.ts'
import { packParam } from '../schema/edition-schema.ts'
import { EXAMPLES } from '../schema/request-examples.ts'

const bodySchema = z
  .strictObject({
    candidate: candidateSchema,
    runtimes: z
      .array(z.enum(['compiled', 'json-rules-engine']))
      .max(2)
      .default(['compiled'])
      .meta({ description: 'On which runtimes to run the cases; none to leave them out' }),
  })
  .meta({ id: 'CheckRequest' })

const route = createRoute({
  method: 'post',
  path: '/v1/packs/{pack}/check',
  tags: ['drafts'],
  summary: 'What is wrong with pack files, by line and column, and which of their cases fail; nothing is stored',
  middleware: [guard('evaluate'), jsonBody],
  request: { params: packParam, body: jsonRequest(bodySchema, EXAMPLES.check) },
  responses: { 200: json('What was found', checkSchema), ...problems(400, 404, 413, 415) },
})

export const check = router(Object.keys(bodySchema.shape)).openapi(route, async (c) => {
  const { candidate, runtimes } = c.req.valid('json')
  const { pack } = c.req.valid('param')
  const files = await candidateFiles(c, pack, candidate, '/candidate')
  const { source } = await candidateOf(c.get('ports').sql, files)
  const { diagnostics, compiled, lints } = checkPack(source)
  if (!compiled) return c.json({ ok: false, diagnostics: [...diagnostics], lints: [], cases: null, sha256: null }, 200)
  const cases = await runCases(compiled, runtimes)
  const { sha256 } = compiled.policy
  return c.json({ ok: cases.failed === 0, diagnostics: [], lints: lints(), cases, sha256 }, 200)
})
