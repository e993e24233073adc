import { OpenAPIHono } from '@hono/zod-openapi'
import type { z } from 'zod'
import type { AppEnv } from './app-env.ts'
import { formValues } from './read-form.ts'
import { invalidRequest } from './invalid-request.ts'

const PARTS = { query: 'query', param: 'path', header: 'header' } as const

/** A router whose validators answer with problems. `shape` has the properties of its bodies. */
export function createRouter(shape: Readonly<Record<string, z.ZodType>> = {}): OpenAPIHono<AppEnv> {
  return new OpenAPIHono<AppEnv>({
    defaultHook: async (result, c) => {
      if (result.success) return
      const part = result.target in PARTS ? PARTS[result.target as keyof typeof PARTS] : undefined
      const sent = () => (result.target === 'form' ? formValues(c) : c.req.json<unknown>())
      const refused = part === undefined ? { shape, data: await sent() } : { shape: {}, data: {} }
      throw invalidRequest(result.error, refused, part)
    },
  })
}
