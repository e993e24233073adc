import { z } from 'zod'
import { expect } from 'vitest'
import { createApp } from '../../workers/api/src/app.ts'

const PROBLEM = 'application/problem+json'

interface Declared {
  content?: Record<string, { schema?: unknown }>
}

interface Route {
  method: string
  /** With the names of parameters: `/v1/packs/{pack}`. */
  path: string
  pattern: RegExp
  responses: Record<string, Declared>
}

const { openAPIRegistry } = createApp(() => {
  throw new Error('The app is used for its description only')
})

const routes = openAPIRegistry.definitions
  .flatMap((definition) => (definition.type === 'route' ? definition.route : []))
  .map(({ method, path, responses }): Route => {
    const pattern = new RegExp(`^${path.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+')}$`)
    return { method: method.toUpperCase(), path, pattern, responses: responses as Route['responses'] }
  })
  // A literal path goes before one with parameters.
  .toSorted((a, b) => a.path.split('{').length - b.path.split('{').length)

/** Fails if the OpenAPI document does not declare a response for its address: status, media type, shape and problem. */
export async function expectDeclared({ method, url }: Request, response: Response): Promise<void> {
  const { pathname } = new URL(url)
  const declaredMethod = method === 'HEAD' ? 'GET' : method
  const here = routes.filter(({ pattern }) => pattern.test(pathname))
  if (here.length === 0) return
  // Every operation declares the response to a method that its address does not have.
  const route = here.find((item) => item.method === declaredMethod) ?? here[0]!
  const { status } = response
  const about = `${method} ${route.path}, ${status}`
  const declared = route.responses[status]
  if (!declared) throw new Error(`${about} is not declared`)
  const [mediaType = ''] = (response.headers.get('content-type') ?? '').split(';')
  const types = Object.keys(declared.content ?? {})
  if (types.length > 0 && !types.includes(mediaType)) throw new Error(`${about}: ${mediaType} is not declared`)
  const schema = declared.content?.[mediaType]?.schema
  if (method === 'HEAD' || !/[/+]json$/.test(mediaType)) return
  // A file of a draft may be any text.
  if (!(schema instanceof z.ZodType) || schema instanceof z.ZodUnknown) return
  const body: unknown = await response.clone().json()
  const parsed = schema.safeParse(body)
  const undeclared = parsed.error?.issues.some(({ path }) => mediaType === PROBLEM && path[0] === 'type')
  if (undeclared) throw new Error(`${about}: ${(body as { type: string }).type} is not declared`)
  if (!parsed.success) throw new Error(`${about} is not as declared: ${z.prettifyError(parsed.error)}`)
  // Parsing removes properties that the schema does not declare.
  expect(parsed.data, `${about} says more than is declared`).toEqual(body)
}
