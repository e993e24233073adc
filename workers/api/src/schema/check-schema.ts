import { z } from 'zod'
import { textSchema } from './text-schema.ts'

export const diagnosticSchema = z
  .object({
    pack: z.string(),
    file: z.string(),
    pointer: z.string(),
    line: z.int().optional().meta({ description: 'From 1, in the text of the file' }),
    column: z.int().optional(),
    code: z.string(),
    message: textSchema,
    suggestion: z.string().optional().meta({ description: 'The nearest name that is known' }),
  })
  .meta({ id: 'Diagnostic' })

export const lintSchema = diagnosticSchema
  .omit({ suggestion: true })
  .extend({ severity: z.enum(['warning', 'hint']), about: z.string().meta({ description: 'As lint.json names it' }) })
  .meta({ id: 'Lint', description: 'What loads but is most likely not meant' })

const failureSchema = z
  .object({
    runtime: z.enum(['compiled', 'json-rules-engine']),
    file: z.string(),
    case: z.string(),
    requirement: z.string(),
    subject: z.string().optional(),
    period: z.int().optional(),
    field: z.string(),
    expected: z.unknown(),
    actual: z.unknown(),
  })
  .meta({ id: 'CaseFailure', description: 'What a case expects and what was found' })

export const checkSchema = z
  .object({
    ok: z.boolean().meta({ description: 'No fault, and every case holds' }),
    sha256: z.string().nullable().meta({ description: 'The digest it would be published under' }),
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
