import { z } from 'zod'
import { nameOf } from '../access/actor-name.ts'

// Headers are read by middleware, which gives their absence and form the right status; here they are described.

/** For a write that is safe to send again. */
export const writeHeaders = z.object({
  'idempotency-key': z.string().optional().meta({
    description:
      'A new value for each write. Sent again within 48 hours, the write is not done twice; the answer is the same',
    example: '3f2504e0-4f89-11d3-9a0c-0305e82c3301',
  }),
})

/** For a change of a draft: the ETag that came with it. */
export const changeHeaders = writeHeaders.extend({
  'if-match': z
    .string()
    .optional()
    .meta({ description: 'ETag of the draft that you have seen. Required', example: '"3"' }),
})

export const reasonSchema = z.string().trim().min(1).max(2000)
export const holderSchema = z
  .string()
  .max(200)
  .overwrite(nameOf)
  .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._@-]{0,99}$/u)
  .meta({
    description: 'Who uses it: the name in the audit log, and by which the four eyes are counted; kept in lower case',
  })
