import { z } from 'zod'
import { isPlainName, normalizeActorName } from '../access/actor-name.ts'
import { ROLES } from '../access/roles.ts'

const rolesSchema = z.array(z.enum(ROLES))

export const tokenSchema = z
  .object({
    id: z.string(),
    holder: z.string(),
    label: z.string(),
    roles: rolesSchema,
    createdBy: z.string(),
    createdAt: z.string(),
    expiresAt: z.string().nullable(),
    revokedAt: z.string().nullable(),
  })
  .meta({ id: 'Token' })

const HOLDER = /^[\p{L}\p{N}][\p{L}\p{N} ._@-]{0,99}$/u

export const tokenRequestSchema = z
  .strictObject({
    holder: z.string().max(200).overwrite(normalizeActorName).regex(HOLDER).refine(isPlainName).meta({
      pattern: HOLDER.source,
      description:
        'The person or program that uses it: the name in the audit log, compared by the four-eyes rule; stored in lower case',
    }),
    label: z.string().max(200).default('').meta({ description: 'What the token is for' }),
    roles: rolesSchema.min(1).max(ROLES.length),
    expiresAt: z.iso.datetime().nullable().default(null).meta({
      description: 'UTC; null for a token that is valid until it is revoked',
      example: '2030-01-01T00:00:00Z',
    }),
  })
  .meta({ id: 'TokenRequest' })

/** Who the caller is. */
export const callerSchema = z.object({ name: z.string(), via: z.string(), roles: rolesSchema })
