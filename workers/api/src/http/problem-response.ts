import type { Text } from '@tiaoli/engine'
import { BOTH, OwnLanguages, type Reading } from '@tiaoli/engine/plan'
import type { Context } from 'hono'
import { limitPlaces } from '../problem/limit-places.ts'
import { PROBLEM_DETAILS } from '../problem/problem-details.ts'
import type { ProblemError } from '../problem/problem-error.ts'
import type { AppEnv } from './app-env.ts'

/** The response for a problem: `application/problem+json`, RFC 9457; in the languages of the pack that the request is about. */
export function problemResponse(
  c: Context<AppEnv>,
  { code, places, extras: { headers, ...extras } }: ProblemError,
  reading: Reading = BOTH,
): Response {
  const { status, title, detail } = PROBLEM_DETAILS[code]
  const words = (text: Text) => reading.map(({ sentences }) => text[sentences])
  const problem = {
    type: `/problems/${code}`,
    title: words(title).join(' / '),
    status,
    detail: words(detail).join(' '),
    instance: c.get('requestId'),
    ...extras,
    ...(places.length > 0 && { errors: new OwnLanguages(reading).of(limitPlaces(places)) }),
  }
  // A handler may have set the ETag of what it meant to answer before it failed.
  c.header('etag', undefined)
  return c.body(JSON.stringify(problem), status, {
    ...headers,
    'cache-control': 'no-store',
    'content-type': 'application/problem+json; charset=utf-8',
  })
}
