import { decodeText, withoutByteOrderMark } from '@tiaoli/engine/plan'
import { createMiddleware } from 'hono/factory'
import type { HonoRequest } from 'hono'
import { placesOfProblems } from '../problem/places-of-problems.ts'
import { ProblemError } from '../problem/problem-error.ts'
import { sha256 } from '../storage/sha256.ts'
import type { AppEnv } from './app-env.ts'
import { limitEntries } from './limit-entries.ts'
import { parseJson } from './parse-json.ts'
import { requireMediaType } from './require-media-type.ts'
import { withBody } from './with-body.ts'

const JSON_TYPE = 'application/json'

/**
 * Reads a JSON body once, strictly, before any validator sees it: plain JSON in UTF-8, of bounded depth, without
 * duplicate keys. Errors name their place and never quote the body.
 */
export const readJsonBody = createMiddleware<AppEnv>(async (c, next) => {
  requireMediaType(c.req, JSON_TYPE)
  await withBody(c, async (bytes) => {
    const { text = '', value } = parseJson(bytes)
    limitEntries(value)
    c.set('bodyDigest', () => sha256(text))
    c.req.json = <T>() => Promise.resolve(value as T)
    normalizeContentType(c.req)
    await next()
  })
})

/** Reads a pack file as text, errors included, so that its diagnostics have lines and columns. */
export const readFileBody = createMiddleware<AppEnv>(async (c, next) => {
  requireMediaType(c.req, JSON_TYPE)
  await withBody(c, async (bytes) => {
    const decoded = decodeText(bytes)
    if (decoded.problem) throw new ProblemError('not-text', placesOfProblems([decoded.problem]))
    const text = withoutByteOrderMark(decoded.text)
    if (text.includes('\0')) throw new ProblemError('not-text')
    c.set('bodyDigest', () => sha256(text))
    c.req.text = () => Promise.resolve(text)
    await next()
  })
})

/** The validators recognize fewer spellings of the header than are valid. */
function normalizeContentType(req: HonoRequest): void {
  if (req.header('content-type') === JSON_TYPE) return
  const { url, method } = req.raw
  const headers = new Headers(req.raw.headers)
  headers.set('content-type', JSON_TYPE)
  req.raw = new Request(url, { method, headers }) // without its body, which has been read
}
