import { createRoute } from '@hono/zod-openapi'
import { calendarOf, icsOf, type CalendarOptions } from '@tiaoli/calendar'
import type { Context } from 'hono'
import { accepts } from 'hono/accepts'
import { z } from 'zod'
import type { AppEnv } from '../platform/ports.ts'
import { compiledFor, editionFor } from '../http/requested-edition.ts'
import { guard } from '../http/require-permission.ts'
import { jsonBody } from '../http/read-body.ts'
import { MOST_FINDINGS } from '../limits/finding-limits.ts'
import { jsonRequest, problems, text } from '../http/openapi-responses.ts'
import { router } from '../http/router.ts'
import { calendarSchema } from '../schema/calendar-schema.ts'
import { packParam, versionText } from '../schema/edition-schema.ts'
import { evaluationSchema } from '../schema/evaluation-schema.ts'
import { EXAMPLES } from '../schema/request-examples.ts'

const day = z.string().meta({ example: '2019-01-01' })
const languageSchema = z.enum(['zh', 'en']).default('zh')

const querySchema = z.strictObject({
  from: day.meta({ description: 'First day, YYYY-MM-DD' }),
  to: day.meta({ description: 'Last day; at most 50 years later', example: '2019-12-31' }),
  profile: z.string().optional(),
  version: versionText.optional(),
  language: languageSchema,
})

const bodySchema = evaluationSchema
  .pick({ version: true, profile: true, parameters: true, requirements: true, ledger: true })
  .extend({
    from: day.meta({ description: 'First day, YYYY-MM-DD' }),
    to: day.meta({ description: 'Last day; at most 50 years later', example: '2019-12-31' }),
    asOf: day
      .optional()
      .meta({ description: 'The day whose state of knowledge decides what is open; from if left out' }),
    language: languageSchema,
  })
  .meta({ id: 'CalendarRequest' })

const answers = {
  200: text('iCalendar, RFC 5545; as JSON for who prefers that', {
    'text/calendar': z.string(),
    'application/json': calendarSchema,
  }),
  ...problems(404),
}

const generalRoute = createRoute({
  method: 'get',
  path: '/v1/packs/{pack}/calendar',
  tags: ['evaluation'],
  summary: 'The days by which duties fall due that are the same for all',
  middleware: [guard('read')],
  request: { params: packParam, query: querySchema },
  responses: answers,
})

const ledgerRoute = createRoute({
  method: 'post',
  path: '/v1/packs/{pack}/calendar',
  tags: ['evaluation'],
  summary: 'The days by which the open duties of a ledger fall due, record by record',
  middleware: [guard('evaluate'), jsonBody],
  request: { params: packParam, body: jsonRequest(bodySchema, EXAMPLES.calendar) },
  responses: { ...answers, ...problems(400, 413, 415) },
})

export const calendar = router(Object.keys(bodySchema.shape))
  .openapi(generalRoute, async (c) => {
    const { pack } = c.req.valid('param')
    const { version, language, ...options } = c.req.valid('query')
    c.set('inputAt', { options: 'query' })
    return answer(c, pack, version, language, undefined, options as CalendarOptions)
  })
  .openapi(ledgerRoute, async (c) => {
    const { pack } = c.req.valid('param')
    const { version, language, ledger, ...options } = c.req.valid('json')
    return answer(c, pack, version, language, ledger, options as CalendarOptions)
  })

async function answer(
  c: Context<AppEnv>,
  pack: string,
  version: number | undefined,
  language: 'zh' | 'en',
  ledger: unknown,
  options: CalendarOptions,
) {
  const edition = await editionFor(c, pack, version, ledger === undefined ? 'query' : 'body')
  const { policy } = await compiledFor(c, edition)
  const found = calendarOf(policy.plan, ledger, { ...options, maxFindings: MOST_FINDINGS.findings })
  const supports = ['text/calendar', 'application/json']
  c.header('vary', 'accept')
  if (accepts(c, { header: 'Accept', supports, default: supports[0]! }) === 'application/json')
    return c.json({ edition, ...found }, 200)
  const name = policy.plan.pack.title[language]
  const { asOf = options.from } = options
  return c.body(icsOf(found, { name, language, asOf }), 200, { 'content-type': 'text/calendar; charset=utf-8' })
}
