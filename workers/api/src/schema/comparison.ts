import { z } from 'zod'
import { statusSchema } from './report.ts'
import { textSchema } from './text.ts'

export const comparisonCountsSchema = z.record(z.string(), z.record(z.string(), z.int())).meta({
  description: 'By requirement, how many findings go from what to what, such as "met → not_met"; "-" is no finding',
})

const flipSchema = z
  .object({
    requirement: z.string(),
    title: textSchema,
    subject: z.object({ scope: z.string(), id: z.string(), pointer: z.string() }),
    period: z.int().optional(),
    before: statusSchema.nullable(),
    after: statusSchema.nullable(),
  })
  .meta({ id: 'Flip' })

export const comparisonSchema = z.object({
  before: z.record(statusSchema, z.int()).meta({ description: 'Findings by status' }),
  after: z.record(statusSchema, z.int()),
  changed: z.int(),
  requirements: comparisonCountsSchema,
  flips: z.array(flipSchema).meta({ description: 'The findings that change, at most 5000' }),
})
