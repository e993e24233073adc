import { z } from 'zod'

/** 32 bytes in base64url. */
export const KEY_BYTES = /^[A-Za-z0-9_-]{43}$/

const publicKeySchema = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string().regex(KEY_BYTES),
  kid: z.string().min(1).max(100),
})

/** A public key as a JSON Web Key (RFC 8037): what signatures are checked with. */
export type PublicKey = Readonly<z.infer<typeof publicKeySchema>>

const publicKeysSchema = z.union([z.object({ keys: z.array(publicKeySchema).min(1) }), publicKeySchema])

/**
 * Public keys: one, or a set such as `GET /v1/keys` answers (`{"keys":[…]}`, RFC 7517). Undefined for anything else.
 */
export function parsePublicKeys(value: unknown): readonly PublicKey[] | undefined {
  const { data } = publicKeysSchema.safeParse(value)
  if (data === undefined) return undefined
  return 'keys' in data ? data.keys : [data]
}
