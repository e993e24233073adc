import { z } from 'zod'
import { problemSchema } from './problem.ts'

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

/** Any route may be refused for who asks or how often. */
const ALWAYS = [401, 403, 429] as const

/** Responses that a route declares for the problems it can meet. */
export function problems<const S extends number = never>(...statuses: S[]) {
  const response = {
    description: 'A problem, RFC 9457',
    content: { 'application/problem+json': { schema: problemSchema } },
  }
  return Object.fromEntries(
    [...ALWAYS, ...statuses].sort((a, b) => a - b).map((status) => [status, response]),
  ) as Record<S | (typeof ALWAYS)[number], typeof response>
}

/** The problems that a change of what was read before, with a body, can meet. */
export const CHANGE_PROBLEMS = problems(400, 404, 409, 412, 413, 415, 422, 428)

/** What a caller has already: the answer to a matching If-None-Match. */
export const UNCHANGED = { 304: { description: 'What you have is current' } } as const

/** A route's answer that is not one JSON value: JSON lines, or a file as it was written. */
export function text(description: string, mediaType: string) {
  // Under a name that is not known to the types, they leave the answer alone.
  const content: Record<string, { schema: z.ZodType }> = { [mediaType]: { schema: z.string() } }
  return { description, content }
}
