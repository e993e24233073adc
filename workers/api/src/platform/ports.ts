import type { AccessSettings } from '../access/identify-caller.ts'
import type { JointMatter } from '../access/second-person.ts'
import type { TokenDigest } from '../access/token-secret.ts'
import type { SigningKey } from '@tiaoli/signing'
import type { CheckpointPlace } from '../audit/send-checkpoint.ts'
import type { DraftQuota } from '../registry/draft-quota.ts'
import type { SqlPort } from '../storage/sql-port.ts'

/** Counts the calls of one key. */
export interface RatePort {
  /** Whether one more call is within the limit. */
  allow(key: string): Promise<boolean>
}

/** All that the API needs from the platform it runs on. */
export interface Ports {
  sql: SqlPort
  calls: RatePort
  writes: RatePort
  access: AccessSettings
  /** What takes two persons here. */
  jointMatters: ReadonlySet<JointMatter>
  /** The admin token that is registered while no admin token is valid. */
  firstAdminToken: TokenDigest | undefined
  /** With it receipts and the audit log are signed; the database does not hold it. */
  signingKey?: SigningKey | undefined
  /** Where checkpoints are sent; unset where they are not. */
  checkpointPlace?: CheckpointPlace | undefined
  /** What one person may keep in drafts. */
  draftQuota: DraftQuota
  /** The most bytes of bodies that are read or worked on at one time. */
  bodiesBytes: number
  /** The most records of one stream. */
  maxStreamRecords: number
  /** `seed` adds bundled packs that are missing; `follow`, for a developer's machine, also publishes their changes. */
  bundledPacks: 'seed' | 'follow'
  /** Id of the deployed release: the next one may answer the same question otherwise. */
  release: string
  /** Of the bundle that runs, where it is known: whoever builds the same sources finds the same. */
  bundleSha256?: string | undefined
  /** Lets something go on after the answer is given. */
  goOn(work: Promise<unknown>): void
  log(entry: Readonly<Record<string, string | number | boolean>>): void
  /** The e-mail address of the caller, where the platform vouches for it. */
  email(): Promise<string | undefined>
}
