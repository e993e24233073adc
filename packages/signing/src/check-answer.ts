import { InputError, type Policy } from '@tiaoli/engine'
import { canonicalJson, digest, isObject, type Receipt } from '@tiaoli/engine/plan'
import type { PublicKey } from './public-key.ts'
import type { ReceiptStatement } from './statements.ts'
import { verifySigned } from './verify-signed.ts'

/** What is looked at, each by itself. */
export type CheckedPart = 'signature' | 'receipt' | 'ledger' | 'rules' | 'findings'

/** Whether a part is as the service said. `not-checked` lacks what it would be checked with. */
export interface PartCheck {
  readonly part: CheckedPart
  readonly is: 'right' | 'wrong' | 'not-checked'
  /** Of a signature by a key that was not given: its id. */
  readonly kid?: string
}

export interface AnswerCheck {
  readonly parts: readonly PartCheck[]
  /** What was signed; undefined where the signature does not hold. */
  readonly statement: ReceiptStatement | undefined
}

export interface Evidence {
  readonly keys: readonly PublicKey[]
  /** The ledger that was sent. */
  readonly ledger?: unknown
  /** The rules of the version that the answer names. */
  readonly policy?: Policy
}

/**
 * Whether an answer of `POST /v1/packs/{pack}/evaluate`, or its `receipt` and `signature` alone, is what the service
 * signed; and with the ledger and the rules, whether these are the ones, and give the same findings.
 */
export async function checkAnswer(answer: unknown, { keys, ledger, policy }: Evidence): Promise<AnswerCheck> {
  const { signature, receipt, edition, findings } = isObject(answer) ? answer : {}
  const verified = await verifySigned('receipt', typeof signature === 'string' ? signature : '', keys)
  if (verified.is !== 'valid') {
    const kid = verified.is === 'unknown-key' ? verified.kid : undefined
    return { parts: [{ part: 'signature', is: 'wrong', ...(kid !== undefined && { kid }) }], statement: undefined }
  }
  const { statement } = verified
  const parts: PartCheck[] = [
    { part: 'signature', is: 'right' },
    { part: 'receipt', is: told(isAsSigned(receipt, edition, statement)) },
    { part: 'ledger', is: told(ledger === undefined ? undefined : digest(ledger) === statement.receipt.inputSha256) },
    { part: 'rules', is: told(policy && policy.sha256 === statement.receipt.packSha256) },
  ]
  const areSame = parts.every(({ is }) => is === 'right')
  const again =
    areSame && policy && Array.isArray(findings) ? isFoundAgain(findings, statement.receipt, ledger, policy) : undefined
  return { parts: [...parts, { part: 'findings', is: told(again) }], statement }
}

function told(isRight: boolean | undefined): PartCheck['is'] {
  return isRight === undefined ? 'not-checked' : isRight ? 'right' : 'wrong'
}

/** Whether an answer says of itself what was signed; undefined where it says nothing. */
function isAsSigned(receipt: unknown, edition: unknown, signed: ReceiptStatement): boolean | undefined {
  if (receipt === undefined) return undefined
  const { pack, version, seq, sha256 } = isObject(edition) ? edition : {}
  const isEdition =
    edition === undefined || canonicalJson({ pack, version, seq, sha256 }) === canonicalJson(signed.edition)
  return isEdition && canonicalJson(receipt) === canonicalJson(signed.receipt)
}

interface FoundOnce {
  readonly requirement: string
  readonly subject: object
  readonly period?: number
  readonly status: string
}

/**
 * Whether each finding that an answer lists has the status that it has when it is evaluated again. Which findings were
 * asked for is not signed, so one that was left out does not show.
 */
function isFoundAgain(listed: readonly unknown[], receipt: Receipt, ledger: unknown, policy: Policy): boolean {
  if (!listed.every(isObject)) return false
  const findings = listed as unknown as readonly FoundOnce[]
  const years = [...new Set(findings.flatMap(({ period }) => period ?? []))]
  const { asOf, profile, parameters } = receipt
  const options = {
    asOf,
    detail: 'verdicts',
    notInForce: true,
    ...(profile !== undefined && { profile }),
    ...(parameters && { parameters }),
    ...(years.length > 0 && { periods: years }),
  } as const
  try {
    const again = new Set(policy.evaluate(ledger, options).findings.map(keyOf))
    return findings.every((finding) => again.has(keyOf(finding)))
  } catch (error) {
    if (error instanceof InputError) return false // years that no evaluation has
    throw error
  }
}

function keyOf({ requirement, subject, period, status }: FoundOnce): string {
  return canonicalJson({ requirement, subject, status, ...(period !== undefined && { period }) })
}
