import { z } from 'zod'
import {
  basisSchema,
  clauseReferenceSchema,
  factNameSchema,
  forceSchema,
  intervalSchema,
  isoDateSchema,
  schemaReference,
  slugSchema,
  templateSchema,
  textSchema,
  wordSchema,
} from './common-schema.ts'
import { conditionSchema } from './condition-schema.ts'
import { derivedFactSchema } from './facts-schema.ts'
import { operandSchema } from './formula-schema.ts'

/** What is to be done in the situation that an exception or note is about, in place of the requirement’s own remedy. */
const remedySchema = templateSchema.optional().meta({ description: 'What to do here, in place of the remedy' })

const exceptionSchema = z.strictObject({
  id: slugSchema,
  text: templateSchema,
  clauses: z.array(clauseReferenceSchema).min(1).optional(),
  basis: z.array(basisSchema).min(1).optional(),
  status: z.enum(['exempted', 'pending', 'review']),
  when: conditionSchema,
  on: operandSchema.optional().meta({ description: 'The date fact by which it came late' }),
  remedy: remedySchema,
})

const noteSchema = z.strictObject({
  id: slugSchema,
  text: templateSchema,
  clauses: z.array(clauseReferenceSchema).min(1).optional(),
  basis: z.array(basisSchema).min(1).optional(),
  when: conditionSchema,
  remedy: remedySchema,
})

/** What later law says on the same matter, shown from a day on. */
const laterRuleSchema = basisSchema.extend({ from: isoDateSchema, text: textSchema })

export const requirementSchema = z.strictObject({
  id: slugSchema,
  title: templateSchema,
  clauses: z.array(clauseReferenceSchema).min(1).optional(),
  basis: z.array(basisSchema).min(1).optional(),
  force: forceSchema,
  subject: wordSchema,
  dutyBearer: slugSchema,
  supervisor: slugSchema.optional(),
  effective: intervalSchema.optional(),
  at: operandSchema.optional().meta({ description: 'The date whose law governs; default asOf' }),
  duty: z.enum(['once', 'standing']).optional().meta({
    description: 'once: a task of the planned years; default standing, or yearly with recurs',
  }),
  recurs: z.strictObject({ every: z.literal('year'), from: z.union([z.int(), z.string().min(1)]) }).optional(),
  applies: conditionSchema.optional(),
  requires: conditionSchema.optional(),
  due: operandSchema.optional(),
  achievedOn: operandSchema.optional(),
  unless: z.array(exceptionSchema).optional(),
  figures: z.record(wordSchema, z.union([factNameSchema, derivedFactSchema])).optional(),
  metUntil: wordSchema.optional().meta({
    description: 'The figure that is the last day on which it stays met by itself; the calendar lists that day',
  }),
  notes: z.array(noteSchema).optional(),
  problem: templateSchema.optional().meta({ description: 'What is wrong where it is not met, as a notice says it' }),
  remedy: templateSchema.optional(),
  laterRules: z.array(laterRuleSchema).min(1).optional(),
})
export type RequirementEntry = z.infer<typeof requirementSchema>

export const requirementsFileSchema = z
  .strictObject({
    ...schemaReference,
    theme: textSchema,
    requirements: z.array(requirementSchema).min(1),
  })
  .meta({ title: 'requirements/*.json', description: 'The requirements of one theme' })
