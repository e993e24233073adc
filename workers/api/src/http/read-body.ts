import { createMiddleware } from 'hono/factory'
import type { HonoRequest } from 'hono'
import type { AppEnv } from '../platform/ports.ts'
import { sha256 } from '../storage/sha256.ts'
import { refuseUnless } from './require-media-type.ts'
import { parse } from './parse-json.ts'
import { ProblemError, type ProblemPlace } from '../problem/problem-error.ts'
import { refuseCrowd } from './limit-entries.ts'

export const NOT_UTF_8: ProblemPlace = {
  pointer: '',
  code: 'not-utf-8',
  detail: { zh: '正文不是 UTF-8 编码。', en: 'The body is not UTF-8.' },
}
const JSON_TYPE = 'application/json'

/**
 * Reads a JSON body once, strictly, before any validator sees it: plain JSON in UTF-8, of bounded depth, no key
 * twice. What is wrong is said with its place and without a word of the body.
 */
export const jsonBody = createMiddleware<AppEnv>(async (c, next) => {
  refuseUnless(c.req, JSON_TYPE)
  const text = decode(await c.req.arrayBuffer())
  if (text === undefined) throw new ProblemError('malformed-json', [NOT_UTF_8])
  const value = parse(text)
  refuseCrowd(value)
  c.set('bodyDigest', () => sha256(text))
  c.req.json = <T>() => Promise.resolve(value as T)
  callItJson(c.req)
  await next()
})

/** Reads a body that is a pack file: kept as it is, faults and all, for its diagnostics to have lines and columns. */
export const fileBody = createMiddleware<AppEnv>(async (c, next) => {
  refuseUnless(c.req, JSON_TYPE)
  const text = decode(await c.req.arrayBuffer())
  if (text === undefined || text.includes('\0')) throw new ProblemError('not-text')
  c.set('bodyDigest', () => sha256(text))
  c.req.text = () => Promise.resolve(text)
  await next()
})

/** The validators compare the header letter by letter, and know fewer spellings of it than there are. */
function callItJson(req: HonoRequest): void {
  if (req.header('content-type') === JSON_TYPE) return
  const { url, method } = req.raw
  const headers = new Headers(req.raw.headers)
  headers.set('content-type', JSON_TYPE)
  req.raw = new Request(url, { method, headers }) // without its body, which is read
}

/** UTF-8 as text; undefined where it is none. */
function decode(bytes: ArrayBuffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes)
  } catch {
    return undefined
  }
}
