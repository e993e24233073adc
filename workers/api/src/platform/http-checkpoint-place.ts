import type { CheckpointPlace } from '../audit/send-checkpoint.ts'
import { ConfigurationError } from './configuration-error.ts'

/** Milliseconds in which it has to answer. */
const PATIENCE = 5000

/** An address that takes checkpoints by POST, each as `GET /v1/checkpoint` gives it, and answers 2xx once it has it. */
export function httpCheckpointPlace(
  setting: string,
  address: string,
  token: string | undefined,
  isRequired: boolean,
): CheckpointPlace | undefined {
  if (address === '') return undefined
  if (!/^https?:$/.test(URL.parse(address)?.protocol ?? ''))
    throw new ConfigurationError(`${setting} must be an address such as https://example.org/checkpoints`)
  const headers = {
    'content-type': 'application/json',
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
  }
  return {
    name: address,
    isRequired,
    async take(checkpoint) {
      const body = JSON.stringify({ checkpoint })
      const signal = AbortSignal.timeout(PATIENCE)
      try {
        const response = await fetch(address, { method: 'POST', headers, body, signal, redirect: 'manual' })
        await response.body?.cancel()
        return response.ok
      } catch {
        return false
      }
    },
  }
}
