import { z } from 'zod'
import { schemaReference, slugSchema, textSchema } from './common-schema.ts'

/** One lint that does not count, where, and why. */
const offSchema = z.strictObject({
  code: slugSchema.meta({ description: 'The code of the lint, such as unused-fact' }),
  at: z
    .string()
    .min(1)
    .meta({ description: 'The id that it is about, or a place with all below: facts.json#/given/firm.seats' }),
  reason: textSchema,
})

export const lintFileSchema = z
  .strictObject({ ...schemaReference, off: z.array(offSchema).min(1) })
  .meta({ title: 'lint.json', description: 'Lints that are switched off, each with a reason; decides nothing' })
export type LintFile = z.infer<typeof lintFileSchema>
