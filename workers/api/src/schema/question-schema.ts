import { z } from 'zod'
import { editionSchema } from './edition-schema.ts'
import { evaluationSchema } from './evaluation-schema.ts'
import { textSchema, unitSchema } from './text-schema.ts'

const subjectSchema = z.object({ scope: z.string(), id: z.string(), pointer: z.string() })

const answerSchema = z
  .union([
    z.object({
      kind: z.literal('value'),
      type: z.string(),
      unit: unitSchema.optional(),
      values: z.array(z.object({ value: z.string(), label: textSchema })).optional(),
      none: textSchema
        .optional()
        .meta({ description: 'What null, "known to be none", means; absent where it is refused' }),
      to: z.string().optional().meta({ description: 'The scope whose records a reference may name' }),
    }),
    z.object({
      kind: z.literal('records'),
      scope: z.string(),
      year: z.int().optional(),
      keyed: z
        .literal(true)
        .optional()
        .meta({ description: 'The list is an object with a record for each year, such as {"2019": {}}' }),
      none: textSchema.optional(),
    }),
  ])
  .meta({ id: 'AnswerForm', description: 'What an answer looks like' })

const questionSchema = z
  .object({
    fact: z.string().meta({ description: "A fact's name, parameters.<id>, or the scope whose records were not given" }),
    label: textSchema,
    reason: z.enum(['missing_fact', 'missing_parameter', 'conflict']),
    pointer: z.string().optional().meta({ description: 'Where in the ledger the answer goes' }),
    subject: subjectSchema.optional(),
    answer: answerSchema,
    text: textSchema.optional(),
    settles: z.int().meta({ description: 'Findings that wait for this answer alone' }),
    bears: z.int().meta({ description: 'Findings that wait for it, alone or with others' }),
    decides: z.array(
      z.object({
        requirement: z.string(),
        title: textSchema,
        subject: subjectSchema,
        period: z.int().optional(),
        alone: z.boolean(),
      }),
    ),
  })
  .meta({ id: 'Question' })

export const questionsRequestSchema = evaluationSchema
  .pick({
    asOf: true,
    version: true,
    profile: true,
    parameters: true,
    requirements: true,
    periods: true,
    notInForce: true,
    ledger: true,
  })
  .extend({
    subject: z.string().optional().meta({ description: 'Only what keeps findings on this record open: id or pointer' }),
    limit: z.int().min(1).max(200).optional().meta({ description: 'Default 20' }),
  })
  .meta({ id: 'QuestionsRequest' })

export const questionsSchema = z
  .object({
    edition: editionSchema,
    unknown: z.int().meta({ description: 'Findings that are unknown' }),
    open: z.int().meta({ description: 'Everything that could be asked' }),
    questions: z.array(questionSchema),
  })
  .meta({ id: 'Questions' })
