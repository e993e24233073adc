import { slugSchema } from '@tiaoli/engine'
import { z } from 'zod'

export const packParam = z.object({
  pack: z.string().max(100).meta({ description: "The pack's id", example: 'ganzhou-2018-32' }),
})

/** The same where the pack may be new: its id has to be one that a pack can have. */
export const newPackParam = packParam.extend({ pack: slugSchema.meta(packParam.shape.pack.meta() ?? {}) })

export const versionNumber = z.int().min(1).max(1_000_000_000)

/** A version in a query or a path, where everything is text. */
export const versionText = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number)
  .meta({ type: 'integer', description: 'A version of the registry', example: 1 })

export const sha256Schema = z.string().meta({ description: 'SHA-256, hexadecimal' })

export const editionSchema = z
  .object({
    pack: z.string(),
    version: z.int().meta({ description: "The registry's number, by which a version is pinned" }),
    seq: z.int().nullable().meta({ description: 'Number of its latest publication; null if it was never published' }),
    sha256: sha256Schema.meta({ description: 'SHA-256 of the canonical JSON of the pack and the packs it uses' }),
    engine: z.string().meta({ description: "The engine's version" }),
  })
  .meta({ id: 'Edition', description: 'Which rules answered' })

export const fileEntrySchema = z
  .object({ path: z.string(), sha256: sha256Schema, bytes: z.int() })
  .meta({ id: 'FileEntry' })

export const versionSchema = z
  .object({
    pack: z.string(),
    version: z.int(),
    seq: z.int().nullable().meta({ description: 'Number of its latest publication; null if it was never published' }),
    sha256: sha256Schema,
    declaredVersion: z.string().meta({ description: 'What pack.json calls its version' }),
    summary: z.string(),
    authors: z.array(z.string()),
    approver: z.string().nullable().meta({ description: 'null for what came with the service' }),
    createdAt: z.string(),
  })
  .meta({ id: 'Version' })

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
