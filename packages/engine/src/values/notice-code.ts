/**
 * What a whole report has notices of. `ledger-day`: the ledger is of another day than `asOf`. `outside-term`: the document
 * is not in force on that day. `past-horizon`: the years that it plans for are over. `changed`: a later document has
 * changed what the rules rest on. `no-finding-on-year`: a year in the option `periods` has no finding.
 */
export const NOTICE_CODES = ['ledger-day', 'outside-term', 'changed', 'past-horizon', 'no-finding-on-year'] as const
export type NoticeCode = (typeof NOTICE_CODES)[number]
