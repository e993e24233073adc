/** What keeps a database from answering. */
export type UnavailableReason = 'full' | 'read-only' | 'busy' | 'damaged' | 'no-tables' | 'failed'

/** The database cannot do what it was asked, whatever that was. Nothing of a batch was stored. */
export class SqlUnavailable extends Error {
  override readonly name = 'SqlUnavailable'
  readonly reason: UnavailableReason

  constructor(reason: UnavailableReason, cause: unknown) {
    super(reason, { cause })
    this.reason = reason
  }
}

// Messages of SQLite and of D1; every driver passes them on inside its own.
const MESSAGES: readonly [UnavailableReason, RegExp][] = [
  ['full', /database or disk is full|SQLITE_FULL|[Ee]xceeded maximum DB size|[Mm]aximum database size/],
  ['read-only', /attempt to write a readonly database|SQLITE_READONLY/],
  ['busy', /database (?:table )?is locked|SQLITE_(?:BUSY|LOCKED)|DB is overloaded/],
  ['damaged', /disk image is malformed|file is not a database|SQLITE_(?:CORRUPT|NOTADB)/],
  ['no-tables', /no such (?:table|column)|has no column named/],
  [
    'failed',
    /disk I\/O error|unable to open database|SQLITE_(?:IOERR|CANTOPEN)|storage operation exceeded|Network connection lost/,
  ],
]

/** A driver's error as `SqlUnavailable` where it is one. */
export function unavailabilityIn(error: unknown): SqlUnavailable | undefined {
  const message = error instanceof Error ? error.message : String(error)
  const [reason] = MESSAGES.find(([, pattern]) => pattern.test(message)) ?? []
  return reason && new SqlUnavailable(reason, error)
}
