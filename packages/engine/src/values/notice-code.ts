/** What a whole report has notices of. */
export const NOTICE_CODES = [
  /** The ledger is of another day than `asOf`. */
  'ledger-day',
  /** The document is not in force on that day. */
  'outside-term',
  /** A later document has changed what the rules rest on. */
  'changed',
  /** A document that had changed others is repealed or has run out, and nobody has said whether that comes back. */
  'not-revived',
  /** The years that the document plans for are over. */
  'past-horizon',
  /** A year in the option `periods` has no finding. */
  'no-finding-on-year',
] as const
export type NoticeCode = (typeof NOTICE_CODES)[number]
