import { slugSchema } from '@tiaoli/engine/plan'
import { z } from 'zod'
import { languageSchema } from './text-schema.ts'

export const packParam = z.object({
  pack: z.string().max(100).meta({ description: 'Id of the pack', example: 'ganzhou-2018-32' }),
})

/** For a pack that may be new: the id must be one that a pack can have. */
export const newPackParam = packParam.extend({ pack: slugSchema.meta(packParam.shape.pack.meta() ?? {}) })

export const versionNumber = z.int().min(1).max(1_000_000_000)

/** A version number in a query or a path, where all values are text. */
export const versionInAddress = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number)
  .meta({ type: 'integer', description: 'Version number in the registry', example: 1 })

export const versionQuery = z.strictObject({ version: versionInAddress.optional() })

/** What is read of a pack: a version of it, and in which words. */
export const packQuery = versionQuery.extend({ language: languageSchema.optional() })

export const filePathQuery = z.strictObject({ path: z.string().max(100).meta({ example: 'profiles/literal.json' }) })

export const sha256Schema = z.string().meta({ description: 'SHA-256, hexadecimal' })

export const publicationNumber = z
  .int()
  .nullable()
  .meta({ description: 'Number of its latest publication; null if it was never published' })

export const editionSchema = z
  .object({
    pack: z.string(),
    version: z.int().meta({ description: 'Version number in the registry, by which a request can pin it' }),
    seq: publicationNumber,
    sha256: sha256Schema.meta({ description: 'SHA-256 of the canonical JSON of the pack and the packs it uses' }),
    engine: z.string().meta({ description: 'Version of the engine' }),
  })
  .meta({ id: 'Edition', description: 'The version of the rules that the response is based on' })

/** Versions of the packs that a version uses. */
export const pinsSchema = z.array(z.object({ pack: z.string(), version: z.int() }))

export const fileEntrySchema = z
  .object({ path: z.string(), sha256: sha256Schema, bytes: z.int() })
  .meta({ id: 'FileEntry' })
