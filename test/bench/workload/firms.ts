/** The firms of a city, and the ledger around them. */
export function takeApart(ledger: unknown): { context: unknown; records: unknown[] } {
  const context = structuredClone(ledger) as { counties: { firms?: unknown[] }[] }
  const records = context.counties.flatMap((county) => county.firms ?? [])
  for (const county of context.counties) delete county.firms
  return { context, records }
}
