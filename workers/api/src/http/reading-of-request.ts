import { BOTH, type Reading } from '@tiaoli/engine/plan'
import type { Context } from 'hono'
import { compiledVersion } from '../registry/compiled-pack.ts'
import { findPublishedEdition } from '../registry/publication-store.ts'
import type { AppEnv } from './app-env.ts'

/**
 * The languages in which the pack is read that a request is about: Chinese and English where there is none. A request
 * may have been refused before its pack was looked at.
 */
export async function readingOfRequest(c: Context<AppEnv>): Promise<Reading> {
  const known = c.get('packReading')
  const pack = c.req.param('pack')
  const mayRead = (c.get('caller') as unknown) !== undefined
  if (known || pack === undefined || !mayRead) return known ?? BOTH
  const { sql } = c.get('ports')
  try {
    const edition = await findPublishedEdition(sql, pack)
    return edition ? (await compiledVersion(sql, edition)).policy.plan.reading : BOTH
  } catch {
    return BOTH // The refusal is about the request, not about a version that does not load.
  }
}
