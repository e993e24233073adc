import { z } from 'zod'
import { diagnosticSchema } from './diagnostic-schema.ts'
import { textSchema } from './text-schema.ts'

const placeSchema = z.object({
  pointer: z.string().meta({ description: 'RFC 6901 pointer into the body, or into the part that `in` names' }),
  in: z.enum(['path', 'query', 'header']).optional(),
  line: z.int().optional().meta({ description: 'From 1, in a body that is not acceptable JSON' }),
  column: z.int().optional(),
  file: z.string().optional().meta({ description: 'The name of a workbook that was sent' }),
  sheet: z.string().optional(),
  cell: z.string().optional().meta({ example: 'A7' }),
  code: z.string(),
  detail: textSchema,
  suggestion: z.string().optional(),
})

export const problemSchema = z
  .object({
    type: z.string().meta({ example: '/problems/invalid-request' }),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string().meta({ description: 'Id of the request' }),
    suggestion: z.string().optional().meta({ description: 'The closest known name' }),
    errors: z.array(placeSchema).optional(),
    diagnostics: z.array(diagnosticSchema).optional().meta({ description: 'Errors in pack files' }),
    failures: z.array(z.looseObject({})).optional().meta({ description: 'Expectations of cases that do not hold' }),
  })
  .meta({ id: 'Problem', description: 'RFC 9457 problem details' })

export const problemKindSchema = z
  .object({ type: z.string(), status: z.int(), title: textSchema, detail: textSchema })
  .meta({ id: 'ProblemKind', description: 'One way in which a request can fail, and what to do about it' })
