import { z } from 'zod'
import {
  fileEntrySchema,
  packParam,
  pinsSchema,
  publicationNumber,
  sha256Schema,
  versionInAddress,
} from './edition-schema.ts'

export const versionParams = packParam.extend({ version: versionInAddress })

export const versionSchema = z
  .object({
    pack: z.string(),
    version: z.int(),
    seq: publicationNumber,
    sha256: sha256Schema,
    declaredVersion: z.string().meta({ description: 'The version that pack.json declares' }),
    summary: z.string(),
    authors: z.array(z.string()),
    approver: z.string().nullable().meta({ description: 'null for packs bundled with the service' }),
    createdAt: z.string(),
  })
  .meta({ id: 'Version' })

export const versionWithFilesSchema = versionSchema.extend({ uses: pinsSchema, files: z.array(fileEntrySchema) })

export const versionFilesSchema = z
  .object({
    pack: z.string(),
    version: z.int(),
    uses: pinsSchema,
    files: z.record(z.string(), z.string()).meta({ description: 'The text of each file, by its path' }),
  })
  .meta({ id: 'VersionFiles' })
