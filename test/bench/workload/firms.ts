export interface TakenApart {
  context: unknown
  records: unknown[]
  /** Where in the context each record belongs. */
  parents: string[]
}

/** The firms of a city, and the ledger around them. */
export function takeApart(ledger: unknown): TakenApart {
  const context = structuredClone(ledger) as { counties: { firms?: unknown[] }[] }
  const placed = context.counties.flatMap(({ firms = [] }, i) =>
    firms.map((record) => ({ record, parent: `/counties/${i}` })),
  )
  for (const county of context.counties) delete county.firms
  return { context, records: placed.map(({ record }) => record), parents: placed.map(({ parent }) => parent) }
}
