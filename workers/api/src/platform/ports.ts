import type { RequestIdVariables } from 'hono/request-id'
import type { AccessSettings, Caller } from '../access/identify-caller.ts'
import type { TokenDigest } from '../access/token-secret.ts'
import type { SqlPort } from '../storage/sql-port.ts'

/** Counts the calls of one key; false where they are too many. */
export interface RatePort {
  allow(key: string): Promise<boolean>
}

/** All that the API asks of the platform it runs on. */
export interface Ports {
  sql: SqlPort
  calls: RatePort
  writes: RatePort
  access: AccessSettings
  /** The admin token that an installation without a valid one begins with. */
  firstAdminToken: TokenDigest | undefined
  /** The most records of one stream. */
  maxStreamRecords: number
  /** Whether changes of the bundled packs are published, as on a developer's machine, or packs only seeded. */
  bundledPacks: 'seed' | 'follow'
  /** Which release of the service answers: the same question may be answered otherwise by the next. */
  release: string
  log(entry: Readonly<Record<string, string | number | boolean>>): void
  /** The e-mail address that the platform vouches for. */
  email(): Promise<string | undefined>
}

/** A write that its caller may send again: the key they gave it, and the digest of all they sent. */
export interface Idempotency {
  key: string
  request: string
}

/** Where a request gives what it wants evaluated. */
export interface InputAt {
  ledger?: string
  options?: 'query'
}

/** What every handler finds in its context. */
export interface AppEnv {
  Variables: RequestIdVariables & {
    ports: Ports
    caller: Caller
    /** What the request's line in the log adds. */
    log: Record<string, string | number | boolean>
    /** Where the request gives what the engine calls ledger and options; if unset, its body does, as `/ledger` and as itself. */
    inputAt: InputAt
    /** SHA-256 of the body, for those who ask. */
    bodyDigest: (() => string) | undefined
    idempotency: Idempotency
  }
}
