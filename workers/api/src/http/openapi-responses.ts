import { z } from 'zod'
import { PROBLEM_DETAILS } from '../problem/problem-details.ts'
import { problemSchema } from '../schema/problem-schema.ts'

/** A response in JSON. */
export function jsonResponse<S extends z.ZodType>(description: string, schema: S) {
  return { description, content: { 'application/json': { schema } } }
}

/** A response that the route writes itself, such as NDJSON, a calendar or a file: schemas by media type. */
export function textResponse(description: string, schemas: Readonly<Record<string, z.ZodType>>) {
  // Under names that are unknown to the types, they do not constrain the handler.
  const content: Record<string, { schema: z.ZodType }> = Object.fromEntries(
    Object.entries(schemas).map(([mediaType, schema]) => [mediaType, { schema }]),
  )
  return { description, content }
}

/** A required body in JSON. */
export function jsonRequest<S extends z.ZodType>(
  schema: S,
  examples?: Record<string, { summary: string; value: unknown }>,
) {
  return { required: true, content: { 'application/json': { schema, ...(examples && { examples }) } } }
}

/** Any address may be called with another method, and may fail. */
const ALWAYS = [405, 500] as const
/** An address that requires a permission may also refuse the caller, the query, or find no database. */
const AUTHORIZED = [401, 403, 422, 429, 503] as const

/** The problem responses of a route that requires a permission: these, and those that any such route may give. */
export function authorizedProblems<const S extends number = never>(...statuses: S[]) {
  return publicProblems<S | (typeof AUTHORIZED)[number]>(...AUTHORIZED, ...statuses)
}

/** The problem responses of a route for everybody. */
export function publicProblems<const S extends number = never>(...statuses: S[]) {
  const all = [...ALWAYS, ...statuses].sort((a, b) => a - b)
  return Object.fromEntries(all.map((status) => [status, problemDescription(status)])) as Record<
    S | (typeof ALWAYS)[number],
    ReturnType<typeof problemDescription>
  >
}

function problemDescription(status: number) {
  const codes = Object.entries(PROBLEM_DETAILS).flatMap(([code, problem]) => (problem.status === status ? code : []))
  return {
    description: `Problem details, RFC 9457. With this status: ${codes.join(', ')}`,
    content: { 'application/problem+json': { schema: problemSchema } },
  }
}

/** The problem responses of a route that changes a draft. */
export const DRAFT_CHANGE_PROBLEMS = authorizedProblems(400, 404, 409, 412, 413, 415, 428)

/** The response where If-None-Match names the current ETag. */
export const NOT_MODIFIED = { 304: { description: 'Not modified' } } as const
