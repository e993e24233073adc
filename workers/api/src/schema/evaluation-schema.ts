import { z } from 'zod'
import { versionNumber } from './edition-schema.ts'
import { statusSchema } from './report-schema.ts'

const parameterValue = z.union([z.string(), z.number(), z.boolean(), z.null()])

/** The body of an evaluation: the options of the engine, the runtime, and the ledger. */
export const evaluationSchema = z
  .strictObject({
    asOf: z.string().meta({
      description: 'The day on which the question is asked, YYYY-MM-DD in Asia/Shanghai. Never assumed to be today.',
      example: '2019-01-01',
    }),
    version: versionNumber.optional().meta({
      description: 'The version to evaluate, whatever is published now; the published one if left out',
    }),
    profile: z.string().max(100).optional().meta({
      description: "A named set of parameter values; the pack's default profile if left out",
    }),
    parameters: z.record(z.string(), parameterValue).optional().meta({
      description: "Values that override the pack's and the profile's; null leaves a parameter without a value",
    }),
    detail: z.enum(['verdicts', 'findings', 'trace']).optional().meta({ description: 'Default findings' }),
    requirements: z.array(z.string()).max(1000).optional().meta({ description: 'Only these requirements' }),
    periods: z.array(z.int().min(1900).max(2200)).max(30).optional().meta({
      description: 'Only these years of yearly duties, instead of the current one and those still open',
    }),
    notInForce: z.boolean().optional().meta({
      description: 'Also list requirements not in force on the date, as not_applicable',
    }),
    statuses: z.array(statusSchema).max(100).optional().meta({
      description: 'List only findings of these statuses; the summary counts all the same',
    }),
    runtime: z.enum(['compiled', 'json-rules-engine']).optional().meta({
      description: 'Default compiled. The reference runtime gives the same answers, slower',
    }),
    language: z.enum(['zh', 'en']).optional().meta({
      description: 'Texts as strings in this language, instead of { zh, en }',
    }),
    ledger: z.looseObject({}).meta({ description: 'The records to evaluate. It is neither logged nor stored' }),
  })
  .meta({ id: 'Evaluation' })
