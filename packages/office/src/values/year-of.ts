const YEAR_LENGTH = 4

/** The year of a date that is known to the day, the month or the year. */
export function yearOf(date: string): number {
  return Number(date.slice(0, YEAR_LENGTH))
}
