import type { OpenAPIHono } from '@hono/zod-openapi'
import { pointerOf } from '@tiaoli/engine/plan'
import { createMiddleware } from 'hono/factory'
import { matchedRoutes } from 'hono/route'
import { ProblemError } from '../problem/problem-error.ts'
import type { AppEnv } from './app-env.ts'

/**
 * Refuses a query at an address that declares none, since ignoring it would hide a mistake. Where one is declared, its
 * schema refuses unknown names.
 */
export function refuseUndeclaredQuery(app: OpenAPIHono<AppEnv>) {
  let withoutQuery: ReadonlySet<string> | undefined
  return createMiddleware<AppEnv>(async (c, next) => {
    const names = Object.keys(c.req.query())
    if (names.length === 0) return next()
    withoutQuery ??= routesWithoutQuery(app)
    const isUndeclared = matchedRoutes(c).some(({ method, path }) => withoutQuery?.has(`${method} ${path}`))
    if (isUndeclared) throw undeclaredQuery(names)
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

function undeclaredQuery(names: readonly string[]): ProblemError {
  return new ProblemError(
    'invalid-request',
    names.map((name) => ({
      in: 'query',
      pointer: pointerOf([name]),
      code: 'unknown-property',
      detail: {
        zh: '此地址不接受查询参数。请删去，或写入正文。',
        en: 'This address takes no query parameters. Remove it, or move it to the body.',
      },
    })),
  )
}
