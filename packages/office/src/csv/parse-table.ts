/** The rows of a table as text, each a list of its fields. */
export interface ParsedTable {
  readonly rows: readonly (readonly string[])[]
  /** From 1, where a quote is opened that is not closed. */
  readonly openQuote: number | undefined
}

/** Reads at most a number of rows. The delimiter is the comma, semicolon or tab that gives the most even rows. */
export async function parseTable(text: string, mostRows: number): Promise<ParsedTable> {
  const { default: papaparse } = await import('papaparse')
  const { data, errors } = papaparse.parse<string[]>(text, {
    delimitersToGuess: [',', '\t', ';'],
    preview: mostRows,
  })
  const quote = errors.find(({ type }) => type === 'Quotes')
  return { rows: data, openQuote: quote && (quote.row ?? 0) + 1 }
}
