import { z } from 'zod'
import { editionSchema, versionInAddress } from './edition-schema.ts'
import { filePart, workbookParts } from './form-schema.ts'
import { isDay } from './is-day.ts'
import { answerInLanguage } from './in-one-language.ts'
import { languageSchema, textSchema } from './text-schema.ts'

/** The form of an import: what `tiaoli import` takes, under the same words. */
export const importFormSchema = z
  .strictObject({
    file: workbookParts,
    mapping: z
      .union([z.string().max(200), filePart])
      .optional()
      .meta({
        description:
          'The id of a mapping of the pack, or a mapping as a file. Left out: that which knows most columns, else a guessed one',
        example: 'party-building-forms',
      }),
    guess: z.enum(['true', 'false']).optional().meta({ description: 'Guess a mapping from the headings' }),
    on: z.string().refine(isDay).optional().meta({
      description: 'The day of the ledger where the forms do not give one, YYYY-MM-DD',
      example: '2026-09-30',
    }),
    ledger: z.union([z.string(), filePart]).optional().meta({
      description: 'An earlier ledger, in JSON: organizations of the same name keep the ids that they have in it',
    }),
    names: z.union([z.string(), filePart]).optional().meta({
      description: 'Names by id of an earlier import, in JSON, for organizations whose names no ledger has',
    }),
    version: versionInAddress.optional(),
    language: languageSchema.optional(),
  })
  .meta({ id: 'ImportForm' })

export const filePlaceSchema = z
  .object({ file: z.string(), sheet: z.string().optional(), cell: z.string().optional().meta({ example: 'J7' }) })
  .meta({ id: 'FilePlace' })

const columnSchema = z.object({
  place: filePlaceSchema.meta({ description: 'The cell of its heading' }),
  heading: z.string().meta({ description: 'The headings over it, joined' }),
  headings: z
    .array(z.string())
    .meta({ description: 'The same from the top; none where one looks like a number of a person' }),
  table: z.number().int().meta({ description: 'The table of the mapping that it is in, by its order there, from 0' }),
  use: z.enum(['read', 'guessed', 'not-usable']),
  gives: z.array(z.string()).meta({ description: 'The facts, records and lists that it gives' }),
  aside: z
    .record(z.string(), z.enum(['words', 'absence', 'presumption']))
    .optional()
    .meta({
      description:
        'Those of them that it gives only where a cell says so beside what is asked, only as not there, or that follow where somebody is named',
    }),
  names: z.array(z.string()).optional().meta({ description: 'What there is where it names somebody' }),
  isRemark: z.boolean().optional().meta({ description: 'Whether it is for a person to read' }),
  proposal: z
    .string()
    .optional()
    .meta({ description: 'The fact that it may give, by its heading; nothing of it is in the ledger' }),
  why: textSchema.optional().meta({ description: 'Why it is not used' }),
})

const importNoteSchema = z.object({
  code: z.string(),
  severity: z.enum(['warning', 'info']),
  place: filePlaceSchema,
  other: filePlaceSchema.optional().meta({ description: 'Another cell that it does not agree with' }),
  text: textSchema,
  proposal: z.string().optional().meta({ description: 'What the cell may mean; nothing of it is in the ledger' }),
})

export const importedSchema = z
  .object({
    edition: editionSchema,
    ledger: z.looseObject({}).meta({ description: 'As `evaluate` takes it' }),
    names: z.record(z.string(), z.string()).meta({ description: 'The names of organizations by id' }),
    provenance: z
      .array(
        z.object({ pointer: z.string(), file: z.string(), sheet: z.string().optional(), cell: z.string().optional() }),
      )
      .meta({ description: 'The cell of each value, by its pointer in the ledger' }),
    columns: z.array(columnSchema).meta({ description: 'What became of every column' }),
    notes: z.array(importNoteSchema).meta({
      description: 'What was not read or has to be looked at. It repeats nothing that a cell holds',
    }),
    mapping: z.object({ id: z.string(), guessed: z.boolean() }),
    earlier: z
      .object({
        kept: z.number().int().meta({ description: 'How many records have the ids of the earlier ledger' }),
        gone: z
          .array(z.object({ scope: z.string(), id: z.string(), name: z.string() }))
          .meta({ description: 'Its records that are in no workbook' }),
      })
      .optional()
      .meta({ description: 'If an earlier ledger was sent' }),
    guessedMapping: z.looseObject({}).optional().meta({
      description: 'The mapping, if it was guessed: correct it, and send it as `mapping` or put it into the pack',
    }),
    notices: z
      .array(z.object({ file: z.string(), code: z.string(), text: textSchema }))
      .meta({ description: 'What of the files was left out, such as macros' }),
  })
  .meta({ id: 'Imported' })

/** The answer if the form chose one language. */
export const importedInLanguageSchema = answerInLanguage(importedSchema).meta({ id: 'ImportedInLanguage' })
