import { applyD1Migrations } from 'cloudflare:test'
import { env } from 'cloudflare:workers'

/**
 * Replaces the database by one without records. Not by `reset` of `cloudflare:test`, which sometimes leaves the records
 * of a file to the next.
 */
export async function emptyDatabase(): Promise<void> {
  // The latest first: a table refers to earlier ones.
  const { results } = await env.DB.prepare(
    `SELECT type, name FROM sqlite_master WHERE type IN ('trigger', 'table')
     AND name NOT GLOB 'sqlite_*' AND name NOT GLOB '_cf_*' ORDER BY type = 'table', rowid DESC`,
  ).all<{ type: string; name: string }>()
  if (results.length > 0) await env.DB.batch(results.map(({ type, name }) => env.DB.prepare(`DROP ${type} ${name}`)))
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS)
}
