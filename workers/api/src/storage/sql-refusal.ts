import { unavailabilityIn } from './sql-unavailable.ts'

/**
 * What in the schema refused a write. The last three are words of its triggers: another writer was faster, a row of
 * history would change, the token of the write is revoked or expired.
 */
export type RefusalReason = 'unique' | 'foreign-key' | 'check' | 'stale' | 'immutable' | 'token-ended'

/** A write that the schema refused. Nothing of its batch was stored. */
export class SqlRefusal extends Error {
  override readonly name = 'SqlRefusal'
  readonly reason: RefusalReason
  /** The columns of a UNIQUE constraint, such as `idempotency.actor, idempotency.key`. */
  readonly columns: string

  constructor(reason: RefusalReason, columns: string, cause: unknown) {
    super(columns === '' ? reason : `${reason}: ${columns}`, { cause })
    this.reason = reason
    this.columns = columns
  }
}

// Messages of SQLite, and of the triggers in migrations/; every driver passes them on inside its own.
const MESSAGES: readonly [RefusalReason, RegExp][] = [
  ['unique', /UNIQUE constraint failed: ([\w., ]+)/],
  ['foreign-key', /FOREIGN KEY constraint failed/],
  ['check', /CHECK constraint failed/],
  ['stale', /stale: /],
  ['immutable', /immutable: /],
  ['token-ended', /token-ended: /],
]

/** A driver's error as one of the port: `SqlRefusal` or `SqlUnavailable` where it is one, else unchanged. */
export function toSqlError(error: unknown): unknown {
  const message = error instanceof Error ? error.message : String(error)
  for (const [reason, pattern] of MESSAGES) {
    const found = pattern.exec(message)
    if (found) return new SqlRefusal(reason, found[1]?.trim() ?? '', error)
  }
  return unavailabilityIn(error) ?? error
}
