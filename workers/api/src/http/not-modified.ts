import type { Context } from 'hono'
import type { Edition } from '../registry/edition.ts'
import type { AppEnv } from './app-env.ts'

/** An ETag for an answer about a version: it names the version, whether it is published, and the code. */
export function editionTag(c: Context<AppEnv>, { sha256, version, seq, engine }: Edition): string {
  return [sha256.slice(0, 32), version, seq ?? 0, engine, c.get('ports').release].join('.')
}

/**
 * Sets the headers for caching an answer that changes only with its tag, and returns whether the caller has it already,
 * so that the answer is a 304. A pinned answer never changes; any other has to be revalidated each time.
 */
export function isNotModified(c: Context<AppEnv>, tag: string, pinned = false): boolean {
  const etag = `"${tag}"`
  c.header('etag', etag)
  c.header('cache-control', pinned ? 'private, max-age=31536000, immutable' : 'private, no-cache')
  c.header('vary', 'authorization')
  const known = c.req.header('if-none-match')
  return (
    known !== undefined &&
    (known.trim() === '*' || known.split(',').some((one) => one.trim().replace(/^W\//, '') === etag))
  )
}
