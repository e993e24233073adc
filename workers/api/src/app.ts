import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { methodNotAllowed } from 'hono/method-not-allowed'
import { requestId } from 'hono/request-id'
import { secureHeaders } from 'hono/secure-headers'
import type { AppEnv } from './http/app-env.ts'
import { BodyRoom } from './http/body-room.ts'
import { logRequests } from './http/log-requests.ts'
import { openApiRoute, serveOpenApi } from './http/openapi-document.ts'
import { problemResponse } from './http/problem-response.ts'
import { readingOfRequest } from './http/reading-of-request.ts'
import { refuseUndeclaredQuery } from './http/refuse-undeclared-query.ts'
import { ConfigurationError } from './platform/configuration-error.ts'
import type { Ports } from './platform/ports.ts'
import { ProblemError } from './problem/problem-error.ts'
import { problemOfError } from './problem/problem-of-error.ts'
import { auditRoutes } from './routes/audit-routes.ts'
import { calendarRoutes } from './routes/calendar-routes.ts'
import { checkRoutes } from './routes/check-routes.ts'
import { amendRoutes } from './routes/amend-routes.ts'
import { compareRoutes } from './routes/compare-routes.ts'
import { draftRoutes } from './routes/draft-routes.ts'
import { evaluateRoutes } from './routes/evaluate-routes.ts'
import { importRoutes } from './routes/import-routes.ts'
import { packRoutes } from './routes/pack-routes.ts'
import { paperRoutes } from './routes/paper-routes.ts'
import { problemRoutes } from './routes/problem-routes.ts'
import { publicationRoutes } from './routes/publication-routes.ts'
import { questionRoutes } from './routes/question-routes.ts'
import { reviewRoutes } from './routes/review-routes.ts'
import { serviceRoutes } from './routes/service-routes.ts'
import { signingRoutes } from './routes/signing-routes.ts'
import { streamRoutes } from './routes/stream-routes.ts'
import { templateReadRoutes, templateRoutes } from './routes/template-routes.ts'
import { tokenRoutes } from './routes/token-routes.ts'
import { versionRoutes } from './routes/version-routes.ts'
import { streamAnswerSchema, streamHeadSchema, streamRecordSchema } from './schema/stream-schema.ts'
import { HealthCheck } from './startup/health-check.ts'
import { ServicePreparation } from './startup/prepare-service.ts'
import { SqlUnavailable } from './storage/sql-unavailable.ts'

/** The API on any platform: `portsOf` gives what it needs from the platform for a request. */
export function createApp(portsOf: (c: Context<AppEnv>) => Ports) {
  const app = new OpenAPIHono<AppEnv>()
  const preparation = new ServicePreparation()
  const health = new HealthCheck()
  let bodyRoom: BodyRoom | undefined

  app.use(
    requestId({ limitLength: 64 }),
    async (c, next) => {
      const ports = portsOf(c)
      c.set('ports', ports)
      c.set('bodyRoom', (bodyRoom ??= new BodyRoom(ports.bodiesBytes)))
      c.set('prepareService', () => preparation.prepare(ports))
      c.set('checkHealth', () => health.check(ports.sql))
      await next()
    },
    logRequests,
  )
  app.use(
    secureHeaders({ contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } }),
    async (c, next) => {
      await next()
      // Reports are about named firms: only routes that set the header themselves allow caching.
      // Not `c.header`, which would copy the finished response with its body as a stream.
      if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'no-store')
    },
  )
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (c, methods) => {
        c.header('allow', methods.join(', '))
        return problemResponse(c, new ProblemError('method-not-allowed'))
      },
    }),
  )
  app.use('/v1/*', refuseUndeclaredQuery(app))
  app.notFound((c) => problemResponse(c, new ProblemError('unknown-route')))
  app.onError(async (error, c) => {
    const problem = problemOfError(error, c.get('requestPlaces'))
    c.set('logFields', { ...c.get('logFields'), problem: problem.code })
    // The message of an unforeseen error may quote the ledger: only its name is logged.
    if (problem.code === 'internal') {
      const detail = error instanceof ConfigurationError && { detail: error.message }
      console.error(JSON.stringify({ event: 'internal', request: c.get('requestId'), error: error.name, ...detail }))
    }
    if (problem.cause instanceof SqlUnavailable)
      console.error(JSON.stringify({ event: problem.code, request: c.get('requestId'), reason: problem.cause.reason }))
    return problemResponse(c, problem, await readingOfRequest(c))
  })
  app.openAPIRegistry.registerComponent('securitySchemes', 'token', {
    type: 'http',
    scheme: 'bearer',
    description: 'tl_…, issued by an admin: POST /v1/tokens',
  })
  // The description of the stream names the schemas of its lines.
  app.openAPIRegistry.register('StreamHead', streamHeadSchema)
  app.openAPIRegistry.register('StreamRecord', streamRecordSchema)
  app.openAPIRegistry.register('StreamAnswer', streamAnswerSchema)
  app.openAPIRegistry.registerPath(openApiRoute)
  app.get('/openapi.json', serveOpenApi(app))
  return app
    .route('/', serviceRoutes)
    .route('/', problemRoutes)
    .route('/', packRoutes)
    .route('/', versionRoutes)
    .route('/', publicationRoutes)
    .route('/', draftRoutes)
    .route('/', reviewRoutes)
    .route('/', evaluateRoutes)
    .route('/', streamRoutes)
    .route('/', calendarRoutes)
    .route('/', questionRoutes)
    .route('/', importRoutes)
    .route('/', templateRoutes)
    .route('/', templateReadRoutes)
    .route('/', paperRoutes)
    .route('/', compareRoutes)
    .route('/', amendRoutes)
    .route('/', checkRoutes)
    .route('/', auditRoutes)
    .route('/', signingRoutes)
    .route('/', tokenRoutes)
}

/** For typed clients: `hc<App>`. */
export type App = ReturnType<typeof createApp>
