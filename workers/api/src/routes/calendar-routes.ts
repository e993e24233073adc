import { createRoute } from '@hono/zod-openapi'
import { ownSentences } from '@tiaoli/engine/plan'
import { calendarOf, icsOf, type CalendarOptions } from '@tiaoli/calendar'
import { recordNames } from '@tiaoli/office/papers'
import type { Context } from 'hono'
import { accepts } from 'hono/accepts'
import { z } from 'zod'
import type { AppEnv } from '../http/app-env.ts'
import { createRouter } from '../http/create-router.ts'
import {
  authorizedProblems,
  EVALUATION_PROBLEMS,
  JSON_BODY_PROBLEMS,
  LOADING_PROBLEMS,
} from '../http/declared-problems.ts'
import { jsonRequest, textResponse } from '../http/openapi-responses.ts'
import { readJsonBody } from '../http/read-body.ts'
import { compiledEdition, requestedEdition } from '../http/requested-edition.ts'
import { requirePermission } from '../http/require-permission.ts'
import { MAX_DECISIONS, MAX_FINDINGS } from '../limits/finding-limits.ts'
import { calendarQuery, calendarRequestSchema, calendarSchema } from '../schema/calendar-schema.ts'
import { packParam } from '../schema/edition-schema.ts'
import { REQUEST_EXAMPLES } from '../schema/request-examples.ts'

const calendar = textResponse('iCalendar, RFC 5545; JSON if you ask for it with Accept', {
  'text/calendar': z.string(),
  'application/json': calendarSchema,
})
const CALENDAR_PROBLEMS = ['unknown-pack', ...LOADING_PROBLEMS, ...EVALUATION_PROBLEMS] as const

const generalRoute = createRoute({
  method: 'get',
  path: '/v1/packs/{pack}/calendar',
  operationId: 'getCalendar',
  tags: ['evaluation'],
  summary: 'List the due dates that are the same for everyone',
  middleware: [requirePermission('read')],
  request: { params: packParam, query: calendarQuery },
  responses: { 200: calendar, ...authorizedProblems(...CALENDAR_PROBLEMS) },
})

const ledgerRoute = createRoute({
  method: 'post',
  path: '/v1/packs/{pack}/calendar',
  operationId: 'getLedgerCalendar',
  tags: ['evaluation'],
  summary: 'List the due dates of the open duties in a ledger, record by record',
  middleware: [requirePermission('evaluate'), readJsonBody],
  request: { params: packParam, body: jsonRequest(calendarRequestSchema, REQUEST_EXAMPLES.calendar) },
  responses: { 200: calendar, ...authorizedProblems(...JSON_BODY_PROBLEMS, ...CALENDAR_PROBLEMS) },
})

export const calendarRoutes = createRouter(calendarRequestSchema.shape)
  .openapi(generalRoute, async (c) => {
    const { pack } = c.req.valid('param')
    const { version, language, ...options } = c.req.valid('query')
    c.set('requestPlaces', { options: 'query' })
    return respond(c, pack, version, language, undefined, options)
  })
  .openapi(ledgerRoute, async (c) => {
    const { pack } = c.req.valid('param')
    const { version, language, ledger, ...options } = c.req.valid('json')
    return respond(c, pack, version, language, ledger, options)
  })

async function respond(
  c: Context<AppEnv>,
  pack: string,
  version: number | undefined,
  asked: string,
  ledger: unknown,
  options: CalendarOptions,
) {
  const edition = await requestedEdition(c, pack, version, ledger === undefined ? 'query' : 'body')
  const { policy } = await compiledEdition(c, edition, asked)
  const found = calendarOf(policy, ledger, {
    ...options,
    maxFindings: MAX_FINDINGS.findings,
    maxDecisions: MAX_DECISIONS.compiled,
  })
  const supports = ['text/calendar', 'application/json']
  c.header('vary', 'accept')
  if (accepts(c, { header: 'Accept', supports, default: supports[0]! }) === 'application/json')
    return c.json({ edition, ...found }, 200)
  const {
    reading,
    pack: { title },
  } = policy.plan
  const language = ownSentences(reading, asked)
  const name = title[language]
  const { asOf = options.from } = options
  const nameOf = ledger === undefined ? undefined : recordNames({ policy, ledger, language })
  return c.body(icsOf(found, { name, language, asOf, nameOf }), 200, { 'content-type': 'text/calendar; charset=utf-8' })
}
