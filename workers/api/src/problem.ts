import { EvaluationError, InputError, type Text } from '@tiaoli/engine'
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { AppEnv } from './env.ts'
import { z } from 'zod'

/** Every way a request can fail: what it is called, its status, and what to do about it. */
const PROBLEMS = {
  'malformed-json': {
    status: 400,
    title: '请求正文不是合格的 JSON / The body is not acceptable JSON',
    detail: '请按 errors 所列位置改正。 Correct the places that errors lists.',
  },
  'unknown-route': {
    status: 404,
    title: '没有这个地址 / No such address',
    detail: '可用的地址见 /openapi.json。 See /openapi.json for what there is.',
  },
  'unknown-pack': {
    status: 404,
    title: '没有这个规则包 / No such pack',
    detail: '已有的规则包见 /v1/packs。 See /v1/packs for those there are.',
  },
  'method-not-allowed': {
    status: 405,
    title: '此地址不支持该方法 / The address does not take this method',
    detail: '可用的方法见 Allow 响应头。 The Allow header lists those it takes.',
  },
  'body-too-large': {
    status: 413,
    title: '请求正文过大 / The body is too large',
    detail: '上限为 10 MB。请分批提交。 The limit is 10 MB. Send it in parts.',
  },
  'unsupported-media-type': {
    status: 415,
    title: '正文格式不支持 / Unsupported kind of body',
    detail:
      '请以 content-type: application/json 发送未压缩的 JSON。 Send plain JSON as content-type: application/json.',
  },
  'invalid-request': {
    status: 422,
    title: '请求内容有误 / The request does not fit',
    detail: '请按 errors 所列位置改正。 Correct the places that errors lists.',
  },
  'not-computable': {
    status: 422,
    title: '无法精确计算 / Not exactly computable',
    detail: '请按 errors 所列说明检查台账。 Check the ledger for what errors says.',
  },
  'answer-too-large': {
    status: 422,
    title: '结果过大 / The answer would be too large',
    detail: '请按 errors 所列说明缩小范围。 Narrow the request as errors says.',
  },
  internal: {
    status: 500,
    title: '内部错误 / Internal error',
    detail: '请凭 instance 编号联系管理员。 Give the id in instance to whoever runs this service.',
  },
} as const satisfies Record<string, { status: number; title: string; detail: string }>

export type ProblemCode = keyof typeof PROBLEMS

/** One place in a request that is wrong. It never repeats the value that was given. */
export interface ProblemPlace {
  /** RFC 6901 pointer into the request's body; empty for the body itself. */
  pointer: string
  code: string
  detail: Text
  suggestion?: string
}

const problemSchema = z
  .object({
    type: z.string().meta({ example: '/problems/invalid-request' }),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string().meta({ description: 'Id of the request' }),
    suggestion: z.string().optional().meta({ description: 'The nearest name that there is' }),
    errors: z
      .array(
        z.object({
          pointer: z.string().meta({ description: 'RFC 6901 pointer into the body' }),
          code: z.string(),
          detail: z.object({ zh: z.string(), en: z.string() }),
          suggestion: z.string().optional(),
        }),
      )
      .optional(),
  })
  .meta({ id: 'Problem', description: 'RFC 9457 problem' })

/** Thrown by handlers and middleware; `app.onError` turns it into the answer. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly code: ProblemCode
  readonly places: readonly ProblemPlace[]
  readonly suggestion: string | undefined

  constructor(code: ProblemCode, places: readonly ProblemPlace[] = [], suggestion?: string) {
    super(code)
    this.code = code
    this.places = places
    this.suggestion = suggestion
  }
}

/** The answer for a problem. */
export function answer(c: Context<AppEnv>, { code, places, suggestion }: ProblemError): Response {
  const { status, title, detail } = PROBLEMS[code]
  const problem = {
    type: `/problems/${code}`,
    title,
    status,
    detail,
    instance: c.get('requestId'),
    ...(suggestion !== undefined && { suggestion }),
    ...(places.length > 0 && { errors: places }),
  }
  return c.body(JSON.stringify(problem), status, { 'content-type': 'application/problem+json; charset=utf-8' })
}

/** What a thrown error is for the caller. Anything unforeseen stays inside. */
export function problemOf(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error
  if (error instanceof InputError) {
    const prefix = error.of === 'ledger' ? '/ledger' : ''
    return new ProblemError(
      'invalid-request',
      error.problems.map(({ pointer, message, ...rest }) => ({ ...rest, pointer: prefix + pointer, detail: message })),
    )
  }
  if (error instanceof EvaluationError && error.code === 'too-many-findings')
    return new ProblemError('answer-too-large', [{ pointer: '', code: error.code, detail: error.text }])
  if (error instanceof EvaluationError)
    return new ProblemError('not-computable', [{ pointer: '/ledger', code: error.code, detail: error.text }])
  if (error instanceof HTTPException && error.status === 415) return new ProblemError('unsupported-media-type')
  return new ProblemError('internal')
}

/** Responses that a route declares for the problems it can meet. */
export function declareProblems<const S extends number>(...statuses: S[]) {
  const response = {
    description: 'A problem, RFC 9457',
    content: { 'application/problem+json': { schema: problemSchema } },
  }
  return Object.fromEntries(statuses.map((status) => [status, response])) as Record<S, typeof response>
}
