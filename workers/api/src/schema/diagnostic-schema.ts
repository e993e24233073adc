import { z } from 'zod'
import { textSchema } from './text-schema.ts'

export const diagnosticSchema = z
  .object({
    pack: z.string(),
    file: z.string(),
    pointer: z.string(),
    line: z.int().optional().meta({ description: 'Line in the text of the file, from 1' }),
    column: z.int().optional(),
    code: z.string(),
    message: textSchema,
    suggestion: z.string().optional().meta({ description: 'The closest known name' }),
  })
  .meta({ id: 'Diagnostic', description: 'An error in a pack file' })

export const lintSchema = diagnosticSchema
  .omit({ suggestion: true })
  .extend({
    severity: z.enum(['warning', 'hint']),
    about: z.string().meta({ description: 'What it concerns, as lint.json names it' }),
  })
  .meta({ id: 'Lint', description: 'Valid, but probably not intended' })
