import { createRoute } from '@hono/zod-openapi'
import { amend, dossierBlocks, dossierMarkdown, ScaffoldError, type Dossier } from '@tiaoli/authoring'
import { dossierDocx } from '@tiaoli/authoring/dossier-docx'
import { completeText, OwnLanguages, ownSentences, type Reading } from '@tiaoli/engine/plan'
import type { Context } from 'hono'
import { accepts } from 'hono/accepts'
import { z } from 'zod'
import type { AppEnv } from '../http/app-env.ts'
import { authorizedProblems, JSON_BODY_PROBLEMS, LOADING_PROBLEMS } from '../http/declared-problems.ts'
import { createRouter } from '../http/create-router.ts'
import { jsonRequest, jsonResponse, textResponse } from '../http/openapi-responses.ts'
import { readJsonBody } from '../http/read-body.ts'
import { compiledEdition, requestedEdition } from '../http/requested-edition.ts'
import { requirePermission } from '../http/require-permission.ts'
import { ProblemError } from '../problem/problem-error.ts'
import { loadVersion } from '../registry/pack-source.ts'
import { amendRequestSchema, dossierRequestSchema, dossierSchema, type AmendRequest } from '../schema/amend-schema.ts'
import { packParam } from '../schema/edition-schema.ts'
import { REQUEST_EXAMPLES } from '../schema/request-examples.ts'

const PROBLEMS = authorizedProblems('unknown-pack', ...JSON_BODY_PROBLEMS, ...LOADING_PROBLEMS)
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const MARKDOWN = 'text/markdown'

const amendRoute = createRoute({
  method: 'post',
  path: '/v1/packs/{pack}/amend',
  operationId: 'amendRules',
  tags: ['drafts'],
  summary: 'Lay a new text beside a document of the pack, and list what rests on the clauses that it changes',
  middleware: [requirePermission('evaluate'), readJsonBody],
  request: { params: packParam, body: jsonRequest(amendRequestSchema, REQUEST_EXAMPLES.amend) },
  responses: {
    200: jsonResponse('The changed clauses, what rests on them, and a draft of the new document', dossierSchema),
    ...PROBLEMS,
  },
})

const dossierRoute = createRoute({
  method: 'post',
  path: '/v1/packs/{pack}/amend/dossier',
  operationId: 'getDossier',
  tags: ['drafts'],
  summary: 'The same as a paper to read and sign',
  middleware: [requirePermission('evaluate'), readJsonBody],
  request: { params: packParam, body: jsonRequest(dossierRequestSchema, REQUEST_EXAMPLES.amend) },
  responses: {
    200: textResponse('A Word file; Markdown if you ask for it with Accept', {
      [WORD]: z.string().meta({ format: 'binary' }),
      [MARKDOWN]: z.string(),
    }),
    ...PROBLEMS,
  },
})

export const amendRoutes = createRouter(amendRequestSchema.shape)
  .openapi(amendRoute, async (c) => {
    const { dossier, reading } = await dossierOf(c, c.req.valid('param').pack, c.req.valid('json'))
    return c.json(new OwnLanguages(reading).of(dossier), 200)
  })
  .openapi(dossierRoute, async (c) => {
    const { language, ...request } = c.req.valid('json')
    const { dossier, reading } = await dossierOf(c, c.req.valid('param').pack, request, language)
    const inLanguage = ownSentences(reading, language)
    const blocks = dossierBlocks(dossier, inLanguage)
    const format = accepts(c, { header: 'Accept', supports: [WORD, MARKDOWN], default: WORD })
    c.header('vary', 'accept')
    if (format === MARKDOWN)
      return c.body(dossierMarkdown(blocks), 200, { 'content-type': `${MARKDOWN}; charset=utf-8` })
    return c.body(dossierDocx(blocks, inLanguage), 200, { 'content-type': WORD })
  })

async function dossierOf(
  c: Context<AppEnv>,
  pack: string,
  { version, amends, original, reading, title, number, ...rest }: AmendRequest,
  language?: string,
): Promise<{ dossier: Dossier; reading: Reading }> {
  const edition = await requestedEdition(c, pack, version, 'body')
  const { policy } = await compiledEdition(c, edition, language)
  const { source } = await loadVersion(c.get('ports').sql, edition)
  const amendment = {
    ...rest,
    ...(amends === undefined ? {} : { amends }),
    ...(original === undefined ? {} : { original }),
    ...(reading === undefined ? {} : { reading }),
    ...(title === undefined ? {} : { title: completeText(title) }),
    ...(number === undefined ? {} : { number }),
  }
  try {
    return { dossier: amend(source, policy, amendment), reading: policy.plan.reading }
  } catch (error) {
    if (!(error instanceof ScaffoldError)) throw error
    throw new ProblemError('invalid-request', [
      { pointer: POINTERS[error.code] ?? '/amends', code: error.code, detail: error.text },
    ])
  }
}

/** Where what is refused stands, if not in the name of the document that is amended. */
const POINTERS: Readonly<Partial<Record<ScaffoldError['code'], string>>> = {
  'name-taken': '/id',
  'not-an-id': '/id',
  'sentence-too-long': '/text',
  'too-many-quotations': '/text',
}
