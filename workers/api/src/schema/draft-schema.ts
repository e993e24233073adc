import { z } from 'zod'
import { diagnosticSchema, lintSchema } from './diagnostic-schema.ts'
import { fileEntrySchema, packParam, pinsSchema, sha256Schema, versionNumber } from './edition-schema.ts'
import { flipsByRequirementSchema, ruleChangeSchema } from './flip-schema.ts'
import { textSchema } from './text-schema.ts'
import { reasonSchema } from './write-schema.ts'

export const draftParams = packParam.extend({ draft: z.string().max(40) })

export const draftStatusSchema = z.enum(['open', 'submitted', 'approved', 'discarded'])

const sampleComparisonSchema = z.object({
  sample: z.string(),
  asOf: z.string(),
  flipped: z.int().nullable().meta({ description: 'null if the published version does not accept the sample' }),
  requirements: flipsByRequirementSchema,
  notComparable: z
    .array(z.object({ pointer: z.string(), message: textSchema }))
    .readonly()
    .optional()
    .meta({ description: 'Places in the sample that the published version does not accept, at most 20' }),
})

const submissionSchema = z.object({
  at: z.string(),
  by: z.string(),
  pins: pinsSchema,
  sha256: sha256Schema,
  declaredVersion: z.string(),
  cases: z.object({ run: z.int(), expectations: z.int() }),
  comparedWith: z.int().nullable().meta({
    description: 'The version that was published then, with which it was compared; null where there was none',
  }),
  effect: z.object({
    rules: z.array(ruleChangeSchema).meta({ description: 'Changes of the rules, at most 200' }),
    samples: z
      .array(sampleComparisonSchema)
      .meta({ description: 'Changes of findings on the sample ledgers of the pack' }),
  }),
})

export const draftSchema = z
  .object({
    id: z.string(),
    pack: z.string(),
    fromVersion: z.int().nullable(),
    summary: z.string(),
    status: draftStatusSchema,
    revision: z.int().meta({ description: 'Number of the latest change; also the ETag' }),
    authors: z.array(z.string()).meta({ description: 'Everyone who changed the draft. None of them may approve it' }),
    createdAt: z.string(),
    changedAt: z.string(),
    submission: submissionSchema.nullable().meta({ description: 'Results of the checks at submission' }),
    rejection: z.object({ at: z.string(), by: z.string(), reason: z.string() }).nullable(),
    version: z.int().nullable().meta({ description: 'The version that the approval created' }),
  })
  .meta({ id: 'Draft' })

export const checkedDraftSchema = z
  .object({
    draft: draftSchema,
    files: z.array(fileEntrySchema),
    diagnostics: z.array(diagnosticSchema).meta({ description: 'Errors, at most 200' }),
    lints: z.array(lintSchema).meta({ description: 'Empty while the draft has errors' }),
  })
  .meta({ id: 'CheckedDraft' })

/** The text of a file is JSON in a string: errors can be saved, and reported with line and column. */
const fileText = {
  contentMediaType: 'application/json',
  contentSchema: { $ref: '#/components/schemas/PackFile' },
} as const

export const fileTextsSchema = z
  .record(
    z.string().max(100),
    z
      .string()
      .regex(/^[^\0]*$/)
      .nullable()
      .meta(fileText),
  )
  .meta({ description: 'Texts of files by path, such as profiles/literal.json; null removes the file' })

export const draftRequestSchema = z
  .strictObject({
    summary: reasonSchema.meta({ description: 'What you want to change, and why' }),
    fromVersion: versionNumber.optional().meta({
      description: 'The version that the draft starts from. For a new pack, leave it out and give the files',
    }),
    files: fileTextsSchema.optional(),
  })
  .meta({ id: 'DraftRequest' })

export const draftFilesRequestSchema = z
  .strictObject({
    files: fileTextsSchema,
    summary: reasonSchema
      .optional()
      .meta({ description: 'What the draft then changes, and why; left out, it is called as before' }),
  })
  .meta({ id: 'FilesRequest' })

export const submitRequestSchema = z
  .strictObject({
    compareOn: z
      .array(z.iso.date())
      .max(5)
      .default([])
      .meta({
        description:
          'Days, YYYY-MM-DD, on which to compare with the published version, on the sample ledgers of the pack',
        example: ['2019-01-01'],
      }),
  })
  .meta({ id: 'SubmitRequest' })

export const approveRequestSchema = z
  .strictObject({
    reason: reasonSchema.optional().meta({ description: 'Why it is approved, for the audit log' }),
  })
  .meta({ id: 'ApproveRequest' })

export const rejectRequestSchema = z.strictObject({ reason: reasonSchema }).meta({ id: 'RejectRequest' })
