import { z } from 'zod'

export const publicKeySchema = z
  .object({
    kty: z.literal('OKP'),
    crv: z.literal('Ed25519'),
    x: z.string(),
    kid: z.string().meta({ description: 'SHA-256 of the key (RFC 7638), by which a signature names it' }),
  })
  .meta({ id: 'PublicKey', description: 'A JSON Web Key (RFC 8037)' })

export const checkpointSchema = z
  .object({
    seq: z.int().meta({ description: 'Number of the entry of the audit log' }),
    kid: z.string().meta({ description: 'Id of the key' }),
    jws: z.string().meta({ description: 'A compact JWS of {seq, hash, at}' }),
  })
  .meta({ id: 'SignedCheckpoint' })
