/**
 * What a service signs, and how it is checked without the service. Pure functions; no files, no network, no clock.
 * @module
 */
export { checkAnswer, type AnswerCheck, type CheckedPart, type Evidence, type PartCheck } from './check-answer.ts'
export { generateSigningKey, parseSigningKey, SigningKey } from './signing-key.ts'
export { parsePublicKeys, type PublicKey } from './public-key.ts'
export { verifySigned, type Verified } from './verify-signed.ts'
export type { Checkpoint, ReceiptStatement, Statements } from './statements.ts'
