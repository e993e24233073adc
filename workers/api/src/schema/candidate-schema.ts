import { z } from 'zod'
import { fileTextsSchema } from './draft-schema.ts'
import { versionNumber } from './edition-schema.ts'

const versionCandidate = z.strictObject({ version: versionNumber })
const draftCandidate = z.strictObject({ draft: z.string().max(40) })
const filesCandidate = z.strictObject({ files: fileTextsSchema, version: versionNumber.optional() })

/** Rules that may not be a version yet. */
export const candidateSchema = z.union([versionCandidate, draftCandidate, filesCandidate]).meta({
  id: 'Candidate',
  description: 'A version; a draft; or files that replace those of a version, by default the published one',
})
export type Candidate = z.infer<typeof candidateSchema>
