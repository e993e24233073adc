import type { SqlPort } from './sql-port.ts'
import { toSqlError } from './sql-refusal.ts'

/** The port on Cloudflare D1, where a batch is one transaction. */
export function d1Port(database: D1Database): SqlPort {
  const prepare = (sql: string, params: readonly unknown[] = []) => database.prepare(sql).bind(...params)
  return {
    all: <T>(sql: string, params?: readonly unknown[]) =>
      told(async () => (await prepare(sql, params).all<T>()).results),
    first: <T>(sql: string, params?: readonly unknown[]) =>
      told(async () => (await prepare(sql, params).first<T>()) ?? undefined),
    batch: (statements) =>
      told(async () => void (await database.batch(statements.map(({ sql, params }) => prepare(sql, params))))),
  }
}

/** What the database does, with its errors as those of the port. */
async function told<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (error) {
    throw toSqlError(error)
  }
}
