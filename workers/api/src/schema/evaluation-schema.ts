import { z } from 'zod'
import { versionNumber } from './edition-schema.ts'
import { statusSchema } from './report-schema.ts'

export const runtimeSchema = z.enum(['compiled', 'json-rules-engine'])

const parameterValue = z.union([z.string(), z.number(), z.boolean(), z.null()])

/** The body of an evaluation: the options of the engine, the runtime, and the ledger. */
export const evaluationSchema = z
  .strictObject({
    asOf: z.string().meta({
      description: 'The evaluation date, YYYY-MM-DD in Asia/Shanghai. It never defaults to today',
      example: '2019-01-01',
    }),
    version: versionNumber.optional().meta({
      description: 'The version to evaluate, by default the published one',
    }),
    profile: z.string().max(100).optional().meta({
      description: "A named set of parameter values, by default the pack's default profile",
    }),
    parameters: z.record(z.string(), parameterValue).optional().meta({
      description: 'Values that override those of the pack and the profile; null leaves a parameter without a value',
    }),
    detail: z.enum(['verdicts', 'findings', 'trace']).optional().meta({ description: 'By default, findings' }),
    exact: z.boolean().optional().meta({
      description: 'Search for the outcomes that some completion of the ledger reaches. Slower; not with verdicts',
    }),
    requirements: z.array(z.string()).max(1000).optional().meta({ description: 'Evaluate these requirements only' }),
    periods: z.array(z.int().min(1900).max(2200)).max(30).optional().meta({
      description: 'Evaluate yearly duties for these years only, instead of the current year and those still open',
    }),
    notInForce: z.boolean().optional().meta({
      description: 'Also list requirements that are not in force on the date, as not_applicable',
    }),
    statuses: z.array(statusSchema).max(100).optional().meta({
      description: 'List findings of these statuses only; the summary still counts all',
    }),
    runtime: runtimeSchema.optional().meta({
      description:
        'By default, compiled. The reference runtime, json-rules-engine, gives the same findings more slowly',
    }),
    language: z.enum(['zh', 'en']).optional().meta({
      description: 'Give texts as strings in this language instead of { zh, en }',
    }),
    ledger: z.looseObject({}).meta({ description: 'The records to evaluate. A ledger is neither logged nor stored' }),
  })
  .meta({ id: 'Evaluation' })
