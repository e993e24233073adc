import { createRoute } from '@hono/zod-openapi'
import { closestName } from '@tiaoli/engine/plan'
import { accepts } from 'hono/accepts'
import { html } from 'hono/html'
import { z } from 'zod'
import { createRouter } from '../http/create-router.ts'
import { publicProblems } from '../http/declared-problems.ts'
import { jsonResponse } from '../http/openapi-responses.ts'
import { PROBLEM_DETAILS, type ProblemCode } from '../problem/problem-details.ts'
import { ProblemError } from '../problem/problem-error.ts'
import { problemKindSchema } from '../schema/problem-schema.ts'

const listRoute = createRoute({
  method: 'get',
  path: '/problems',
  operationId: 'listProblems',
  tags: ['service'],
  summary: 'List every way in which a request can fail',
  responses: {
    200: jsonResponse('All kinds of problem', z.object({ problems: z.array(problemKindSchema) })),
    ...publicProblems(),
  },
})

const readRoute = createRoute({
  method: 'get',
  path: '/problems/{code}',
  operationId: 'getProblem',
  tags: ['service'],
  summary: 'Read what a problem means and what to do about it; browsers get a page',
  request: { params: z.object({ code: z.string().max(100).meta({ example: 'invalid-request' }) }) },
  responses: {
    200: {
      description: 'The problem',
      content: { 'application/json': { schema: problemKindSchema }, 'text/html': { schema: z.string() } },
    },
    ...publicProblems('unknown-problem', 'invalid-request'),
  },
})

export const problemRoutes = createRouter()
  .openapi(listRoute, (c) => c.json({ problems: allCodes().map(problemKind) }, 200))
  .openapi(readRoute, (c) => {
    const { code } = c.req.valid('param')
    if (!isProblemCode(code))
      throw new ProblemError('unknown-problem', [], { suggestion: closestName(code, allCodes()) })
    c.header('cache-control', 'public, max-age=3600')
    c.header('vary', 'accept')
    const supports = ['application/json', 'text/html']
    if (accepts(c, { header: 'Accept', supports, default: supports[0]! }) !== 'text/html')
      return c.json(problemKind(code), 200)
    return c.html(problemPage(code), 200)
  })

function problemPage(code: ProblemCode) {
  const { status, title, detail } = PROBLEM_DETAILS[code]
  return html`<!doctype html>
    <html lang="zh-CN">
      <meta charset="utf-8" />
      <title>${title.zh} · ${title.en}</title>
      <h1>${title.zh}</h1>
      <p>${withCode(detail.zh)}</p>
      <h1 lang="en">${title.en}</h1>
      <p lang="en">${withCode(detail.en)}</p>
      <p><code>/problems/${code}</code> · HTTP ${status} · <a href="/problems">/problems</a></p>
    </html>`
}

/** What is between backticks, as code. */
function withCode(text: string) {
  return text.split('`').map((part, i) => (i % 2 === 1 ? html`<code>${part}</code>` : part))
}

function problemKind(code: ProblemCode) {
  const { status, title, detail } = PROBLEM_DETAILS[code]
  return { type: `/problems/${code}`, status, title, detail }
}

function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(PROBLEM_DETAILS, code)
}

function allCodes(): ProblemCode[] {
  return Object.keys(PROBLEM_DETAILS).filter(isProblemCode)
}
