import { EvaluationError, InputError, PackError, type Diagnostic, type Text } from '@tiaoli/engine'
import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { z } from 'zod'
import type { AppEnv, InputAt } from '../platform/ports.ts'
import { diagnosticSchema } from '../schema/check-schema.ts'
import { PROBLEMS, type ProblemCode } from './problem-details.ts'

/** One place in a request that is wrong. It never repeats the value that was given. */
export interface ProblemPlace {
  /** RFC 6901 pointer into the request's body, or into what `in` says; empty for the whole of it. */
  pointer: string
  in?: 'path' | 'query' | 'header'
  code: string
  detail: Text
  suggestion?: string
}

export const problemSchema = z
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
          pointer: z.string().meta({ description: 'RFC 6901 pointer into the body, or into what `in` says' }),
          in: z.enum(['path', 'query', 'header']).optional(),
          code: z.string(),
          detail: z.object({ zh: z.string(), en: z.string() }),
          suggestion: z.string().optional(),
        }),
      )
      .optional(),
    diagnostics: z.array(diagnosticSchema).optional().meta({ description: 'What is wrong with pack files' }),
    failures: z.array(z.looseObject({})).optional().meta({ description: 'Expectations of cases that do not hold' }),
  })
  .meta({ id: 'Problem', description: 'RFC 9457 problem' })

/** More that a problem can say. */
export interface ProblemExtras {
  /** The nearest name that there is. */
  suggestion?: string | undefined
  /** What is wrong with pack files, by file, line and column. */
  diagnostics?: readonly Diagnostic[]
  /** Expectations of cases that do not hold. */
  failures?: readonly object[]
  /** Headers of the answer. */
  headers?: Readonly<Record<string, string>>
}

/** Places of one problem; more would be no help to anybody. */
export const MOST_PLACES = 100
/** Characters of a pointer: a name may be as long as a body. */
const LONGEST_POINTER = 1000

/** Places as they are told: not too many, and none too long. */
export function told(places: readonly ProblemPlace[]): ProblemPlace[] {
  return places.slice(0, MOST_PLACES).map((place) => ({ ...place, pointer: cut(place.pointer) }))
}

function cut(pointer: string): string {
  return pointer.length > LONGEST_POINTER ? `${pointer.slice(0, LONGEST_POINTER).toWellFormed()}…` : pointer
}

/** Thrown by handlers and middleware; `app.onError` turns it into the answer. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError'
  readonly code: ProblemCode
  readonly places: readonly ProblemPlace[]
  readonly extras: ProblemExtras

  constructor(
    code: ProblemCode,
    places: readonly ProblemPlace[] = [],
    extras: ProblemExtras = {},
    options?: ErrorOptions,
  ) {
    super(code, options)
    this.code = code
    this.places = places
    this.extras = extras
  }
}

/** The answer for a problem. */
export function answer(c: Context<AppEnv>, { code, places, extras: { headers, ...extras } }: ProblemError): Response {
  const { status, title, detail } = PROBLEMS[code]
  const problem = {
    type: `/problems/${code}`,
    title: `${title.zh} / ${title.en}`,
    status,
    detail: `${detail.zh} ${detail.en}`,
    instance: c.get('requestId'),
    ...extras,
    ...(places.length > 0 && { errors: told(places) }),
  }
  // A handler that failed on its way may have named what it meant to give.
  c.header('etag', undefined)
  return c.body(JSON.stringify(problem), status, {
    ...headers,
    'cache-control': 'no-store',
    'content-type': 'application/problem+json; charset=utf-8',
  })
}

/** What a thrown error is for the caller. Anything unforeseen stays inside. */
export function problemOf(error: unknown, { ledger = '/ledger', options }: InputAt = {}): ProblemError {
  if (error instanceof ProblemError) return error
  if (error instanceof InputError) {
    const at = error.of === 'ledger' ? { prefix: ledger } : { prefix: '', part: options && { in: options } }
    return new ProblemError(
      'invalid-request',
      error.problems.map(({ pointer, message, ...rest }) => ({
        ...at.part,
        ...rest,
        pointer: at.prefix + pointer,
        detail: message,
      })),
    )
  }
  if (error instanceof PackError) return new ProblemError('faulty-pack', [], { diagnostics: error.diagnostics })
  if (error instanceof EvaluationError && error.code === 'too-many-findings')
    return new ProblemError('answer-too-large', [{ pointer: '', code: error.code, detail: error.text }])
  if (error instanceof EvaluationError)
    return new ProblemError('not-computable', [{ pointer: ledger, code: error.code, detail: error.text }])
  if (error instanceof HTTPException && error.status === 415) return new ProblemError('unsupported-media-type')
  return new ProblemError('internal')
}
