import { env } from 'cloudflare:workers'

/** Does work without the triggers that protect some tables. */
export async function exempt(tables: readonly string[], work: () => Promise<void>): Promise<void> {
  const names = tables.map((table) => `'${table}'`).join(', ')
  const { results } = await env.DB.prepare(
    `SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name IN (${names})`,
  ).all<{ name: string; sql: string }>()
  await env.DB.batch(results.map(({ name }) => env.DB.prepare(`DROP TRIGGER ${name}`)))
  try {
    await work()
  } finally {
    await env.DB.batch(results.map(({ sql }) => env.DB.prepare(sql)))
  }
}
