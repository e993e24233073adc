import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { SqlPort, SqlValue } from '../../workers/api/src/storage/sql-port.ts'
import { toSqlError } from '../../workers/api/src/storage/sql-refusal.ts'

const MIGRATIONS = join(import.meta.dirname, '..', '..', 'workers', 'api', 'migrations')

/** The port on Node's own SQLite, in memory, to show that the API does not depend on D1. */
export function nodeSqlite(migrations = MIGRATIONS): SqlPort {
  const database = new DatabaseSync(':memory:')
  for (const name of readdirSync(migrations).toSorted()) database.exec(readFileSync(join(migrations, name), 'utf8'))
  return {
    all: async <T>(sql: string, params: readonly SqlValue[] = []) =>
      told(() => {
        const rows = database.prepare(sql).all(...params)
        return rows.map((row) => ({ ...row })) as T[]
      }),
    first: async <T>(sql: string, params: readonly SqlValue[] = []) =>
      told(() => {
        const row = database.prepare(sql).get(...params)
        return row && ({ ...row } as T)
      }),
    batch: async (statements) =>
      told(() => {
        database.exec('BEGIN IMMEDIATE')
        try {
          for (const { sql, params = [] } of statements) database.prepare(sql).run(...params)
          database.exec('COMMIT')
        } catch (error) {
          if (database.isTransaction) database.exec('ROLLBACK')
          throw error
        }
      }),
  }
}

/** What the database does, with its errors as those of the port. */
function told<T>(act: () => T): T {
  try {
    return act()
  } catch (error) {
    throw toSqlError(error)
  }
}
