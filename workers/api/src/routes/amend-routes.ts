import { createRoute } from '@hono/zod-openapi'
import { amend, dossierBlocks, dossierMarkdown, ScaffoldError, type Dossier } from '@tiaoli/authoring'
import { dossierDocx } from '@tiaoli/authoring/dossier-docx'
import { completeText, OwnLanguages } from '@tiaoli/engine/plan'
import { accepts } from 'hono/accepts'
import { z } from 'zod'
import { authorizedProblems, JSON_BODY_PROBLEMS, LOADING_PROBLEMS } from '../http/declared-problems.ts'
import { createRouter } from '../http/create-router.ts'
import { jsonRequest, textResponse } from '../http/openapi-responses.ts'
import { readJsonBody } from '../http/read-body.ts'
import { compiledEdition, requestedEdition } from '../http/requested-edition.ts'
import { requirePermission } from '../http/require-permission.ts'
import { ProblemError } from '../problem/problem-error.ts'
import { loadVersion } from '../registry/pack-source.ts'
import { amendRequestSchema, dossierSchema } from '../schema/amend-schema.ts'
import { packParam } from '../schema/edition-schema.ts'
import { REQUEST_EXAMPLES } from '../schema/request-examples.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const FORMATS = ['application/json', 'text/markdown', WORD]

const route = createRoute({
  method: 'post',
  path: '/v1/packs/{pack}/amend',
  operationId: 'amendRules',
  tags: ['drafts'],
  summary: 'Lay a new text beside a document of the pack, and list what rests on the clauses that it changes',
  middleware: [requirePermission('evaluate'), readJsonBody],
  request: { params: packParam, body: jsonRequest(amendRequestSchema, REQUEST_EXAMPLES.amend) },
  responses: {
    200: textResponse(
      'The changed clauses, what rests on them, and a draft of the new document; to read and sign as Markdown or a Word file, without the draft, if you ask for it with Accept',
      { 'application/json': dossierSchema, 'text/markdown': z.string(), [WORD]: z.string() },
    ),
    ...authorizedProblems('unknown-pack', ...JSON_BODY_PROBLEMS, ...LOADING_PROBLEMS),
  },
})

export const amendRoutes = createRouter(amendRequestSchema.shape).openapi(route, async (c) => {
  const { version, amends, reading, title, number, language, ...rest } = c.req.valid('json')
  const edition = await requestedEdition(c, c.req.valid('param').pack, version, 'body')
  const { policy } = await compiledEdition(c, edition)
  const { source } = await loadVersion(c.get('ports').sql, edition)
  const amendment = {
    ...rest,
    ...(amends === undefined ? {} : { amends }),
    ...(reading === undefined ? {} : { reading }),
    ...(title === undefined ? {} : { title: completeText(title) }),
    ...(number === undefined ? {} : { number }),
  }
  const { languages } = policy.plan.pack
  const dossier = made(() => amend(source, policy, amendment))
  c.header('vary', 'accept')
  const format = accepts(c, { header: 'Accept', supports: FORMATS, default: FORMATS[0]! })
  if (format === 'application/json') return c.json(new OwnLanguages(languages).of(dossier), 200)
  const blocks = dossierBlocks(dossier, language && languages.includes(language) ? language : (languages[0] ?? 'zh'))
  if (format === WORD) return c.body(new Uint8Array(await dossierDocx(blocks)), 200, { 'content-type': WORD })
  return c.body(dossierMarkdown(blocks), 200, { 'content-type': 'text/markdown; charset=utf-8' })
})

function made(make: () => Dossier): Dossier {
  try {
    return make()
  } catch (error) {
    if (!(error instanceof ScaffoldError)) throw error
    const pointer = error.code === 'name-taken' ? '/id' : '/amends'
    throw new ProblemError('invalid-request', [{ pointer, code: error.code, detail: error.text }])
  }
}
