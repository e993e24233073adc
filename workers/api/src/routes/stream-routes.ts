import { createRoute } from '@hono/zod-openapi'
import type { RecordStreamOptions } from '@tiaoli/engine'
import type { Context } from 'hono'
import { z } from 'zod'
import type { AppEnv } from '../platform/ports.ts'
import { compiledFor, editionFor } from '../http/requested-edition.ts'
import { guard } from '../http/require-permission.ts'
import { NOT_UTF_8 } from '../http/read-body.ts'
import { refuseUnless } from '../http/require-media-type.ts'
import { parse } from '../http/parse-json.ts'
import { ProblemError } from '../problem/problem-error.ts'
import { refuseCrowd } from '../http/limit-entries.ts'
import { problems, text } from '../http/openapi-responses.ts'
import { invalidRequest, router } from '../http/router.ts'
import { packParam } from '../schema/edition-schema.ts'
import { streamHeadSchema } from '../schema/stream-schema.ts'
import { answerLines, answersIn } from '../stream/ndjson-body.ts'
import { LineEvaluation } from '../stream/line-evaluation.ts'
import { LineReader } from '../stream/line-reader.ts'

const LIMITS = { line: 1_048_576, body: 104_857_600 }
const NDJSON = ['application/x-ndjson', 'application/jsonl']

const route = createRoute({
  method: 'post',
  path: '/v1/packs/{pack}/evaluate/stream',
  tags: ['evaluation'],
  summary: 'Evaluates records as they come, line by line, however many',
  description:
    'NDJSON in, NDJSON out. The first line is a StreamHead; every other one a StreamRecord. Each line of the answer is a ' +
    'StreamAnswer: one of type `start`, one of type `record` or `error` for each record, and one of type `end` with ' +
    'counts, what was told from totals, and `complete`: false where the stream was cut at its limit.',
  middleware: [guard('evaluate')],
  request: {
    params: packParam,
    body: {
      required: true,
      description: 'A StreamHead, then a StreamRecord a line',
      content: { 'application/x-ndjson': { schema: z.string() } },
    },
  },
  responses: {
    200: text('NDJSON: a StreamAnswer a line', { 'application/x-ndjson': z.string() }),
    ...problems(400, 404, 413, 415),
  },
})

export const stream = router().openapi(route, async (c) => {
  const lines = new LineReader(bodyOf(c), LIMITS)
  const { version, language, ...options } = await readHead(lines)
  const edition = await editionFor(c, c.req.valid('param').pack, version, 'body')
  const { policy } = await compiledFor(c, edition)
  const { maxStreamRecords } = c.get('ports')
  c.set('inputAt', { ledger: '/context' })
  const evaluation = new LineEvaluation(policy, lines, options as RecordStreamOptions, maxStreamRecords)
  const answers = language === undefined ? evaluation : answersIn(language, evaluation)
  // Options that do not fit are found with the first record, while there can still be a status that says so.
  const first = await answers.next()
  const { asOf, scope } = options
  const start = { type: 'start' as const, ...(language !== undefined && { language }), edition, asOf, scope }
  return c.body(answerLines(first ? [start, first] : [start], answers), 200, {
    'content-type': 'application/x-ndjson; charset=utf-8',
  })
})

function bodyOf({ req }: Context<AppEnv>): ReadableStream<Uint8Array> {
  refuseUnless(req, ...NDJSON)
  if (Number(req.header('content-length') ?? 0) > LIMITS.body) throw new ProblemError('stream-too-large')
  return req.raw.body ?? new Response('').body!
}

async function readHead(lines: LineReader) {
  const line = await lines.next()
  if (line === 'too-large') throw new ProblemError('stream-too-large')
  if (line?.fault === 'too-long') throw new ProblemError('stream-head-too-large')
  if (line?.fault === 'not-utf-8') throw new ProblemError('malformed-json', [NOT_UTF_8])
  const value = line && parse(line.text!)
  refuseCrowd(value)
  const head = streamHeadSchema.safeParse(value)
  if (!head.success) throw invalidRequest(head.error, Object.keys(streamHeadSchema.shape))
  return head.data
}
