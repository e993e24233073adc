/**
 * Generates the key with which a service signs receipts and its audit log: the value of the secret SIGNING_KEY.
 * @module
 */
import { generateSigningKey } from '@tiaoli/signing'

console.log(await generateSigningKey())
