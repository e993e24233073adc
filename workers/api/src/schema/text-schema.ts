import { LANGUAGES } from '@tiaoli/engine/names'
import { forceSchema as engineForceSchema } from '@tiaoli/engine/plan'
import { z } from 'zod'

export const textSchema = z
  .object({ zh: z.string().optional(), en: z.string().optional() })
  .meta({ id: 'Text', description: 'The same text in the languages of the pack; what belongs to no pack is in both' })

export const unitSchema = textSchema
  .extend({ one: z.string().optional() })
  .meta({ id: 'Unit', description: 'What a number counts; `one` is the English singular' })

/** A value as people read it. */
export const shownSchema = z.union([z.string(), z.number(), z.boolean(), z.null()]).meta({
  id: 'Shown',
  description: 'Dates as YYYY-MM-DD, rates and shares as "1%", money in the smallest unit of its currency',
})

export const forceSchema = z.enum(engineForceSchema.options)

export const languageSchema = z.enum(LANGUAGES)
