import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { methodNotAllowed } from 'hono/method-not-allowed'
import { requestId } from 'hono/request-id'
import { secureHeaders } from 'hono/secure-headers'
import { ConfigurationError } from './platform/configuration-error.ts'
import type { AppEnv, Ports } from './platform/ports.ts'
import { refuseUndeclaredQuery } from './http/refuse-undeclared-query.ts'
import { limitBody } from './http/limit-body.ts'
import { logRequest } from './http/log-requests.ts'
import { openApiOf, openApiRoute } from './http/openapi-document.ts'
import { answer, ProblemError, problemOf } from './problem/problem-error.ts'
import { audit } from './routes/audit-routes.ts'
import { calendar } from './routes/calendar-routes.ts'
import { check } from './routes/check-routes.ts'
import { compare } from './routes/compare-routes.ts'
import { drafts } from './routes/draft-routes.ts'
import { evaluate } from './routes/evaluate-routes.ts'
import { packs } from './routes/pack-routes.ts'
import { problems } from './routes/problem-routes.ts'
import { publications } from './routes/publication-routes.ts'
import { review } from './routes/review-routes.ts'
import { questions } from './routes/question-routes.ts'
import { service } from './routes/service-routes.ts'
import { stream } from './routes/stream-routes.ts'
import { tokens } from './routes/token-routes.ts'
import { versions } from './routes/version-routes.ts'
import { streamAnswerSchema, streamHeadSchema, streamRecordSchema } from './schema/stream-schema.ts'

/** The API, without anything of the platform it runs on. */
export function createApp(portsOf: (c: Context<AppEnv>) => Ports) {
  const app = new OpenAPIHono<AppEnv>()

  app.use(
    requestId({ limitLength: 64 }),
    async (c, next) => {
      c.set('ports', portsOf(c))
      await next()
    },
    logRequest,
  )
  app.use(
    secureHeaders({ contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } }),
    async (c, next) => {
      await next()
      // Answers hold findings about named firms; what may be kept says so itself.
      // Not by `c.header`: on an answer that is there already it copies the answer, with its body as a stream.
      if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store')
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
  // A stream is counted as it is read.
  app.use((c, next) => (c.req.path.endsWith('/evaluate/stream') ? next() : limitBody(c, next)))
  app.use('/v1/*', refuseUndeclaredQuery(app))
  app.notFound((c) => answer(c, new ProblemError('unknown-route')))
  app.onError((error, c) => {
    const problem = problemOf(error, c.get('inputAt'))
    c.set('log', { ...c.get('log'), problem: problem.code })
    // A message may quote the ledger: of what was not foreseen only the name is logged.
    if (problem.code === 'internal') {
      const detail = error instanceof ConfigurationError && { detail: error.message }
      console.error(JSON.stringify({ event: 'internal', request: c.get('requestId'), error: error.name, ...detail }))
    }
    return answer(c, problem)
  })
  app.openAPIRegistry.registerComponent('securitySchemes', 'token', {
    type: 'http',
    scheme: 'bearer',
    description: 'tl_…, given out by an admin: POST /v1/tokens',
  })
  // What stands in lines is named by the description of its route.
  app.openAPIRegistry.register('StreamHead', streamHeadSchema)
  app.openAPIRegistry.register('StreamRecord', streamRecordSchema)
  app.openAPIRegistry.register('StreamAnswer', streamAnswerSchema)
  app.openAPIRegistry.registerPath(openApiRoute)
  app.get('/openapi.json', openApiOf(app))
  return app
    .route('/', service)
    .route('/', problems)
    .route('/', packs)
    .route('/', versions)
    .route('/', publications)
    .route('/', drafts)
    .route('/', review)
    .route('/', evaluate)
    .route('/', stream)
    .route('/', calendar)
    .route('/', questions)
    .route('/', compare)
    .route('/', check)
    .route('/', audit)
    .route('/', tokens)
}

/** For typed clients: `hc<App>`. */
export type App = ReturnType<typeof createApp>
