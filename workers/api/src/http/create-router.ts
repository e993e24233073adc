import { OpenAPIHono } from '@hono/zod-openapi'
import type { AppEnv } from './app-env.ts'
import { invalidRequest } from './invalid-request.ts'

const PARTS = { query: 'query', param: 'path', header: 'header' } as const

/**
 * A router whose validators answer with problems. `known` are the names that the top level of its bodies may have, for
 * suggestions.
 */
export function createRouter(known: readonly string[] = []): OpenAPIHono<AppEnv> {
  return new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (result.success) return
      const part = result.target in PARTS ? PARTS[result.target as keyof typeof PARTS] : undefined
      throw invalidRequest(result.error, part === undefined ? known : [], part)
    },
  })
}
