import { z } from 'zod'
import { clauseSchema } from './clause-schema.ts'
import { editionSchema, pinsSchema } from './edition-schema.ts'
import { answerInLanguage } from './in-one-language.ts'
import { forceSchema, textSchema, unitSchema } from './text-schema.ts'

export const packDocumentSchema = z
  .object({
    id: z.string(),
    edition: editionSchema,
    declaredVersion: z.string().meta({ description: 'The version that pack.json declares' }),
    title: textSchema,
    issuer: textSchema.optional(),
    documentNumber: z.string().optional(),
    issuedOn: z.string().optional(),
    defaultProfile: z.string().optional(),
    uses: pinsSchema.meta({ description: 'The versions of the packs that it uses, which never change' }),
  })
  .meta({ id: 'PackDocument' })

export const packSummarySchema = packDocumentSchema
  .extend({
    counts: z
      .object({ requirements: z.int(), parameters: z.int(), facts: z.int(), clauses: z.int() })
      .meta({ description: 'Including those of the packs that it uses' }),
  })
  .meta({ id: 'PackSummary' })

/** The pack if the request chose one language. */
export const packSummaryInLanguageSchema = answerInLanguage(packSummarySchema)

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
  choices: z.record(z.string(), textSchema).optional().meta({ description: 'The values that it can have, in words' }),
  min: z.number().optional(),
  max: z.number().optional(),
  question: textSchema.optional().meta({ description: 'What the text leaves open' }),
  values: z.array(datedValueSchema).meta({ description: 'Each with its source' }),
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
  title: textSchema.meta({ description: 'With the values of parameters under the default profile' }),
  subject: z.string(),
  force: forceSchema,
  dutyBearer: z.string(),
  supervisor: z.string().optional(),
  clauses: z.array(z.string()),
  entry: z.looseObject({}).meta({
    description: 'The requirement as the pack contains it: texts with placeholders such as {parameters.name}',
  }),
})

const factSchema = z.object({
  name: z.string(),
  pack: z.string(),
  scope: z.string(),
  kind: z.enum(['given', 'derived']),
  type: z.string(),
  label: textSchema,
  unit: unitSchema.optional(),
  none: textSchema.optional().meta({ description: 'What null means; absent if null is not accepted' }),
  values: z.record(z.string(), textSchema).optional(),
})

/** The lists that a pack consists of, by their name in the address and in the response. */
export const SECTION_SCHEMAS = {
  requirements: z.array(requirementSchema),
  clauses: z.array(clauseSchema),
  facts: z.array(factSchema),
  parameters: z.array(parameterSchema),
  profiles: z.array(profileSchema),
} as const
