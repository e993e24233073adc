import type { App } from '@tiaoli/api'
import { hc } from 'hono/client'

export interface ClientOptions {
  /** `tl_…`; without one you are anonymous. */
  token?: string
  /** Stands in for the global `fetch`. */
  fetch?: typeof fetch
}

export type Client = ReturnType<typeof hc<App>>

/**
 * The API at an address. Path parameters go into it as they are: use `encodeURIComponent` on those that you did not
 * write yourself. Streams and files as they are written are sent with `fetch`.
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
