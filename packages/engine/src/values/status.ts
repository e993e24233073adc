/** The outcomes for one subject, and `unknown` where several are possible. What each means is in docs/glossary.md. */
export const STATUSES = [
  'met',
  'met_late',
  'not_met',
  'pending',
  'exempted',
  'review',
  'not_applicable',
  'calculated',
  'unknown',
] as const

export type Status = (typeof STATUSES)[number]
