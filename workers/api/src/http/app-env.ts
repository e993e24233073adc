import type { RequestIdVariables } from 'hono/request-id'
import type { Caller } from '../access/identify-caller.ts'
import type { Reading } from '@tiaoli/engine/plan'
import type { BodyRoom } from './body-room.ts'
import type { Ports } from '../platform/ports.ts'
import type { RequestPlaces } from '../problem/request-places.ts'

/** A write that its caller may repeat: the key they gave it, and the digest of the whole request. */
export interface IdempotentRequest {
  key: string
  digest: string
}

/** What handlers and middleware find in their context. */
export interface AppEnv {
  Variables: RequestIdVariables & {
    ports: Ports
    /** Makes the database ready, once in the life of the app. */
    prepareService: () => Promise<void>
    /** Throws where the database does not answer, or takes no writes. */
    checkHealth: () => Promise<void>
    caller: Caller
    bodyRoom: BodyRoom
    /** Fields added to the log line of this request. */
    logFields: Record<string, string | number | boolean>
    requestPlaces: RequestPlaces | undefined
    /** The languages in which the pack is read that the request is about, once it is known. */
    packReading: Reading | undefined
    /** Computes the SHA-256 of the body; unset for a request without one. */
    bodyDigest: (() => string) | undefined
    /** Unset for a request without an Idempotency-Key. */
    idempotentRequest: IdempotentRequest | undefined
  }
}
