import { OpenAPIHono } from '@hono/zod-openapi'
import { ENGINE_VERSION } from '@tiaoli/engine'
import { bodyLimit } from 'hono/body-limit'
import { methodNotAllowed } from 'hono/method-not-allowed'
import { requestId } from 'hono/request-id'
import { secureHeaders } from 'hono/secure-headers'
import type { AppEnv } from './env.ts'
import { answer, ProblemError, problemOf } from './problem.ts'
import { evaluate } from './routes/evaluate.ts'
import { packs } from './routes/packs.ts'
import { service } from './routes/service.ts'

const MAX_BODY = 10 * 1024 * 1024

/** The API, without anything of the platform it runs on. */
export function createApp() {
  const app = new OpenAPIHono<AppEnv>()

  app.use(requestId({ limitLength: 64 }))
  app.use(
    secureHeaders({ contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } }),
    async (c, next) => {
      await next()
      c.header('cache-control', 'no-store') // answers hold findings about named firms
    },
  )
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (c, methods) => {
        c.header('allow', methods.join(', '))
        return answer(c, new ProblemError('method-not-allowed'))
      },
    }),
  )
  app.use(
    bodyLimit({
      maxSize: MAX_BODY,
      onError: () => {
        throw new ProblemError('body-too-large')
      },
    }),
  )
  app.notFound((c) => answer(c, new ProblemError('unknown-route')))
  app.onError((error, c) => {
    const problem = problemOf(error)
    // A message may quote the ledger: names and codes are all that is logged.
    if (problem.code === 'internal')
      console.error(JSON.stringify({ event: 'internal', request: c.get('requestId'), error: error.name }))
    return answer(c, problem)
  })
  app.doc31('/openapi.json', {
    openapi: '3.1.0',
    info: {
      title: 'Tiaoli 条理',
      version: ENGINE_VERSION,
      description: 'Which clause applies, is it met, why, what is missing, what would cure it.',
    },
  })
  return app.route('/', service).route('/', packs).route('/', evaluate)
}

/** For typed clients: `hc<App>`. */
export type App = ReturnType<typeof createApp>
