import { z } from 'zod'

const positiveNumber = z
  .string()
  .regex(/^[1-9]\d{0,14}$/)
  .transform(Number)

/** A page of a list whose newest items come first. */
export const pageQuery = z.strictObject({
  before: positiveNumber.optional().meta({ type: 'integer', minimum: 1, description: '`next` of the previous page' }),
  limit: positiveNumber
    .refine((limit) => limit <= 200)
    .default(50)
    .meta({ type: 'integer', minimum: 1, maximum: 200, default: 50 }),
})
