import type { Diagnostic, InputProblem } from '@tiaoli/engine'

/** What is wrong with a sample ledger: its JSON, or a place that the rules of the same draft do not accept. */
export interface SampleFault extends InputProblem {
  sample: string
}

/** Why an operation is refused, and what the refusal carries. */
export interface DomainErrorDetails {
  /** Other writers were faster at every attempt. */
  busy: undefined
  'database-unavailable': { cause: unknown }
  'unknown-pack': { suggestion: string | undefined }
  /** `argument` is the one that names the version. */
  'unknown-version': { pack: string; argument: 'version' | 'fromVersion' }
  /** What is stored of a version is not what was approved. */
  'damaged-version': { pack: string; version: number }
  'unknown-draft': undefined
  'draft-not-open': undefined
  'draft-not-submitted': undefined
  /** The draft has another revision than the one that the change was made on. */
  'revision-differs': undefined
  /** The approver is one of its authors. */
  'own-draft': undefined
  /** The files of the draft are not those that were submitted. */
  'submission-differs': undefined
  /** A pack that the draft was checked against has another published version now. */
  'used-pack-changed': undefined
  /** Another version is published than the one with which it was compared. */
  'compared-with-other': undefined
  /** It takes two persons here, and nobody else has asked for it. */
  'second-person-needed': undefined
  'published-meanwhile': undefined
  'already-published': undefined
  /** The first author of the draft has as many open or submitted ones as one person may have. */
  'too-many-drafts': { most: number }
  /** Their drafts would have more bytes than one person may have. */
  'no-room': { most: number }
  /** Files that no pack can have. */
  'unknown-files': { paths: readonly string[] }
  'pack-too-large': undefined
  'pack-json-missing': undefined
  /** pack.json names another pack. */
  'other-pack': undefined
  'faulty-pack': { diagnostics: readonly Diagnostic[] }
  'unknown-token': undefined
  /** The service itself acts under this name. */
  'reserved-name': undefined
  /** Somebody else has a name that looks the same. */
  'alike-name': { name: string }
  'already-expired': undefined
  'failing-cases': { failures: readonly object[] }
  'unfit-samples': { faults: readonly SampleFault[] }
}
export type DomainErrorCode = keyof DomainErrorDetails

type DetailsArgument<Code extends DomainErrorCode> = DomainErrorDetails[Code] extends undefined
  ? []
  : [details: DomainErrorDetails[Code]]

/**
 * A refusal by the registry, the audit log or the tokens. It knows nothing of requests and statuses:
 * `problem/problem-of-domain-error.ts` maps it to HTTP.
 */
export class DomainError<Code extends DomainErrorCode = DomainErrorCode> extends Error {
  override readonly name = 'DomainError'
  readonly code: Code
  readonly details: DomainErrorDetails[Code]

  constructor(code: Code, ...[details]: DetailsArgument<Code>) {
    super(code)
    this.code = code
    this.details = details as DomainErrorDetails[Code]
  }
}

export function isDomainError(error: unknown): error is DomainError {
  return error instanceof DomainError
}
