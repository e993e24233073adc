import { z } from 'zod'
import {
  citationFields,
  isoDateSchema,
  schemaReference,
  slugSchema,
  templateSchema,
  textSchema,
  unitSchema,
  wordSchema,
} from './common-schema.ts'

/** One value with the days it holds (half-open) and where it comes from. */
export const datedValueSchema = z.strictObject({
  value: z.union([z.string(), z.number(), z.boolean()]),
  from: isoDateSchema.optional(),
  to: isoDateSchema.optional(),
  ...citationFields,
})
export type DatedValue = z.infer<typeof datedValueSchema>

/** A number that the rules use. No values: the text leaves it open, and what needs it is `unknown`. */
export const parameterSchema = z.strictObject({
  label: textSchema,
  type: z.enum(['boolean', 'integer', 'money', 'rate', 'date', 'enum']),
  unit: unitSchema.optional(),
  choices: z.record(z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]*$/), textSchema).optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  question: templateSchema.optional(),
  values: z.array(datedValueSchema),
})
export type Parameter = z.infer<typeof parameterSchema>

export const parametersFileSchema = z
  .strictObject({ ...schemaReference, parameters: z.record(wordSchema, parameterSchema) })
  .meta({ title: 'parameters.json', description: 'Dated, cited numbers' })

export const profileFileSchema = z
  .strictObject({
    ...schemaReference,
    id: slugSchema,
    label: textSchema,
    description: textSchema.optional(),
    parameters: z.record(wordSchema, z.array(datedValueSchema)),
  })
  .meta({ title: 'profiles/*.json', description: 'A named set of parameter values' })
export type Profile = z.infer<typeof profileFileSchema>
