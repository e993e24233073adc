import { z } from 'zod'

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

/** A required form. */
export function formRequest<S extends z.ZodType>(schema: S) {
  return { required: true, content: { 'multipart/form-data': { schema } } }
}

/** The response where If-None-Match names the current ETag. */
export const NOT_MODIFIED = { 304: { description: 'Not modified' } } as const
