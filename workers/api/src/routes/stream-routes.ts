import { createRoute } from '@hono/zod-openapi'
import { sentencesFor } from '@tiaoli/engine/plan'
import type { Context } from 'hono'
import { z } from 'zod'
import type { AppEnv } from '../http/app-env.ts'
import { createRouter } from '../http/create-router.ts'
import { authorizedProblems, LOADING_PROBLEMS } from '../http/declared-problems.ts'
import { invalidRequest } from '../http/invalid-request.ts'
import { limitEntries } from '../http/limit-entries.ts'
import { textResponse } from '../http/openapi-responses.ts'
import { parseJson } from '../http/parse-json.ts'
import { compiledEdition, requestedEdition } from '../http/requested-edition.ts'
import { requireMediaType } from '../http/require-media-type.ts'
import { requirePermission } from '../http/require-permission.ts'
import { watchToken } from '../http/watch-token.ts'
import { MAX_LINE_BYTES, MAX_STREAM_BYTES } from '../limits/body-limits.ts'
import { placesOfProblems } from '../problem/places-of-problems.ts'
import { ProblemError } from '../problem/problem-error.ts'
import { packParam } from '../schema/edition-schema.ts'
import { streamHeadSchema } from '../schema/stream-schema.ts'
import { LineEvaluation } from '../stream/line-evaluation.ts'
import { LineReader } from '../stream/line-reader.ts'
import { inLanguage, ndjsonBody } from '../stream/ndjson-body.ts'

const NDJSON = ['application/x-ndjson', 'application/jsonl']

const route = createRoute({
  method: 'post',
  path: '/v1/packs/{pack}/evaluate/stream',
  operationId: 'evaluateStream',
  tags: ['evaluation'],
  summary: 'Evaluate a stream of records line by line',
  description:
    'NDJSON in, NDJSON out. The first line is a StreamHead, every other line a StreamRecord. Each line of the response ' +
    'is a StreamAnswer: one of type `start`, one of type `record` or `error` for each record, and one of type `end` ' +
    'with counts and with findings that are based on totals. In the last, `complete` is false if the stream was cut ' +
    'off: at a limit, at a fault that all its lines share, such as their encoding, or because the token ended; ' +
    '`stopped` says why.',
  middleware: [requirePermission('evaluate')],
  request: {
    params: packParam,
    body: {
      required: true,
      description: 'A StreamHead, then one StreamRecord per line',
      // As bytes: a generated client would send a string as JSON, between quotes.
      content: { 'application/x-ndjson': { schema: z.string().meta({ format: 'binary' }) } },
    },
  },
  responses: {
    200: textResponse('NDJSON: one StreamAnswer per line', { 'application/x-ndjson': z.string() }),
    ...authorizedProblems(
      'malformed-json',
      'incomplete-body',
      'unsupported-media-type',
      'stream-too-large',
      'stream-head-too-large',
      'unknown-pack',
      ...LOADING_PROBLEMS,
      'not-computable',
    ),
  },
})

export const streamRoutes = createRouter().openapi(route, async (c) => {
  const lines = new LineReader(bodyOf(c), { line: MAX_LINE_BYTES, body: MAX_STREAM_BYTES })
  const { version, language, ...options } = await readHead(lines)
  const edition = await requestedEdition(c, c.req.valid('param').pack, version, 'body')
  const { policy } = await compiledEdition(c, edition, language)
  const { maxStreamRecords } = c.get('ports')
  c.set('requestPlaces', { ledger: '/context' })
  const evaluation = new LineEvaluation(policy, lines, options, {
    maxRecords: maxStreamRecords,
    isAllowed: watchToken(c),
  })
  const answers =
    language === undefined ? evaluation : inLanguage(sentencesFor(policy.plan.reading, language), evaluation)
  // A context that does not fit throws above, while the status can still say so.
  const first = await answers.next()
  const { asOf, scope } = options
  const start = { type: 'start' as const, ...(language !== undefined && { language }), edition, asOf, scope }
  return c.body(ndjsonBody(first ? [start, first] : [start], answers), 200, {
    'content-type': 'application/x-ndjson; charset=utf-8',
  })
})

function bodyOf({ req }: Context<AppEnv>): ReadableStream<Uint8Array> {
  requireMediaType(req, ...NDJSON)
  if (Number(req.header('content-length') ?? 0) > MAX_STREAM_BYTES) throw new ProblemError('stream-too-large')
  return req.raw.body ?? new Response('').body!
}

async function readHead(lines: LineReader) {
  const line = await lines.next()
  if (line === 'too-large') throw new ProblemError('stream-too-large')
  if (line === 'incomplete') throw new ProblemError('incomplete-body')
  if (line?.problem?.code === 'line-too-long') throw new ProblemError('stream-head-too-large')
  if (line?.problem) throw new ProblemError('malformed-json', placesOfProblems([line.problem]))
  const { value } = parseJson(line?.text ?? '', line?.number)
  limitEntries(value)
  const head = streamHeadSchema.safeParse(value)
  if (!head.success) throw invalidRequest(head.error, { shape: streamHeadSchema.shape, data: value })
  return head.data
}
