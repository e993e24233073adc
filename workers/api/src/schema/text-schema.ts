import { isLanguageTag } from '@tiaoli/engine/names'
import { forceSchema as engineForceSchema } from '@tiaoli/engine/plan'
import { z } from 'zod'

const words = { zh: z.string().optional(), en: z.string().optional() }

/** Typed by Chinese and English alone: a record of any tags would say nothing of the other properties beside it. */
export const textSchema = z.object(words).catchall(z.string()).meta({
  id: 'Text',
  description:
    'The same text in the languages in which the pack is read, by their tags; what belongs to no pack is in Chinese and English',
}) as unknown as z.ZodObject<typeof words>

export const unitSchema = textSchema
  .extend({ one: z.string().optional() })
  .meta({ id: 'Unit', description: 'What a number counts; `one` is the English singular' })

/** A value as people read it. */
export const shownSchema = z.union([z.string(), z.number(), z.boolean(), z.null()]).meta({
  id: 'Shown',
  description: 'Dates as YYYY-MM-DD, rates and shares as "1%", money in the smallest unit of its currency',
})

export const forceSchema = z.enum(engineForceSchema.options)

export const languageSchema = z.string().refine(isLanguageTag).meta({
  description: 'A language of the pack, or zh or en, by its tag (BCP 47)',
  example: 'zh',
})
