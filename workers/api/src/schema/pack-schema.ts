import { z } from 'zod'
import { clauseSchema } from './clause-schema.ts'
import { editionSchema } from './edition-schema.ts'
import { forceSchema, textSchema, unitSchema } from './text-schema.ts'

/** What a pack says of itself. */
export const packDocumentSchema = z
  .object({
    id: z.string(),
    edition: editionSchema,
    declaredVersion: z.string().meta({ description: 'What pack.json calls its version' }),
    title: textSchema,
    issuer: textSchema.optional(),
    documentNumber: z.string().optional(),
    issuedOn: z.string().optional(),
    defaultProfile: z.string().optional(),
    uses: z.array(z.object({ pack: z.string(), version: z.int() })).meta({
      description: 'The versions of the packs it uses: the same for ever',
    }),
  })
  .meta({ id: 'PackDocument' })

export const packSummarySchema = packDocumentSchema
  .extend({
    counts: z
      .object({ requirements: z.int(), parameters: z.int(), facts: z.int(), clauses: z.int() })
      .meta({ description: 'With those of the packs it uses' }),
  })
  .meta({ id: 'PackSummary' })

const datedValueSchema = z.looseObject({
  value: z.union([z.string(), z.number(), z.boolean()]),
  from: z.string().optional(),
  to: z.string().optional(),
})

const parameterSchema = z.object({
  id: z.string(),
  pack: z.string(),
  label: textSchema,
  type: z.string(),
  unit: unitSchema.optional(),
  choices: z.record(z.string(), textSchema).optional().meta({ description: 'The values it can have, in words' }),
  min: z.number().optional(),
  max: z.number().optional(),
  question: textSchema.optional().meta({ description: 'What the text leaves open' }),
  values: z.array(datedValueSchema).meta({ description: 'Each with where it comes from' }),
})

const profileSchema = z.object({
  id: z.string(),
  label: textSchema,
  description: textSchema.optional(),
  parameters: z.record(z.string(), z.array(datedValueSchema)),
})

const requirementSchema = z.object({
  id: z.string(),
  pack: z.string(),
  title: textSchema,
  subject: z.string(),
  force: forceSchema,
  dutyBearer: z.string(),
  supervisor: z.string().optional(),
  clauses: z.array(z.string()),
  entry: z.looseObject({}).meta({ description: 'The requirement as it is written in the pack' }),
})

const factSchema = z.object({
  name: z.string(),
  pack: z.string(),
  scope: z.string(),
  kind: z.enum(['given', 'derived']),
  type: z.string(),
  label: textSchema,
  unit: unitSchema.optional(),
  none: textSchema.optional().meta({ description: 'What null means; without it null is refused' }),
  values: z.record(z.string(), textSchema).optional(),
})

/** The parts of a pack that can be read one by one: name in the address and in the answer → its items. */
export const PART_SCHEMAS = {
  requirements: z.array(requirementSchema),
  clauses: z.array(clauseSchema),
  facts: z.array(factSchema),
  parameters: z.array(parameterSchema),
  profiles: z.array(profileSchema),
} as const
