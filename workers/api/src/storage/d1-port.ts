import type { SqlPort } from './sql-port.ts'
import { toSqlRefusal } from './sql-refusal.ts'

/** The port on Cloudflare D1, where a batch is one transaction. */
export function d1Port(database: D1Database): SqlPort {
  const prepare = (sql: string, params: readonly unknown[] = []) => database.prepare(sql).bind(...params)
  return {
    all: async <T>(sql: string, params?: readonly unknown[]) => (await prepare(sql, params).all<T>()).results,
    first: async <T>(sql: string, params?: readonly unknown[]) => (await prepare(sql, params).first<T>()) ?? undefined,
    async batch(statements) {
      try {
        await database.batch(statements.map(({ sql, params }) => prepare(sql, params)))
      } catch (error) {
        throw toSqlRefusal(error)
      }
    },
  }
}
