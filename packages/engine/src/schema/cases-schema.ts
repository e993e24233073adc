import { z } from 'zod'
import { STATUSES } from '../values/status.ts'
import { UNKNOWN_REASONS } from '../values/unknown-reason.ts'
import { factNameSchema, isoDateSchema, schemaReference, slugSchema, textSchema, wordSchema } from './common-schema.ts'

const json = z.unknown()

export const statusSchema = z.enum(STATUSES)

/** What a finding must be. Only what is written is compared. */
export const expectationSchema = z.strictObject({
  requirement: slugSchema,
  subject: z.string().min(1).optional().meta({ description: 'Id of the subject; may be left out where there is one' }),
  period: z.int().optional(),
  status: statusSchema.optional(),
  possible: z.array(statusSchema).optional(),
  unknownReasons: z.array(z.enum(UNKNOWN_REASONS)).optional(),
  missing: z.array(z.string()).optional(),
  daysLate: z.int().optional(),
  due: isoDateSchema.optional(),
  notesAbsent: z.array(slugSchema).optional().meta({ description: 'Notes that must not be shown' }),
  notes: z.array(slugSchema).optional().meta({ description: 'Notes that must be shown' }),
  figures: z.record(wordSchema, z.union([z.string(), z.number(), z.boolean(), z.null()])).optional(),
  absent: z.literal(true).optional().meta({ description: 'No finding at all: not in force' }),
})

/** A ledger, whole or as a base with some places set or removed (JSON pointers), and what must be found. */
export const caseSchema = z.strictObject({
  id: z.string().min(1).max(120),
  title: textSchema.optional(),
  asOf: z.string().min(1),
  profile: slugSchema.optional(),
  parameters: z
    .record(wordSchema, z.union([z.string(), z.number(), z.boolean(), z.null()]))
    .optional()
    .meta({
      description: 'Overrides; null leaves the parameter without a value',
    }),
  base: wordSchema.optional(),
  set: z.record(z.string().startsWith('/'), json).optional(),
  remove: z.array(z.string().startsWith('/')).optional(),
  ledger: z.record(z.string(), json).optional(),
  expect: z.array(expectationSchema).min(1),
  conflicts: z.record(slugSchema, z.array(factNameSchema).min(1)).optional().meta({
    description:
      'Contradictions: every check that must fail, with the facts that it makes unknown; {} for no contradiction. A violated bound is called bound, a reference to a missing record reference, an id used twice in a list duplicate, and a day after that of the ledger ledger-day.',
  }),
})
export type Case = z.infer<typeof caseSchema>

export const casesFileSchema = z
  .strictObject({
    ...schemaReference,
    bases: z.record(wordSchema, z.record(z.string(), json)).optional(),
    cases: z.array(caseSchema).min(1),
  })
  .meta({ title: 'cases/*.json', description: 'Examples beside the rules: ledger and expected findings' })
