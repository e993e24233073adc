/** The sample ledgers that the page offers, with the day as of which they show most, by pack and path. */
export const KNOWN_SAMPLES: Readonly<Record<string, { readonly path: string; readonly asOf: string }>> = {
  'ganzhou-2018-32': { path: 'samples/city-of-79.json', asOf: '2019-01-01' },
}
