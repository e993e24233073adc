import { z } from 'zod'
import { problemSchema } from '../problem/problem-error.ts'
import { PROBLEMS } from '../problem/problem-details.ts'

/** A route's answer in JSON. */
export function json<S extends z.ZodType>(description: string, schema: S) {
  return { description, content: { 'application/json': { schema } } }
}

/** A required body in JSON. */
export function jsonRequest<S extends z.ZodType>(
  schema: S,
  examples?: Record<string, { summary: string; value: unknown }>,
) {
  return { required: true, content: { 'application/json': { schema, ...(examples && { examples }) } } }
}

/** Any address may be asked by another method, and may fail. */
const ANYWHERE = [405, 500] as const
/** Where it is asked who calls: who, how often, with what, and whether the database is there. */
const GUARDED = [401, 403, 422, 429, 503] as const

/** Responses that a route declares for the problems it can meet, one that asks who calls. */
export function problems<const S extends number = never>(...statuses: S[]) {
  return openProblems<S | (typeof GUARDED)[number]>(...GUARDED, ...statuses)
}

/** The same where nobody is asked who they are. */
export function openProblems<const S extends number = never>(...statuses: S[]) {
  const all = [...ANYWHERE, ...statuses].sort((a, b) => a - b)
  return Object.fromEntries(all.map((status) => [status, problemResponse(status)])) as Record<
    S | (typeof ANYWHERE)[number],
    ReturnType<typeof problemResponse>
  >
}

/** A problem, and which there are of its status. */
function problemResponse(status: number) {
  const codes = Object.entries(PROBLEMS).flatMap(([code, problem]) => (problem.status === status ? code : []))
  return {
    description: `A problem, RFC 9457. Those of this status: ${codes.join(', ')}`,
    content: { 'application/problem+json': { schema: problemSchema } },
  }
}

/** The problems that a change of what was read before, with a body, can meet. */
export const CHANGE_PROBLEMS = problems(400, 404, 409, 412, 413, 415, 428)

/** What a caller has already: the answer to a matching If-None-Match. */
export const UNCHANGED = { 304: { description: 'What you have is current' } } as const

/** A route's answer that it writes itself: lines, a calendar, or a file as it was written; what it is by media type. */
export function text(description: string, schemas: Readonly<Record<string, z.ZodType>>) {
  // Under names that are not known to the types, they leave the answer alone.
  const content: Record<string, { schema: z.ZodType }> = Object.fromEntries(
    Object.entries(schemas).map(([mediaType, schema]) => [mediaType, { schema }]),
  )
  return { description, content }
}
