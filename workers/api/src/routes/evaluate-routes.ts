import { createRoute } from '@hono/zod-openapi'
import { z } from 'zod'
import { asSent } from '../http/as-sent.ts'
import { limitAnswer } from '../http/limit-answer.ts'
import { createRouter } from '../http/create-router.ts'
import {
  authorizedProblems,
  EVALUATION_PROBLEMS,
  JSON_BODY_PROBLEMS,
  LOADING_PROBLEMS,
} from '../http/declared-problems.ts'
import { jsonRequest, jsonResponse } from '../http/openapi-responses.ts'
import { readJsonBody } from '../http/read-body.ts'
import { compiledEdition, requestedEdition } from '../http/requested-edition.ts'
import { requirePermission } from '../http/require-permission.ts'
import { withBundle } from '../http/with-bundle.ts'
import { signatureOf } from '../http/signature-of.ts'
import { MAX_DECISIONS, MAX_FINDINGS } from '../limits/finding-limits.ts'
import { packParam } from '../schema/edition-schema.ts'
import { evaluationSchema } from '../schema/evaluation-schema.ts'
import { evaluatedInLanguageSchema, evaluatedSchema } from '../schema/report-schema.ts'
import { REQUEST_EXAMPLES } from '../schema/request-examples.ts'

const route = createRoute({
  method: 'post',
  path: '/v1/packs/{pack}/evaluate',
  operationId: 'evaluateLedger',
  tags: ['evaluation'],
  summary: 'Evaluate a ledger: which requirements are met, why, and what is missing',
  middleware: [requirePermission('evaluate'), readJsonBody],
  request: { params: packParam, body: jsonRequest(evaluationSchema, REQUEST_EXAMPLES.evaluate) },
  responses: {
    200: jsonResponse(
      'The findings, and the version they are based on',
      z.union([evaluatedInLanguageSchema, evaluatedSchema]),
    ),
    ...authorizedProblems(...JSON_BODY_PROBLEMS, 'unknown-pack', ...LOADING_PROBLEMS, ...EVALUATION_PROBLEMS),
  },
})

export const evaluateRoutes = createRouter(evaluationSchema.shape).openapi(route, async (c) => {
  const { runtime = 'compiled', ledger, version, language, ...rest } = c.req.valid('json')
  const edition = await requestedEdition(c, c.req.valid('param').pack, version, 'body')
  const { policy, reference } = await compiledEdition(c, edition, language)
  const maxFindings = MAX_FINDINGS[rest.detail ?? 'findings']
  const options = { ...rest, maxFindings, maxDecisions: MAX_DECISIONS[runtime] }
  const admit = ({ findings }: { findings: readonly object[] }) => {
    c.set('logFields', { ...c.get('logFields'), findings: findings.length })
    limitAnswer(findings)
  }
  if (language === undefined) {
    const report = runtime === 'compiled' ? policy.evaluate(ledger, options) : await reference.evaluate(ledger, options)
    admit(report)
    const own = withBundle(c, report)
    return c.json(asSent({ edition, ...own, ...(await signatureOf(c, edition, own)) }), 200)
  }
  const inOne = { ...options, language }
  const report = runtime === 'compiled' ? policy.evaluate(ledger, inOne) : await reference.evaluate(ledger, inOne)
  admit(report)
  const own = withBundle(c, report)
  return c.json(asSent({ language, edition, ...own, ...(await signatureOf(c, edition, own)) }), 200)
})
