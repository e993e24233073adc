import { createRoute } from '@hono/zod-openapi'
import type { Language } from '@tiaoli/engine/names'
import { ownSentences } from '@tiaoli/engine/plan'
import { makeTemplate, readTemplate, TemplateTooLarge, type TemplateInput } from '@tiaoli/office/template'
import type { Context } from 'hono'
import { z } from 'zod'
import type { AppEnv } from '../http/app-env.ts'
import { asSent } from '../http/as-sent.ts'
import { createRouter } from '../http/create-router.ts'
import {
  authorizedProblems,
  EVALUATION_PROBLEMS,
  FORM_BODY_PROBLEMS,
  JSON_BODY_PROBLEMS,
  LOADING_PROBLEMS,
  WORKBOOK_PROBLEMS,
} from '../http/declared-problems.ts'
import { fileAnswer } from '../http/file-answer.ts'
import { inAskedLanguage } from '../http/in-asked-language.ts'
import { formRequest, jsonRequest, jsonResponse, textResponse } from '../http/openapi-responses.ts'
import { jsonPart } from '../http/json-part.ts'
import { readJsonBody } from '../http/read-body.ts'
import { readForm } from '../http/read-form.ts'
import { readWorkbooks } from '../http/read-workbooks.ts'
import { compiledEdition, requestedEdition } from '../http/requested-edition.ts'
import { requirePermission } from '../http/require-permission.ts'
import { MAX_DECISIONS, MAX_FINDINGS } from '../limits/finding-limits.ts'
import { MAX_TEMPLATE_CELLS } from '../limits/workbook-limits.ts'
import { ProblemError } from '../problem/problem-error.ts'
import { packParam } from '../schema/edition-schema.ts'
import { REQUEST_EXAMPLES } from '../schema/request-examples.ts'
import {
  filledTemplateSchema,
  templateQuery,
  templateReadingInLanguageSchema,
  templateReadingSchema,
  templateRequestSchema,
} from '../schema/template-schema.ts'

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const PATH = '/v1/packs/{pack}/template'
const workbook = textResponse('A workbook (.xlsx); `content-disposition` has its name', {
  [WORKBOOK]: z.string().meta({ format: 'binary' }),
})

const emptyRoute = createRoute({
  method: 'get',
  path: PATH,
  operationId: 'getTemplate',
  tags: ['workbooks'],
  summary: 'A workbook to be filled in, with a column for each fact',
  middleware: [requirePermission('read')],
  request: { params: packParam, query: templateQuery },
  responses: { 200: workbook, ...authorizedProblems('unknown-pack', ...LOADING_PROBLEMS) },
})

const ledgerRoute = createRoute({
  method: 'post',
  path: PATH,
  operationId: 'makeTemplate',
  tags: ['workbooks'],
  summary: 'A workbook to be filled in, with what a ledger has, or only with what it lacks',
  middleware: [requirePermission('evaluate'), readJsonBody],
  request: { params: packParam, body: jsonRequest(templateRequestSchema, REQUEST_EXAMPLES.template) },
  responses: {
    200: workbook,
    ...authorizedProblems(...JSON_BODY_PROBLEMS, 'unknown-pack', ...LOADING_PROBLEMS, ...EVALUATION_PROBLEMS),
  },
})

const readRoute = createRoute({
  method: 'post',
  path: `${PATH}/read`,
  operationId: 'readTemplate',
  tags: ['workbooks'],
  summary: 'Read back a template that was filled in: blank cells change nothing',
  middleware: [requirePermission('evaluate'), readForm],
  request: { params: packParam, body: formRequest(filledTemplateSchema) },
  responses: {
    200: jsonResponse(
      'The ledger with what the workbook says',
      z.union([templateReadingInLanguageSchema, templateReadingSchema]),
    ),
    ...authorizedProblems(
      'unknown-pack',
      ...FORM_BODY_PROBLEMS,
      'malformed-json',
      ...WORKBOOK_PROBLEMS,
      ...LOADING_PROBLEMS,
    ),
  },
})

const NAMES: Readonly<Record<Language, string>> = { zh: '填报表.xlsx', en: 'template.xlsx' }

export const templateRoutes = createRouter(templateRequestSchema.shape)
  .openapi(emptyRoute, async (c) => {
    const { version, language } = c.req.valid('query')
    return respond(c, c.req.valid('param').pack, version, 'query', language, {})
  })
  .openapi(ledgerRoute, async (c) => {
    const { version, language, ledger, missing, asOf } = c.req.valid('json')
    if (missing && asOf === undefined) throw new ProblemError('invalid-request', [AS_OF_MISSING])
    const limits = { maxFindings: MAX_FINDINGS.findings, maxDecisions: MAX_DECISIONS.compiled }
    const asked = missing && asOf !== undefined ? { asOf, ...limits } : undefined
    return respond(c, c.req.valid('param').pack, version, 'body', language, { ledger, missing: asked })
  })

export const templateReadRoutes = createRouter(filledTemplateSchema.shape).openapi(readRoute, async (c) => {
  const { file, ledger, version, language } = c.req.valid('form')
  const edition = await requestedEdition(c, c.req.valid('param').pack, version, 'body')
  const { policy } = await compiledEdition(c, edition, language)
  const given = await jsonPart(ledger)
  const [filled] = await readWorkbooks([file], () => '/file')
  const read = readTemplate(filled!, { policy, ledger: given })
  const refused = read.notes.find(({ code }) => code === 'not-a-template' || code === 'other-pack')
  if (refused) {
    const { code, text, place } = refused
    throw new ProblemError('invalid-request', [{ pointer: '/file', ...place, code, detail: text }])
  }
  const inWords = inAskedLanguage(policy.plan.reading, language, { edition, notes: read.notes })
  return c.json(asSent({ ...inWords, ledger: read.ledger }), 200)
})

async function respond(
  c: Context<AppEnv>,
  pack: string,
  version: number | undefined,
  by: 'query' | 'body',
  asked: string | undefined,
  input: Pick<TemplateInput, 'ledger' | 'missing'>,
) {
  const edition = await requestedEdition(c, pack, version, by)
  const { policy } = await compiledEdition(c, edition, asked)
  const language = ownSentences(policy.plan.reading, asked)
  const bytes = boundedTemplate({ policy, ...input, language, maxCells: MAX_TEMPLATE_CELLS })
  return fileAnswer(c, { name: NAMES[language], type: WORKBOOK, bytes }, 'template')
}

function boundedTemplate(input: TemplateInput): Uint8Array<ArrayBuffer> {
  try {
    return makeTemplate(input)
  } catch (error) {
    if (!(error instanceof TemplateTooLarge)) throw error
    const place = { pointer: '/ledger', code: 'too-many-cells', detail: error.text }
    throw new ProblemError('answer-too-large', [place], {}, { cause: error })
  }
}

const AS_OF_MISSING = {
  pointer: '/asOf',
  code: 'as-of-missing',
  detail: {
    zh: '尚缺什么，要看是哪一天。请写明日期 asOf（YYYY-MM-DD）。系统从不默认为今天。',
    en: 'What is missing depends on the day. Give asOf, as YYYY-MM-DD. It never defaults to today.',
  },
}
