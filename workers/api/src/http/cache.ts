import type { Context } from 'hono'
import type { AppEnv } from '../env.ts'

/**
 * Marks an answer that changes only with what `tag` names, and tells whether the caller has it already.
 * A pinned one never changes; of the current one a cache must ask each time.
 */
export function isFresh(c: Context<AppEnv>, tag: string, pinned = false): boolean {
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
