import { z } from 'zod'
import { editionSchema } from './edition-schema.ts'
import { citationSchema, statusSchema, subjectSchema } from './report-schema.ts'
import { forceSchema, textSchema } from './text-schema.ts'

const dueSchema = z
  .object({
    due: z.string().meta({ description: 'The last day, YYYY-MM-DD' }),
    requirement: z.string(),
    pack: z.string(),
    title: textSchema,
    period: z.int().optional().meta({ description: 'The year of a yearly duty' }),
    dutyBearer: textSchema,
    force: forceSchema,
    citations: z.array(citationSchema),
    scope: textSchema.meta({ description: 'What kind of record it concerns' }),
    subject: subjectSchema.optional().meta({ description: 'The record; absent where no ledger was given' }),
    status: statusSchema.optional().meta({ description: 'Absent where no ledger was given' }),
    remedy: textSchema.optional(),
  })
  .meta({ id: 'Due', description: 'A day by which something is to be done' })

export const calendarSchema = z
  .object({
    edition: editionSchema,
    items: z.array(dueSchema).meta({ description: 'By day' }),
    undated: z.array(z.string()).meta({ description: 'Requirements whose day depends on facts that are not given' }),
  })
  .meta({ id: 'Calendar' })
