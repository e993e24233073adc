import { z } from 'zod'
import { meaning } from './bounded-options.ts'
import { editionSchema, versionInAddress } from './edition-schema.ts'
import { evaluationSchema } from './evaluation-schema.ts'
import { filePart } from './form-schema.ts'
import { filePlaceSchema } from './import-schema.ts'
import { answerInLanguage } from './in-one-language.ts'
import { languageSchema, textSchema } from './text-schema.ts'

const language = languageSchema.optional().meta({ description: 'By default the first of the pack' })

export const templateQuery = z.strictObject({ version: versionInAddress.optional(), language })

/** The body for a template: what `tiaoli template` takes, under the same words. */
export const templateRequestSchema = evaluationSchema
  .pick({ version: true, ledger: true })
  .extend({
    missing: z.boolean().optional().meta({
      description: 'Only what keeps findings unknown on the day `asOf`, what decides most first',
    }),
    asOf: meaning(evaluationSchema.shape.asOf, evaluationSchema.shape.asOf.optional()),
    language,
  })
  .meta({ id: 'TemplateRequest' })

export const filledTemplateSchema = z
  .strictObject({
    file: filePart.meta({ description: 'The template as it came back' }),
    ledger: z.union([z.string(), filePart]).optional().meta({
      description: 'The ledger as it is now, in JSON. Left out, the records of the workbook are all that there are',
    }),
    version: versionInAddress.optional(),
    language: languageSchema.optional(),
  })
  .meta({ id: 'FilledTemplate' })

export const templateReadingSchema = z
  .object({
    edition: editionSchema,
    ledger: z.looseObject({}).meta({ description: 'With what the workbook says; the rest is as it was' }),
    notes: z
      .array(
        z.object({
          code: z.string(),
          severity: z.enum(['warning', 'info']),
          place: filePlaceSchema,
          other: filePlaceSchema.optional().meta({ description: 'Another cell that it does not agree with' }),
          text: textSchema,
        }),
      )
      .meta({ description: 'What could not be read or has to be known. It repeats nothing that a cell holds' }),
  })
  .meta({ id: 'TemplateReading' })

/** The answer if the form chose one language. */
export const templateReadingInLanguageSchema = answerInLanguage(templateReadingSchema).meta({
  id: 'TemplateReadingInLanguage',
})
