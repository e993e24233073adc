import { createMiddleware } from 'hono/factory'
import { routePath } from 'hono/route'
import type { AppEnv } from './app-env.ts'

/** One log line for each request: ids, counts and outcomes, never a word of what was sent. */
export const logRequests = createMiddleware<AppEnv>(async (c, next) => {
  c.set('logFields', {})
  await next()
  const caller = c.get('caller') as AppEnv['Variables']['caller'] | undefined
  c.get('ports').log({
    event: 'request',
    request: c.get('requestId'),
    method: c.req.method,
    route: routePath(c, -1),
    status: c.res.status,
    caller: caller?.via ?? 'unknown',
    ...c.get('logFields'),
  })
})
