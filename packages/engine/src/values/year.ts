/** The years that duties are looked at for: a ledger before 1900 or after 2999 has a slip in it. */
export const FIRST_YEAR = 1900
export const LAST_YEAR = 2999

/** Such a year as the key of a record; a JSON Schema pattern too. */
export const YEAR_PATTERN = '^(?:19|2\\d)\\d\\d$'
const YEAR = new RegExp(YEAR_PATTERN)

export function isYear(text: string): boolean {
  return YEAR.test(text)
}
