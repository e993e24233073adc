export type SqlValue = string | number | null

/** Parameters are numbered: `?1`, `?2`; at most 100. */
export interface Statement {
  sql: string
  params?: readonly SqlValue[]
}

/**
 * All that the API needs from a database: the SQL of SQLite, reads, and one atomic write of many statements. Each throws
 * `SqlUnavailable` where the database cannot do it at all.
 */
export interface SqlPort {
  all<T>(sql: string, params?: readonly SqlValue[]): Promise<T[]>
  first<T>(sql: string, params?: readonly SqlValue[]): Promise<T | undefined>
  /** Executes all statements or none. Throws `SqlRefusal` where a constraint or a trigger refuses one. */
  batch(statements: readonly Statement[]): Promise<void>
}
