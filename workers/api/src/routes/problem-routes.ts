import { createRoute } from '@hono/zod-openapi'
import { closestName } from '@tiaoli/engine'
import { accepts } from 'hono/accepts'
import { html } from 'hono/html'
import { z } from 'zod'
import { ProblemError } from '../problem/problem-error.ts'
import { PROBLEMS, type ProblemCode } from '../problem/problem-details.ts'
import { json, openProblems } from '../http/openapi-responses.ts'
import { router } from '../http/router.ts'
import { textSchema } from '../schema/text-schema.ts'

const kindSchema = z
  .object({ type: z.string(), status: z.int(), title: textSchema, detail: textSchema })
  .meta({ id: 'ProblemKind', description: 'A way in which requests fail, and what to do about it' })

const listRoute = createRoute({
  method: 'get',
  path: '/problems',
  tags: ['service'],
  summary: 'Every way a request can fail',
  responses: { 200: json('All of them', z.object({ problems: z.array(kindSchema) })), ...openProblems() },
})

const readRoute = createRoute({
  method: 'get',
  path: '/problems/{code}',
  tags: ['service'],
  summary: 'What a problem means and what to do about it; a page for a browser',
  request: { params: z.object({ code: z.string().max(100).meta({ example: 'invalid-request' }) }) },
  responses: {
    200: {
      description: 'The problem',
      content: { 'application/json': { schema: kindSchema }, 'text/html': { schema: z.string() } },
    },
    ...openProblems(404, 422),
  },
})

export const problems = router()
  .openapi(listRoute, (c) => c.json({ problems: codes().map(kindOf) }, 200))
  .openapi(readRoute, (c) => {
    const { code } = c.req.valid('param')
    if (!isCode(code)) throw new ProblemError('unknown-problem', [], { suggestion: closestName(code, codes()) })
    const { status, title, detail } = PROBLEMS[code]
    c.header('cache-control', 'public, max-age=3600')
    c.header('vary', 'accept')
    const supports = ['application/json', 'text/html']
    if (accepts(c, { header: 'Accept', supports, default: supports[0]! }) !== 'text/html')
      return c.json(kindOf(code), 200)
    return c.html(
      html`<!doctype html>
        <html lang="zh-CN">
          <meta charset="utf-8" />
          <title>${title.zh} · ${title.en}</title>
          <h1>${title.zh}</h1>
          <p>${detail.zh}</p>
          <h1 lang="en">${title.en}</h1>
          <p lang="en">${detail.en}</p>
          <p><code>/problems/${code}</code> · HTTP ${status} · <a href="/problems">/problems</a></p>
        </html>`,
      200,
    )
  })

function kindOf(code: ProblemCode) {
  const { status, title, detail } = PROBLEMS[code]
  return { type: `/problems/${code}`, status, title, detail }
}

function isCode(code: string): code is ProblemCode {
  return Object.hasOwn(PROBLEMS, code)
}

function codes(): ProblemCode[] {
  return Object.keys(PROBLEMS).filter(isCode)
}
