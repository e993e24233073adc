import type { Context } from 'hono'
import { isStillValid } from '../access/check-token.ts'
import type { AppEnv } from './app-env.ts'

/** Milliseconds for which an answer holds. */
const INTERVAL = 1000

/** Asks from time to time whether the token of a caller is valid still, for answers that take long. */
export function watchToken(c: Context<AppEnv>): () => Promise<boolean> {
  const { sql } = c.get('ports')
  const caller = c.get('caller')
  let next = Date.now() + INTERVAL
  let valid = true
  return async () => {
    if (!valid || Date.now() < next) return valid
    valid = await isStillValid(sql, caller)
    next = Date.now() + INTERVAL
    return valid
  }
}
