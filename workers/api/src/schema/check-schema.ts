import { z } from 'zod'
import { candidateSchema } from './candidate-schema.ts'
import { diagnosticSchema, lintSchema } from './diagnostic-schema.ts'
import { runtimeSchema } from './evaluation-schema.ts'

export const checkRequestSchema = z
  .strictObject({
    candidate: candidateSchema,
    runtimes: z
      .array(runtimeSchema)
      .max(2)
      .default(['compiled'])
      .meta({ description: 'The runtimes on which to run the cases; an empty list runs none' }),
    texts: z.record(z.string(), z.string()).optional().meta({
      description: 'The texts of documents by their ids, with which the lint not-in-document compares their clauses',
    }),
  })
  .meta({ id: 'CheckRequest' })

const failureSchema = z
  .object({
    runtime: runtimeSchema,
    file: z.string(),
    case: z.string(),
    requirement: z.string(),
    subject: z.string().optional(),
    period: z.int().optional(),
    field: z.string(),
    expected: z.unknown(),
    actual: z.unknown(),
  })
  .meta({ id: 'CaseFailure', description: 'What a case expects, and what was found' })

export const checkSchema = z
  .object({
    ok: z.boolean().meta({ description: 'Without errors, and every case passes' }),
    sha256: z.string().nullable().meta({ description: 'The digest that a version with these files would have' }),
    diagnostics: z.array(diagnosticSchema),
    lints: z.array(lintSchema),
    cases: z
      .object({
        run: z.int(),
        expectations: z.int().meta({ description: 'On all runtimes together' }),
        failed: z.int(),
        failures: z.array(failureSchema).meta({ description: 'At most 100' }),
      })
      .nullable(),
  })
  .meta({ id: 'Check' })
