/** How many years are looked at where the ledger does not say how many there are. */
export const YEAR_LIMITS = {
  /** Of a yearly duty: the year of the evaluation and those before it that may still be open. */
  ofDuty: 10,
  /** Of a list kept by year: those before the year of the evaluation that may count though the ledger does not have them. */
  unwritten: 20,
} as const
