import type { App } from '@tiaoli/api'
import { hc } from 'hono/client'

export interface ClientOptions {
  /** `tl_…`; without a token, calls are anonymous. */
  token?: string
  /** Used instead of the global `fetch`. */
  fetch?: typeof fetch
}

export type Client = ReturnType<typeof hc<App>>

/**
 * A client of the API at an address. It does not encode path parameters: call `encodeURIComponent` on values that you
 * did not write yourself. Use `fetch` to send streams, and files as the body. Workbooks are
 * parts of a form, and `fileOf` reads the papers and templates that come back.
 *
 * @example
 * const api = createClient('http://localhost:8787')
 * const report = await answerOf(
 *   api.v1.packs[':pack'].evaluate.$post({
 *     param: { pack: 'ganzhou-2018-32' },
 *     json: { asOf: '2019-01-01', ledger },
 *   }),
 * )
 */
export function createClient(origin: string, { token, fetch }: ClientOptions = {}): Client {
  return hc<App>(origin, {
    ...(token !== undefined && { headers: { authorization: `Bearer ${token}` } }),
    ...(fetch && { fetch }),
  })
}
