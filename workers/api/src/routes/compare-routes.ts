import { createRoute } from '@hono/zod-openapi'
import { compareFindings, compareRules, type FindingsComparison } from '@tiaoli/authoring'
import type { Policy } from '@tiaoli/engine'
import { readOptions } from '@tiaoli/engine/runtime'
import type { Context } from 'hono'
import { z } from 'zod'
import type { AppEnv } from '../http/app-env.ts'
import { candidateFiles } from '../http/candidate-files.ts'
import { createRouter } from '../http/create-router.ts'
import {
  authorizedProblems,
  EVALUATION_PROBLEMS,
  JSON_BODY_PROBLEMS,
  LOADING_PROBLEMS,
  PACK_FILES_PROBLEMS,
} from '../http/declared-problems.ts'
import { inAskedLanguage } from '../http/in-asked-language.ts'
import { jsonRequest, jsonResponse } from '../http/openapi-responses.ts'
import { readJsonBody } from '../http/read-body.ts'
import { compiledEdition, readInLanguage, requestedEdition } from '../http/requested-edition.ts'
import { requirePermission } from '../http/require-permission.ts'
import { MAX_COMPARED_FINDINGS, MAX_DECISIONS } from '../limits/finding-limits.ts'
import { ProblemError } from '../problem/problem-error.ts'
import { checkPack } from '../registry/check-pack.ts'
import type { Edition } from '../registry/edition.ts'
import { candidateSource } from '../registry/pack-source.ts'
import type { Candidate } from '../schema/candidate-schema.ts'
import {
  comparisonInLanguageSchema,
  comparisonSchema,
  compareRequestSchema,
  MAX_LISTED_FLIPS,
} from '../schema/compare-schema.ts'
import { packParam } from '../schema/edition-schema.ts'
import { REQUEST_EXAMPLES } from '../schema/request-examples.ts'

const route = createRoute({
  method: 'post',
  path: '/v1/packs/{pack}/compare',
  operationId: 'compareRules',
  tags: ['evaluation'],
  summary: 'Compare the findings on a ledger with those of another version, a draft or changed files',
  middleware: [requirePermission('evaluate'), readJsonBody],
  request: { params: packParam, body: jsonRequest(compareRequestSchema, REQUEST_EXAMPLES.compare) },
  responses: {
    200: jsonResponse('The findings that change', z.union([comparisonInLanguageSchema, comparisonSchema])),
    ...authorizedProblems(
      ...JSON_BODY_PROBLEMS,
      'unknown-pack',
      'unknown-draft',
      ...PACK_FILES_PROBLEMS,
      ...LOADING_PROBLEMS,
      ...EVALUATION_PROBLEMS,
    ),
  },
})

export const compareRoutes = createRouter(compareRequestSchema.shape).openapi(route, async (c) => {
  const { from, to, ledger, language, ...rest } = c.req.valid('json')
  const { pack } = c.req.valid('param')
  const edition = await requestedEdition(c, pack, from, 'body', '/from')
  const compiled = await compiledEdition(c, edition)
  const { policy: before } = language === undefined ? compiled : compiled.readIn(language) // which may be new in `to`
  const after = await candidatePolicy(c, pack, to, language)
  const options = { ...rest, maxFindings: MAX_COMPARED_FINDINGS, maxDecisions: MAX_DECISIONS.compiled }
  for (const { plan } of [before, after]) readOptions(plan, options) // throws for options that do not fit either pack
  const { refused, examples, ...counts } = compareFindings(before, after, ledger, options, {
    examples: MAX_LISTED_FLIPS,
  })
  if (refused.length > 0) throw unfitLedger(refused, edition)
  const rules = compareRules(before, after).map(({ kind, id, text }) => ({ kind, id, text }))
  const answer = { from: edition, to: { sha256: after.sha256 }, rules, ...counts, flips: examples }
  return c.json(inAskedLanguage(after.plan.reading, language, answer), 200)
})

async function candidatePolicy(
  c: Context<AppEnv>,
  pack: string,
  to: Candidate,
  language: string | undefined,
): Promise<Policy> {
  if ('version' in to && !('files' in to) && to.version !== undefined) {
    const edition = await requestedEdition(c, pack, to.version, 'body', '/to/version')
    return (await compiledEdition(c, edition, language)).policy
  }
  const { source } = await candidateSource(c.get('ports').sql, await candidateFiles(c, pack, to, '/to'))
  const { compiled, diagnostics } = checkPack(source)
  if (!compiled) throw new ProblemError('faulty-pack', [], { diagnostics })
  return readInLanguage(c, compiled, language).policy
}

/** What the new rules refuse is for the caller to correct; for the rest, the message names the version that refuses it. */
function unfitLedger(refused: FindingsComparison['refused'], { version }: Edition): ProblemError {
  const byNewRules = refused.find(({ pack }) => pack === 'after')
  const places = (byNewRules ?? refused[0]!).problems.map(({ pointer, message }) => ({
    pointer: `/ledger${pointer}`,
    code: byNewRules ? 'unfit-ledger' : 'unfit-for-from',
    detail: byNewRules
      ? message
      : {
          zh: `用于比较的第 ${version} 版不接受此处：${message.zh}`,
          en: `Version ${version}, which you compare with, does not accept this: ${message.en}`,
        },
  }))
  return new ProblemError('invalid-request', places)
}
