export type SqlValue = string | number | null

/** Parameters are numbered: `?1`, `?2`; at most 100. */
export interface Statement {
  sql: string
  params?: readonly SqlValue[]
}

/** All that the API asks of a database: SQLite's language, reads, and one atomic write of many statements. */
export interface SqlPort {
  all<T>(sql: string, params?: readonly SqlValue[]): Promise<T[]>
  first<T>(sql: string, params?: readonly SqlValue[]): Promise<T | undefined>
  /** All of them or none. Throws `SqlRefusal` where a constraint or a trigger refuses one. */
  batch(statements: readonly Statement[]): Promise<void>
}

/** What of the schema refused a write; `stale` is the schema's own word for "someone was faster". */
export type Refusal = 'unique' | 'foreign-key' | 'check' | 'stale' | 'immutable'

/** A write that the schema refused. Nothing of its batch was kept. */
export class SqlRefusal extends Error {
  override readonly name = 'SqlRefusal'
  readonly refusal: Refusal
  /** The columns of a UNIQUE constraint, such as `idempotency.actor, idempotency.key`. */
  readonly columns: string

  constructor(refusal: Refusal, columns: string, cause: unknown) {
    super(columns === '' ? refusal : `${refusal}: ${columns}`, { cause })
    this.refusal = refusal
    this.columns = columns
  }
}

// SQLite's sentences, and those of the triggers in migrations/; every driver hands them on within its own.
const SENTENCES: readonly [Refusal, RegExp][] = [
  ['unique', /UNIQUE constraint failed: ([\w., ]+)/],
  ['foreign-key', /FOREIGN KEY constraint failed/],
  ['check', /CHECK constraint failed/],
  ['stale', /stale: /],
  ['immutable', /immutable: /],
]

/** The error of a driver as the port's callers know it; one that is no refusal stays what it is. */
export function refusalOf(error: unknown): unknown {
  const message = error instanceof Error ? error.message : String(error)
  for (const [refusal, sentence] of SENTENCES) {
    const found = sentence.exec(message)
    if (found) return new SqlRefusal(refusal, found[1]?.trim() ?? '', error)
  }
  return error
}
