import { z } from 'zod'
import { fileTextsSchema } from './draft-schema.ts'
import { versionNumber } from './edition-schema.ts'

const versionSide = z.strictObject({ version: versionNumber })
const draftSide = z.strictObject({ draft: z.string().max(40) })
const filesSide = z.strictObject({ files: fileTextsSchema, version: versionNumber.optional() })

/** Rules that may be no version yet: one is given by number, a draft by id, or files over those of a version. */
export const candidateSchema = z.union([versionSide, draftSide, filesSide]).meta({
  id: 'Candidate',
  description: 'A version; a draft; or files in place of those of a version, the published one if none is named',
})
export type Candidate = z.infer<typeof candidateSchema>
