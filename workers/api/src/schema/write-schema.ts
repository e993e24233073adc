import { z } from 'zod'

// Middleware reads these headers and answers with the right status if they are missing or malformed; here they are
// only described.

/** Headers of any write. */
export const writeHeaders = z.object({
  'idempotency-key': z.string().optional().meta({
    description:
      'A new value for every write. If you repeat a request with the same key within 48 hours, nothing is written again and the response is the same',
    example: '3f2504e0-4f89-11d3-9a0c-0305e82c3301',
  }),
})

/** Headers of a change of a draft. */
export const draftChangeHeaders = writeHeaders.extend({
  'if-match': z
    .string()
    .optional()
    .meta({ description: 'Required. The ETag of the draft as you last read it', example: '"3"' }),
})

/** Why a person does something. */
export const reasonSchema = z.string().trim().min(1).max(2000)

export const askedSchema = z
  .object({
    entry: z.int().meta({ description: 'The entry of the audit log that says so' }),
    by: z.string(),
    until: z.string().meta({ description: 'Until then another person may do it', format: 'date-time' }),
  })
  .meta({ id: 'Asked' })
