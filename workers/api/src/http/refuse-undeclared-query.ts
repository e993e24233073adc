import type { OpenAPIHono } from '@hono/zod-openapi'
import { pointerOf } from '@tiaoli/engine'
import { createMiddleware } from 'hono/factory'
import { matchedRoutes } from 'hono/route'
import type { AppEnv } from '../platform/ports.ts'
import { ProblemError } from '../problem/problem-error.ts'

/**
 * Refuses queries at addresses that take none: what would be ignored is most likely meant to do something. Those that
 * take one refuse what they do not know by their schemas.
 */
export function refuseUndeclaredQuery(app: OpenAPIHono<AppEnv>) {
  let withoutQuery: ReadonlySet<string> | undefined
  return createMiddleware<AppEnv>(async (c, next) => {
    const names = Object.keys(c.req.query())
    if (names.length === 0) return next()
    withoutQuery ??= routesWithoutQuery(app)
    const refuses = matchedRoutes(c).some(({ method, path }) => withoutQuery?.has(`${method} ${path}`))
    if (refuses) throw notDeclared(names)
    return next()
  })
}

function routesWithoutQuery({ openAPIRegistry }: OpenAPIHono<AppEnv>): ReadonlySet<string> {
  const routes = openAPIRegistry.definitions.flatMap((definition) =>
    definition.type === 'route' ? definition.route : [],
  )
  return new Set(
    routes
      .filter(({ request }) => request?.query === undefined)
      .map(({ method, path }) => `${method.toUpperCase()} ${path.replaceAll(/\/{(.+?)}/g, '/:$1')}`),
  )
}

function notDeclared(names: readonly string[]): ProblemError {
  return new ProblemError(
    'invalid-request',
    names.map((name) => ({
      in: 'query',
      pointer: pointerOf([name]),
      code: 'unknown-property',
      detail: {
        zh: '此地址不接受查询参数。请删去；如属正文内容，请写入正文。',
        en: 'The address takes no query. Remove it; what belongs to the body goes there.',
      },
    })),
  )
}
