import type { Context } from 'hono'
import { limitPlaces } from '../problem/limit-places.ts'
import { PROBLEM_DETAILS } from '../problem/problem-details.ts'
import type { ProblemError } from '../problem/problem-error.ts'
import type { AppEnv } from './app-env.ts'

/** The response for a problem: `application/problem+json`, RFC 9457. */
export function problemResponse(
  c: Context<AppEnv>,
  { code, places, extras: { headers, ...extras } }: ProblemError,
): Response {
  const { status, title, detail } = PROBLEM_DETAILS[code]
  const problem = {
    type: `/problems/${code}`,
    title: `${title.zh} / ${title.en}`,
    status,
    detail: `${detail.zh} ${detail.en}`,
    instance: c.get('requestId'),
    ...extras,
    ...(places.length > 0 && { errors: limitPlaces(places) }),
  }
  // A handler may have set the ETag of what it meant to answer before it failed.
  c.header('etag', undefined)
  return c.body(JSON.stringify(problem), status, {
    ...headers,
    'cache-control': 'no-store',
    'content-type': 'application/problem+json; charset=utf-8',
  })
}
