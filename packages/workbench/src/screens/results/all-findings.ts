/** What the address says of the findings of a row where all of them are shown. */
export const ALL_FINDINGS = { theme: undefined, only: undefined } as const
