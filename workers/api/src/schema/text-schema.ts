import { z } from 'zod'

export const textSchema = z
  .object({ zh: z.string(), en: z.string() })
  .meta({ id: 'Text', description: 'The same words in Chinese and in English' })

export const unitSchema = textSchema
  .extend({ one: z.string().optional() })
  .meta({ id: 'Unit', description: 'What a number counts; one is the English word for a single one' })

/** A value as people read it: dates YYYY-MM-DD, rates and shares "1%", money in fen; null is none. */
export const shownSchema = z.union([z.string(), z.number(), z.boolean(), z.null()]).meta({
  id: 'Shown',
  description: 'Dates YYYY-MM-DD, rates and shares "1%", money in fen; null is none',
})

export const forceSchema = z.enum(['must', 'direct', 'strive', 'encourage', 'goal', 'constitutive', 'advisory'])
