import { z } from 'zod'
import { versionNumber } from './edition-schema.ts'
import { reasonSchema } from './write-schema.ts'

export const publicationSchema = z
  .object({
    pack: z.string(),
    seq: z.int(),
    version: z.int(),
    actor: z.string(),
    reason: z.string(),
    at: z.string(),
  })
  .meta({ id: 'Publication' })

export const publishRequestSchema = z
  .strictObject({
    version: versionNumber,
    expectedSeq: z.int().min(0).max(1_000_000_000).meta({
      description:
        'The latest publication that you have seen, 0 for a pack that was never published; the response is a 409 if someone published since',
    }),
    reason: reasonSchema,
  })
  .meta({ id: 'PublishRequest' })
