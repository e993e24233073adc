import { compactVerify, decodeProtectedHeader, errors, importJWK } from 'jose'
import type { PublicKey } from './public-key.ts'
import { typeOf } from './statement-type.ts'
import type { Statements } from './statements.ts'

/** What is known of a signature; `unknown-key` names the key that would be needed, where the signature names one. */
export type Verified<Kind extends keyof Statements> =
  | { readonly is: 'valid'; readonly statement: Statements[Kind]; readonly kid: string }
  | { readonly is: 'unknown-key'; readonly kid: string | undefined }
  | { readonly is: 'invalid' }

/** Whether a statement of this kind was signed with one of these keys. */
export async function verifySigned<Kind extends keyof Statements>(
  kind: Kind,
  jws: string,
  keys: readonly PublicKey[],
): Promise<Verified<Kind>> {
  const kid = kidOf(jws)
  const key = keys.find((one) => one.kid === kid)
  if (!key) return kid === null ? { is: 'invalid' } : { is: 'unknown-key', kid }
  try {
    const { payload, protectedHeader } = await compactVerify(jws, await importJWK({ ...key }, 'EdDSA'), {
      algorithms: ['EdDSA'],
    })
    if (protectedHeader.typ !== typeOf(kind)) return { is: 'invalid' }
    return { is: 'valid', statement: JSON.parse(new TextDecoder().decode(payload)) as Statements[Kind], kid: key.kid }
  } catch (error) {
    if (error instanceof errors.JOSEError) return { is: 'invalid' }
    throw error
  }
}

/** The id of the key that signed; null if this is not a signature, undefined if it names no key. */
function kidOf(jws: string): string | null | undefined {
  try {
    return decodeProtectedHeader(jws).kid
  } catch {
    return null
  }
}
