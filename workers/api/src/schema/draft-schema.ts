import { z } from 'zod'
import { diagnosticSchema, lintSchema } from './check-schema.ts'
import { flippedSchema, ruleChangeSchema } from './comparison-schema.ts'
import { fileEntrySchema, sha256Schema, versionNumber } from './edition-schema.ts'
import { textSchema } from './text-schema.ts'
import { reasonSchema } from './write-schema.ts'

export const draftStatusSchema = z.enum(['open', 'submitted', 'approved', 'discarded'])

export const draftSchema = z
  .object({
    id: z.string(),
    pack: z.string(),
    fromVersion: z.int().nullable(),
    summary: z.string(),
    status: draftStatusSchema,
    revision: z.int().meta({ description: 'Counts its changes; the ETag' }),
    authors: z.array(z.string()).meta({ description: 'Everyone who changed it: none of them may approve it' }),
    createdAt: z.string(),
    changedAt: z.string(),
    submission: z
      .object({
        at: z.string(),
        by: z.string(),
        pins: z.array(z.object({ pack: z.string(), version: z.int() })),
        sha256: sha256Schema,
        declaredVersion: z.string(),
        cases: z.object({ run: z.int(), expectations: z.int() }),
        effect: z.object({
          rules: z.array(ruleChangeSchema).meta({ description: 'What changes in the rules, at most 200' }),
          samples: z
            .array(
              z.object({
                sample: z.string(),
                asOf: z.string(),
                flipped: z.int().nullable().meta({ description: 'null where nothing can be compared' }),
                requirements: flippedSchema,
                notComparable: z
                  .array(z.object({ pointer: z.string(), message: textSchema }))
                  .readonly()
                  .optional()
                  .meta({ description: 'What of the sample the published version does not take, at most 20' }),
              }),
            )
            .meta({ description: 'What changes for the sample ledgers of the pack' }),
        }),
      })
      .nullable()
      .meta({ description: 'What submitting found' }),
    rejection: z.object({ at: z.string(), by: z.string(), reason: z.string() }).nullable(),
    version: z.int().nullable().meta({ description: 'The version that its approval made' }),
  })
  .meta({ id: 'Draft' })

export const checkedDraftSchema = z
  .object({
    draft: draftSchema,
    files: z.array(fileEntrySchema),
    diagnostics: z.array(diagnosticSchema).meta({ description: 'What is wrong with it, at most 200' }),
    lints: z.array(lintSchema).meta({ description: 'Once nothing is wrong with it' }),
  })
  .meta({ id: 'CheckedDraft' })

/** The text of a file is JSON in a string, so that lines and columns can be told and faults be saved. */
const fileText = {
  contentMediaType: 'application/json',
  contentSchema: { $ref: '#/components/schemas/PackFile' },
} as const

/** Texts of files by path; null removes one. */
export const fileTextsSchema = z
  .record(z.string().max(100), z.string().nullable().meta(fileText))
  .meta({ description: 'The text of files by path, such as profiles/strict.json; null leaves a file out' })

export const newDraftSchema = z
  .strictObject({
    summary: reasonSchema.meta({ description: 'What is to change, and why' }),
    fromVersion: versionNumber.optional().meta({
      description: 'The version whose files it begins with. Left out for a new pack, whose files are then given',
    }),
    files: fileTextsSchema.optional(),
  })
  .meta({ id: 'DraftRequest' })

export const submitSchema = z
  .strictObject({
    compareOn: z
      .array(z.iso.date())
      .max(5)
      .default([])
      .meta({
        description:
          'Days, YYYY-MM-DD, on which to compare with the published version on the sample ledgers of the pack',
        example: ['2019-01-01'],
      }),
  })
  .meta({ id: 'SubmitRequest' })

export const rejectSchema = z.strictObject({ reason: reasonSchema }).meta({ id: 'RejectRequest' })
