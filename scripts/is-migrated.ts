import { globSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Whether the local database has had every migration, by what wrangler notes in it; false where that cannot be told. */
export function isMigrated(migrations: string, state: string): boolean {
  const [file, another] = globSync('v3/d1/*/*.sqlite', { cwd: state }).filter(
    (path) => !path.endsWith('metadata.sqlite'),
  )
  if (file === undefined || another !== undefined) return false
  try {
    const database = new DatabaseSync(join(state, file), { readOnly: true })
    try {
      const applied = new Set(
        database
          .prepare('SELECT name FROM d1_migrations')
          .all()
          .map(({ name }) => name),
      )
      return readdirSync(migrations).every((name) => applied.has(name))
    } finally {
      database.close()
    }
  } catch {
    return false
  }
}
