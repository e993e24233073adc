import { canonicalJson } from '@tiaoli/engine/plan'
import { calculateJwkThumbprint, CompactSign, exportJWK, generateKeyPair, importJWK } from 'jose'
import { z } from 'zod'
import { KEY_BYTES, type PublicKey } from './public-key.ts'
import type { Statements } from './statements.ts'
import { typeOf } from './statement-type.ts'

const privateKeySchema = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string().regex(KEY_BYTES),
  d: z.string().regex(KEY_BYTES),
})

type PrivateKey = Readonly<z.infer<typeof privateKeySchema>>

/** The Ed25519 key of a service. Its id (`kid`) is the SHA-256 of the public key (RFC 7638). */
export class SigningKey {
  readonly #key: PrivateKey
  #public: PublicKey | undefined

  constructor(key: PrivateKey) {
    this.#key = key
  }

  async publicKey(): Promise<PublicKey> {
    const { kty, crv, x } = this.#key
    this.#public ??= { kty, crv, x, kid: await calculateJwkThumbprint({ kty, crv, x }) }
    return this.#public
  }

  /** A compact JWS (RFC 7515) of the statement in canonical JSON, its kind as `typ`. */
  async sign<Kind extends keyof Statements>(kind: Kind, statement: Statements[Kind]): Promise<string> {
    const { kid } = await this.publicKey()
    return new CompactSign(new TextEncoder().encode(canonicalJson(statement)))
      .setProtectedHeader({ alg: 'EdDSA', kid, typ: typeOf(kind) })
      .sign(await importJWK({ ...this.#key }, 'EdDSA'))
  }
}

/** A new key as the text of a JSON Web Key, to be kept secret. */
export async function generateSigningKey(): Promise<string> {
  const { privateKey } = await generateKeyPair('EdDSA', { extractable: true })
  const { kty, crv, x, d } = await exportJWK(privateKey)
  return JSON.stringify({ kty, crv, x, d })
}

/** Reads a key; undefined if the text is not a key. */
export function parseSigningKey(text: string): SigningKey | undefined {
  const { data } = privateKeySchema.safeParse(parsed(text))
  return data && new SigningKey(data)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
