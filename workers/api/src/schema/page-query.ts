import { z } from 'zod'

const number = z
  .string()
  .regex(/^[1-9]\d{0,14}$/)
  .transform(Number)

/** A page of a list whose newest comes first: what is before a number, at most so many. */
export const pageQuery = z.strictObject({
  before: number.optional().meta({ type: 'integer', minimum: 1, description: '`next` of the page before' }),
  limit: number
    .refine((limit) => limit <= 200)
    .default(50)
    .meta({ type: 'integer', minimum: 1, maximum: 200, default: 50 }),
})
