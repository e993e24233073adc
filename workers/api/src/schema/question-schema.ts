import { questionOptionsSchema } from '@tiaoli/engine/plan'
import { z } from 'zod'
import { boundedOptions, meaning } from './bounded-options.ts'
import { editionSchema } from './edition-schema.ts'
import { evaluationSchema } from './evaluation-schema.ts'
import { answerInLanguage } from './in-one-language.ts'
import { subjectSchema, unknownReasonSchema } from './report-schema.ts'
import { textSchema, unitSchema } from './text-schema.ts'

const answerSchema = z
  .union([
    z.object({
      kind: z.literal('value'),
      type: z.string(),
      unit: unitSchema.optional(),
      values: z.array(z.object({ value: z.string(), label: textSchema })).optional(),
      none: textSchema.optional().meta({ description: 'What null means; absent if null is not accepted' }),
      to: z.string().optional().meta({ description: 'The scope whose records a reference may name' }),
    }),
    z.object({
      kind: z.literal('records'),
      scope: z.string(),
      year: z.int().optional(),
      keyed: z
        .literal(true)
        .optional()
        .meta({ description: 'The list is an object with one record per year, such as {"2019": {}}' }),
      none: textSchema.optional(),
    }),
  ])
  .meta({ id: 'AnswerForm', description: 'What an answer must look like' })

const questionSchema = z
  .object({
    fact: z
      .string()
      .meta({ description: 'The name of a fact, parameters.<id>, or the scope whose records are missing' }),
    label: textSchema,
    reason: unknownReasonSchema,
    pointer: z.string().optional().meta({ description: 'Where the answer belongs in the ledger' }),
    subject: subjectSchema.optional(),
    answer: answerSchema,
    text: textSchema.optional(),
    settles: z.int().meta({ description: 'Number of findings that this answer alone decides' }),
    bears: z.int().meta({ description: 'Number of findings that need this answer, alone or with others' }),
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

const { requirements, subjects, scopes, periods, profile } = boundedOptions

export const questionsRequestSchema = questionOptionsSchema
  .omit({ maxFindings: true, maxDecisions: true })
  .extend({
    ...evaluationSchema.pick({ version: true, language: true, ledger: true }).shape,
    requirements,
    subjects,
    scopes,
    periods,
    profile,
    limit: meaning(questionOptionsSchema.shape.limit, z.int().min(1).max(200).optional()),
  })
  .meta({ id: 'QuestionsRequest' })

export const questionsSchema = z
  .object({
    edition: editionSchema,
    unknown: z.int().meta({ description: 'Number of unknown findings' }),
    open: z.int().meta({ description: 'Number of possible questions' }),
    questions: z.array(questionSchema),
  })
  .meta({ id: 'Questions' })

/** The questions if the request chose one language. */
export const questionsInLanguageSchema = answerInLanguage(questionsSchema).meta({ id: 'QuestionsInLanguage' })
