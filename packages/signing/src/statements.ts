import type { Receipt } from '@tiaoli/engine/plan'

/** That the audit log of a service had this entry, and with it all entries before. */
export interface Checkpoint {
  /** Number of the entry. */
  readonly seq: number
  /** SHA-256 of the entry, in which that of the entry before is: hexadecimal. */
  readonly hash: string
  /** When the entry was written, in UTC: `2026-11-30T08:00:00.000Z`. */
  readonly at: string
}

/** That a service computed a report: on which rules and on which ledger. The same request has the same statement. */
export interface ReceiptStatement {
  readonly receipt: Receipt
  /** The version of the rules in the registry of the service. */
  readonly edition: {
    readonly pack: string
    readonly version: number
    /** Number of its latest publication; null for one that was never published. */
    readonly seq: number | null
    readonly sha256: string
  }
  /** Id of the deployed release of the service. */
  readonly release: string
}

/** What is signed, by its kind. The kind is signed with it, so that one is never taken for the other. */
export interface Statements {
  readonly checkpoint: Checkpoint
  readonly receipt: ReceiptStatement
}
