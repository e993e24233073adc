import { z } from 'zod'
import {
  clauseIdSchema,
  evidenceSchema,
  intervalSchema,
  isoDateSchema,
  schemaReference,
  slugSchema,
  textSchema,
} from './common-schema.ts'
import { isTimeZone } from '../values/time-zone.ts'

/** The last day of the years that a document plans for. What is not done by then of its tasks is for a person to judge. */
const horizonSchema = z.strictObject({
  to: isoDateSchema,
  text: textSchema,
  clauses: z.array(clauseIdSchema).min(1).optional(),
})

/** What a pack is: its document, who may be named in it, and the packs it builds on. */
export const packFileSchema = z
  .strictObject({
    ...schemaReference,
    id: slugSchema,
    version: z.string().regex(/^\d+\.\d+\.\d+$/, 'a version is written 1.0.0'),
    title: textSchema,
    issuer: textSchema.optional(),
    documentNumber: z.string().min(1).optional(),
    issuedOn: isoDateSchema.optional(),
    effective: intervalSchema
      .optional()
      .meta({ description: 'Outside these days no requirement of the pack is in force' }),
    horizon: horizonSchema.optional(),
    language: z.enum(['zh-CN', 'en']),
    timeZone: z.string().refine(isTimeZone, 'an IANA time zone, such as Asia/Shanghai'),
    uses: z.array(slugSchema).optional(),
    bodies: z.record(slugSchema, textSchema).optional(),
    defaultProfile: slugSchema.optional(),
  })
  .meta({ title: 'pack.json', description: 'Identity, document and used packs' })
export type PackFile = z.infer<typeof packFileSchema>

export const clauseSchema = z.strictObject({
  id: clauseIdSchema,
  place: textSchema.optional().meta({ description: 'Where it is in the document, as one cites it: 三、（五）' }),
  zh: z.string().min(1).meta({ description: 'Verbatim' }),
  en: z.string().min(1),
  force: z.enum(['must', 'direct', 'strive', 'encourage', 'goal', 'constitutive', 'context']),
  bearer: textSchema.optional().meta({ description: 'Who has the duty, in words' }),
  testability: z.enum(['full', 'parameter', 'attestation', 'none']).meta({
    description: 'full: from facts; parameter: once a number is fixed; attestation; none',
  }),
  notEncoded: textSchema.optional().meta({ description: 'Why no requirement encodes it' }),
  note: z.string().min(1).optional(),
})
export type Clause = z.infer<typeof clauseSchema>

export const clausesFileSchema = z
  .strictObject({ ...schemaReference, clauses: z.array(clauseSchema).min(1) })
  .meta({ title: 'clauses.json', description: 'The document cut into clauses' })

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
