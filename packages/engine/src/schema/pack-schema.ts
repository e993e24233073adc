import { z } from 'zod'
import { evidenceSchema, intervalSchema, schemaReference, slugSchema, textSchema, wordSchema } from './common-schema.ts'
import { LANGUAGE_TAG } from '../text/language-tag.ts'
import { LANGUAGES } from '../text/text.ts'
import type { Currency } from '../values/currency.ts'
import { isTimeZone } from '../values/time-zone.ts'

const currencySchema: z.ZodType<Currency> = z
  .strictObject({
    code: z.string().regex(/^[A-Z]{3}$/, 'the code of a currency, such as CNY'),
    sign: textSchema.meta({ description: 'Stands after an amount in Chinese, before it in English' }),
    minor: z
      .strictObject({
        unit: textSchema.meta({ description: 'What it is called' }),
        digits: z.int().min(0).max(4).meta({ description: '2 where a hundred of them make one' }),
      })
      .meta({ description: 'The smallest unit, in which ledgers and rules write amounts' }),
  })
  .meta({ description: 'The currency of its amounts; default the yuan, in fen' })

/** What a pack is: who may be named in it, which of its documents is the first, and the packs it builds on. */
export const packFileSchema = z
  .strictObject({
    ...schemaReference,
    id: slugSchema,
    version: z.string().regex(/^\d+\.\d+\.\d+$/, 'a version is written 1.0.0'),
    title: textSchema,
    document: slugSchema.optional().meta({
      description: 'The document whose clauses are cited by id alone; default the only one',
    }),
    effective: intervalSchema
      .optional()
      .meta({ description: 'Outside these days no requirement of the pack is in force' }),
    languages: z
      .array(z.string().regex(LANGUAGE_TAG, 'the BCP 47 tag of a language, such as zh, en or de'))
      .min(1)
      .refine((languages) => new Set(languages).size === languages.length, 'each language once')
      .meta({
        description: 'The languages of its texts: every text has the first',
        uniqueItems: true,
      }),
    sentences: z.enum(LANGUAGES).optional().meta({
      description:
        'For languages other than zh and en: the language of the sentences that the engine itself makes; zh if the pack is in it too, else en, if left out',
    }),
    timeZone: z.string().refine(isTimeZone, 'an IANA time zone, such as Asia/Shanghai'),
    currency: currencySchema.optional(),
    uses: z.array(slugSchema).optional(),
    bodies: z.record(slugSchema, textSchema).optional(),
    bodiesOf: z.record(wordSchema, z.array(slugSchema).min(1)).optional().meta({
      description: 'By scope, the bodies of which each record has its own',
    }),
    organizations: z.array(slugSchema).min(1).optional().meta({
      description:
        'Bodies that are one organization each and are called as labelled: a notice can be addressed to them. Of any other body that no record has, the office fills in who it is',
      uniqueItems: true,
    }),
    defaultProfile: slugSchema.optional(),
  })
  .meta({ title: 'pack.json', description: 'Identity, bodies and used packs' })
export type PackFile = z.infer<typeof packFileSchema>

/** An outside instrument that requirements and parameters may cite. */
export const instrumentSchema = z.strictObject({
  title: textSchema,
  issuer: textSchema.optional(),
  number: z.string().min(1).optional(),
  inForce: intervalSchema.optional(),
  evidence: evidenceSchema,
  note: textSchema.optional(),
})
export type Instrument = z.infer<typeof instrumentSchema>

export const instrumentsFileSchema = z
  .strictObject({ ...schemaReference, instruments: z.record(slugSchema, instrumentSchema) })
  .meta({ title: 'instruments.json', description: 'Outside instruments, with evidence grades' })
