import type { Context } from 'hono'
import type { AppEnv } from '../platform/ports.ts'
import type { Edition } from '../registry/version-store.ts'

/** Names all that an answer about a version depends on: the version, whether it is published, and the code. */
export function tagOf(c: Context<AppEnv>, { sha256, version, seq, engine }: Edition): string {
  return [sha256.slice(0, 32), version, seq ?? 0, engine, c.get('ports').release].join('.')
}

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
