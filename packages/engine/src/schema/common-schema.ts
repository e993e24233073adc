import { z } from 'zod'
import { completeText, type WrittenText } from '../text/fallback-language.ts'
import { LANGUAGES, type Text } from '../text/text.ts'

const word = z
  .string()
  .min(1)
  .regex(/^[^{}]*$/, 'no braces, for these words can show no values')

/**
 * Of the languages of a text the pack's first is compulsory. What is left out is filled in: see `completeText`. Which
 * others there may be, pack.json says: see `PackFiles`.
 */
function completed<T extends WrittenText>(schema: z.ZodType<T>, description: string): z.ZodType<T & Text> {
  return schema
    .refine((text) => Object.keys(text).some((key) => key !== 'one'), { params: { keys: LANGUAGES } })
    .overwrite(completeText)
    .meta({ description, minProperties: 1 }) as z.ZodType<T & Text>
}

const anyWord = z.string().min(1)
const words = { zh: word.optional(), en: word.optional() }
const anyWords = { zh: anyWord.optional(), en: anyWord.optional() }

/** A sentence or label; no language may be empty. */
export const textSchema: z.ZodType<Text> = completed(
  z.object(words).catchall(word),
  'The same words in the languages of the pack, of which the first is compulsory',
)

/** A text in which values are shown in place of names in braces: see `resolveText`. */
export const templateSchema: z.ZodType<Text> = completed(
  z.object(anyWords).catchall(anyWord),
  'The same words in the languages of the pack; {parameters.name}, {due} and {fact.name} show values',
)

/** The words of a document, with whatever signs it has. */
export const quoteSchema: z.ZodType<Text> = completed(
  z.object(anyWords).catchall(anyWord),
  'Words of a document, verbatim in its own language',
)

/** What a number counts. English says one person and two persons. */
export const unitSchema: z.ZodType<Unit> = completed(
  z.object({ ...words, one: anyWord.optional() }).catchall(word),
  'What a number counts; one is the English word for a single one, if it differs from en',
)
export interface Unit extends Text {
  readonly one?: string | undefined
}

/** `YYYY-MM-DD`, a calendar day in the time zone of the pack. Whether the day exists is checked when it is read. */
export const isoDateSchema = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'a date is written YYYY-MM-DD')
  .meta({ description: 'A calendar day, YYYY-MM-DD' })

/** Names that authors give to packs, requirements, exceptions, notes and cases. */
export const slugSchema = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens, such as one-shoulder')

/** Dotted camelCase; the first segment of a fact's name is its scope. */
export const factNameSchema = z
  .string()
  .max(160)
  .regex(
    /^[a-z][A-Za-z0-9]*(\.[a-z][A-Za-z0-9]*)+$/,
    'dotted camelCase words that begin with a scope, such as firm.members.full',
  )

/** A scope, a parameter or a body: one camelCase word. */
export const wordSchema = z
  .string()
  .max(80)
  .regex(/^[a-z][A-Za-z0-9]*$/, 'one camelCase word')

export const clauseIdSchema = z
  .string()
  .max(40)
  .regex(/^[a-z0-9]+(\.[a-z0-9]+)*$/, 'a clause id such as s3.5.a1')

/** A clause as it is cited: by its id, or, of a document that is not the pack's first, by document and id. */
export const clauseReferenceSchema = z
  .string()
  .max(121)
  .regex(
    /^(?:[a-z0-9]+(?:-[a-z0-9]+)*\/)?[a-z0-9]+(?:\.[a-z0-9]+)*$/,
    'a clause id such as s3.5.a1, or with its document such as notice-2027/a3',
  )

/** Half-open: `from` is the first day, `to` the first day no longer covered. */
export const intervalSchema = z
  .strictObject({ from: isoDateSchema.optional(), to: isoDateSchema.optional() })
  .meta({ description: 'from: the first day; to: the first no longer covered' })

/** How sure we are of a source: seen in an official copy, seen in a repost or a restatement, or not seen. */
export const evidenceSchema = z.enum(['verified', 'secondary', 'to-be-verified'])
export type Evidence = z.infer<typeof evidenceSchema>

/** An article of an instrument listed in instruments.json. `evidence` where it differs from the instrument's own. */
export const basisSchema = z.strictObject({
  instrument: slugSchema,
  article: textSchema.optional(),
  quote: quoteSchema.optional().meta({ description: 'Whole sentences, verbatim in zh; …… where one is cut' }),
  effective: intervalSchema.optional(),
  evidence: evidenceSchema.optional(),
})
export type Basis = z.infer<typeof basisSchema>

/** The keys by which an author says where a number comes from: exactly the fields of a citation. */
export const citationFields = {
  clauses: z.array(clauseReferenceSchema).min(1).optional(),
  basis: z.array(basisSchema).min(1).optional(),
  assumption: textSchema.optional(),
}

export const forceSchema = z.enum(['must', 'direct', 'strive', 'encourage', 'goal', 'constitutive', 'advisory'])
export type Force = z.infer<typeof forceSchema>

export const schemaReference = {
  $schema: z.string().optional(),
  $comment: z.string().optional(),
}
