import { z } from 'zod'
import { editionSchema, versionInAddress } from './edition-schema.ts'
import { evaluationSchema } from './evaluation-schema.ts'
import { citationSchema, noticeSchema, statusSchema, subjectSchema } from './report-schema.ts'
import { forceSchema, languageSchema, textSchema } from './text-schema.ts'

const day = z.string().meta({ example: '2019-01-01' })
const range = {
  from: day.meta({ description: 'First day, YYYY-MM-DD' }),
  to: day.meta({ description: 'Last day; at most 50 years after the first', example: '2019-12-31' }),
}
const chineseByDefault = languageSchema.default('zh')

export const calendarQuery = z.strictObject({
  ...range,
  profile: z.string().optional(),
  version: versionInAddress.optional(),
  language: chineseByDefault,
})

export const calendarRequestSchema = evaluationSchema
  .pick({
    version: true,
    profile: true,
    parameters: true,
    requirements: true,
    subjects: true,
    scopes: true,
    ledger: true,
  })
  .extend({
    ...range,
    asOf: day
      .optional()
      .meta({ description: 'The day whose state of knowledge decides what is open; by default the first day' }),
    language: chineseByDefault,
  })
  .meta({ id: 'CalendarRequest' })

const dueSchema = z
  .object({
    due: z.string().meta({ description: 'The last day of the term, YYYY-MM-DD' }),
    requirement: z.string(),
    pack: z.string(),
    title: textSchema,
    period: z.int().optional().meta({ description: 'The year of a yearly duty' }),
    dutyBearer: textSchema,
    force: forceSchema,
    citations: z.array(citationSchema),
    scope: textSchema.meta({ description: 'The kind of record that it concerns' }),
    subject: subjectSchema.optional().meta({ description: 'The record; absent without a ledger' }),
    status: statusSchema.optional().meta({ description: 'Absent without a ledger' }),
    remedy: textSchema.optional(),
    note: textSchema
      .optional()
      .meta({ description: 'What the end of the plan, or a later document, means for a duty by its last day' }),
  })
  .meta({ id: 'Due', description: 'A due date' })

export const calendarSchema = z
  .object({
    edition: editionSchema,
    items: z.array(dueSchema).meta({ description: 'By day' }),
    notices: z.array(noticeSchema).meta({ description: 'What a reader has to know before the days' }),
    spans: z
      .array(
        dueSchema.omit({ due: true }).extend({
          earliest: z.string().meta({ description: 'The first day that the last day can be, YYYY-MM-DD' }),
          latest: z.string().meta({ description: 'The last one' }),
          days: textSchema,
        }),
      )
      .meta({ description: 'Of whose last day no more than the month is known' }),
    undated: z.array(z.string()).meta({ description: 'Requirements whose due date depends on unknown facts' }),
  })
  .meta({ id: 'Calendar' })
