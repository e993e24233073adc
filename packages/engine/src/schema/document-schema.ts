import { z } from 'zod'
import {
  clauseIdSchema,
  clauseReferenceSchema,
  intervalSchema,
  isoDateSchema,
  quoteSchema,
  schemaReference,
  slugSchema,
  textSchema,
} from './common-schema.ts'

/** The last day of the years that a document plans for. What is not done by then of its tasks is for a person to judge. */
const horizonSchema = z.strictObject({
  to: isoDateSchema,
  text: textSchema,
  clauses: z.array(clauseReferenceSchema).min(1).optional(),
})

/** A document that the pack holds: what it is called, who issued it, and when it is in force. */
export const documentFileSchema = z
  .strictObject({
    ...schemaReference,
    title: textSchema,
    issuer: textSchema.optional(),
    number: z.string().min(1).optional(),
    issuedOn: isoDateSchema.optional(),
    effective: intervalSchema.optional().meta({ description: 'Outside these days no clause of it is in force' }),
    horizon: horizonSchema.optional(),
  })
  .meta({ title: 'documents/*/document.json', description: 'A document: title, number, issuer and days' })
export type DocumentFile = z.infer<typeof documentFileSchema>

const from = isoDateSchema.optional().meta({ description: 'The first day; left out, the first day of its document' })
const reads = quoteSchema.optional().meta({
  description: 'What they read from then on',
})
const atLeastOne = <T extends z.ZodType>(item: T) => z.array(item).min(1)
const requirementTarget = z.strictObject({ requirement: slugSchema })
const documentTarget = z.strictObject({ document: slugSchema })

/**
 * What a clause does to earlier law from a day on. `ends`: it no longer holds. `replaces`: this clause says something
 * else in its place. `continues`: this clause says the same, and what rests on the other rests on it. `prolongs`: the
 * document plans for, and holds for, the days to `to`. A clause that only orders a change (“1%”调整为“1.5%”) says in
 * `reads` what the clauses read with it, and is quoted so.
 */
const changeSchema = z.union([
  z.strictObject({ ends: atLeastOne(z.union([clauseReferenceSchema, requirementTarget, documentTarget])), from }),
  z.strictObject({ replaces: atLeastOne(z.union([clauseReferenceSchema, requirementTarget])), from, reads }),
  z.strictObject({ continues: atLeastOne(clauseReferenceSchema), from, reads }),
  z.strictObject({ prolongs: atLeastOne(documentTarget), to: isoDateSchema, from }),
])
export type ChangeEntry = z.infer<typeof changeSchema>

export const clauseSchema = z.strictObject({
  id: clauseIdSchema,
  place: textSchema.optional().meta({ description: 'Where it is in the document, as one cites it: 三、（五）' }),
  text: quoteSchema,
  force: z.enum(['must', 'direct', 'strive', 'encourage', 'goal', 'constitutive', 'context']),
  bearer: textSchema.optional().meta({ description: 'Who has the duty, in words' }),
  testability: z.enum(['full', 'parameter', 'attestation', 'none']).meta({
    description: 'full; parameter: once a number is fixed; attestation; none',
  }),
  changes: atLeastOne(changeSchema).optional().meta({ description: 'What it does to earlier clauses and documents' }),
  notEncoded: textSchema.optional().meta({ description: 'Why no requirement encodes it' }),
  note: z.string().min(1).optional(),
})
export type Clause = z.infer<typeof clauseSchema>

export const clausesFileSchema = z
  .strictObject({ ...schemaReference, clauses: z.array(clauseSchema).min(1) })
  .meta({ title: 'documents/*/clauses.json', description: 'The document cut into clauses' })
