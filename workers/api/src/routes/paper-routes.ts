import { createRoute } from '@hono/zod-openapi'
import { ownSentences } from '@tiaoli/engine/plan'
import {
  makePapers,
  NoticeTemplateError,
  optionsWithoutEffect,
  paperFile,
  takesTemplate,
  type FindingOption,
} from '@tiaoli/office/papers'
import { z } from 'zod'
import { createRouter } from '../http/create-router.ts'
import {
  authorizedProblems,
  EVALUATION_PROBLEMS,
  JSON_BODY_PROBLEMS,
  LOADING_PROBLEMS,
} from '../http/declared-problems.ts'
import { fileAnswer } from '../http/file-answer.ts'
import { jsonRequest, textResponse } from '../http/openapi-responses.ts'
import { readJsonBody } from '../http/read-body.ts'
import { compiledEdition, requestedEdition } from '../http/requested-edition.ts'
import { requirePermission } from '../http/require-permission.ts'
import { MAX_DECISIONS, MAX_PAPER_FINDINGS } from '../limits/finding-limits.ts'
import { ProblemError, type ProblemPlace } from '../problem/problem-error.ts'
import { paperParam, paperRequestSchema } from '../schema/paper-schema.ts'
import { REQUEST_EXAMPLES } from '../schema/request-examples.ts'

const binary = z.string().meta({ format: 'binary' })

const route = createRoute({
  method: 'post',
  path: '/v1/packs/{pack}/papers/{kind}',
  operationId: 'makePapers',
  tags: ['workbooks'],
  summary: 'Make papers to hand over: lists and forms as workbooks, notices as Word files',
  middleware: [requirePermission('evaluate'), readJsonBody],
  request: { params: paperParam, body: jsonRequest(paperRequestSchema, REQUEST_EXAMPLES.papers) },
  responses: {
    200: textResponse(
      'The paper; a zip file where there are several or none, or something to remark. `content-disposition` has its name',
      {
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': binary,
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document': binary,
        'application/zip': binary,
      },
    ),
    ...authorizedProblems(...JSON_BODY_PROBLEMS, 'unknown-pack', ...LOADING_PROBLEMS, ...EVALUATION_PROBLEMS),
  },
})

export const paperRoutes = createRouter(paperRequestSchema.shape).openapi(route, async (c) => {
  const { pack, kind } = c.req.valid('param')
  const { version, ledger, names, template, language: asked, ...options } = c.req.valid('json')
  const idle = optionsWithoutEffect(kind, options)
  if (idle.length > 0) throw new ProblemError('invalid-request', idle.map(withoutEffect))
  if (template !== undefined && !takesTemplate(kind)) throw new ProblemError('invalid-request', [ONLY_NOTICES])
  const edition = await requestedEdition(c, pack, version, 'body')
  const { policy } = await compiledEdition(c, edition, asked)
  const limited = { ...options, maxFindings: MAX_PAPER_FINDINGS, maxDecisions: MAX_DECISIONS.compiled }
  const report = policy.evaluate(ledger, limited)
  const language = ownSentences(policy.plan.reading, asked)
  const { subjects } = options
  const own = template === undefined ? undefined : { name: 'template', bytes: bytesOf(template) }
  const made = await makePapers(kind, { policy, report, ledger, names, language, subjects, template: own }).catch(told)
  return fileAnswer(c, paperFile(kind, made, language), kind)
})

function withoutEffect(option: FindingOption): ProblemPlace {
  return {
    pointer: `/${option}`,
    code: 'without-effect',
    detail: {
      zh: '统计表按台账计数，不看各项结论，这一项对它不起作用。请去掉；只统计某几个单位的，用 subjects。',
      en: 'Statistics count the ledger and not findings, so this would change nothing. Leave it out; to count some organizations only, use subjects.',
    },
  }
}

const ONLY_NOTICES: ProblemPlace = {
  pointer: '/template',
  code: 'only-notices',
  detail: {
    zh: '只有整改通知书（notices）可以用模板。请去掉 template。',
    en: 'Only notices are made by a template. Leave it out.',
  },
}

function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
}

/** What is wrong with a template, as the library tells it. */
function told(error: unknown): never {
  if (!(error instanceof NoticeTemplateError)) throw error
  const { code, text, suggestion } = error
  const place = { pointer: '/template', code, detail: text, ...(suggestion !== undefined && { suggestion }) }
  throw new ProblemError('invalid-request', [place], {}, { cause: error })
}
