import { REMARKS } from '@tiaoli/authoring'
import { z } from 'zod'
import { isDay } from './is-day.ts'
import { versionNumber } from './edition-schema.ts'
import { textSchema } from './text-schema.ts'

/** As long as any document, and short enough to be laid beside another at once. */
const MAX_TEXT = 200_000

const idSchema = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens, such as notice-2027')

export const amendRequestSchema = z
  .strictObject({
    version: versionNumber
      .optional()
      .meta({ description: 'The version that is amended, by default the published one' }),
    text: z.string().min(1).max(MAX_TEXT).meta({ description: 'The new text: the whole document, or a notice' }),
    id: idSchema.meta({ description: 'The id of the new document' }),
    from: z.string().refine(isDay, 'a day of the calendar, YYYY-MM-DD').meta({
      description: 'The first day on which it is in force',
    }),
    amends: idSchema.optional().meta({
      description: 'The document that it amends, by default that which the pack is about',
    }),
    original: z.string().min(1).max(MAX_TEXT).optional().meta({
      description: 'The text of the document that it amends, where it is at hand: it tells where paragraphs begin',
    }),
    reading: z.enum(['whole', 'notice']).optional().meta({ description: 'Told from the text if left out' }),
    title: textSchema.optional(),
    number: z.string().min(1).max(200).optional(),
  })
  .meta({ id: 'AmendRequest' })
export type AmendRequest = z.infer<typeof amendRequestSchema>

export const dossierRequestSchema = amendRequestSchema
  .extend({
    language: z.enum(['zh', 'en']).optional().meta({ description: 'By default the first of the pack' }),
  })
  .meta({ id: 'DossierRequest' })

const clauseForceSchema = z.enum(['must', 'direct', 'strive', 'encourage', 'goal', 'constitutive', 'context'])

const resting = {
  id: z.string(),
  clauses: z.array(z.string()).readonly().meta({ description: 'Those of the changed clauses on which it rests' }),
}

export const dossierSchema = z
  .object({
    amends: z.object({
      id: z.string(),
      title: textSchema,
      number: z.string().optional(),
      ofPack: z
        .string()
        .optional()
        .meta({ description: 'The used pack that holds it; the draft is for the pack itself' }),
    }),
    document: z.object({
      id: z.string(),
      from: z.string(),
      title: textSchema.optional(),
      number: z.string().optional(),
    }),
    hasOrders: z.boolean().meta({
      description: 'Whether the text orders anything of the document, or is the document itself',
    }),
    language: z.string().meta({ description: 'In which language of the pack the new text is, and is drafted' }),
    reading: z.enum(['whole', 'notice']),
    isReadingDoubtful: z.boolean().meta({
      description: 'Whether the text may well be the other, and nobody has said which',
    }),
    clauses: z
      .array(
        z.object({
          clause: z.string(),
          place: textSchema,
          fate: z.enum(['moved', 'reworded', 'split', 'merged', 'repunctuated', 'renamed', 'dropped', 'named']),
          before: textSchema,
          after: z.array(z.string()).readonly(),
          isLetterhead: z
            .literal(true)
            .optional()
            .meta({ description: 'A line of the letterhead of a reissued document, on which nothing rests' }),
        }),
      )
      .readonly(),
    kept: z.int().meta({ description: 'How many clauses stay word for word where they are' }),
    added: z
      .array(
        z.object({
          text: z.string(),
          place: z.string().optional().meta({ description: 'Where a notice puts it, in the words of the notice' }),
        }),
      )
      .readonly()
      .meta({ description: 'Sentences that no clause said before' }),
    remarks: z
      .array(
        z.object({
          about: z.enum(REMARKS),
          text: z.string(),
          touches: z
            .array(z.string())
            .readonly()
            .optional()
            .meta({ description: 'Clauses of which it speaks, where that is told with it' }),
        }),
      )
      .readonly()
      .meta({ description: 'What a notice says that is for a person to read or to put in order' }),
    forces: z
      .array(
        z.object({
          clause: z.string(),
          before: clauseForceSchema,
          after: clauseForceSchema.optional().meta({
            description: 'Left out where a person has to say what a changed word of its sentence means for it',
          }),
          requirements: z.array(z.string()).readonly(),
        }),
      )
      .readonly()
      .meta({ description: 'Clauses whose force is another one by the new words, and the requirements on them' }),
    renamed: z
      .object({
        names: z.array(z.object({ from: z.string(), to: z.string() })).readonly(),
        bodies: z.array(z.object({ id: z.string(), label: textSchema })).readonly(),
        requirements: z.array(z.string()).readonly(),
        parameters: z.array(z.string()).readonly(),
        facts: z.array(z.string()).readonly(),
      })
      .optional()
      .meta({ description: 'Bodies with another name, and what of the pack has the old one in its own words' }),
    others: z
      .array(z.object({ id: z.string(), title: textSchema, number: z.string().optional(), isRepealed: z.boolean() }))
      .readonly()
      .meta({ description: 'Other documents of the pack that the text names, and whether it repeals them' }),
    restored: z
      .array(
        z.object({
          clause: z.string(),
          place: textSchema,
          text: textSchema,
          by: z.string().meta({ description: 'The clause that had changed it' }),
          restoring: z.string().meta({ description: 'What to write, in JSON, on the clause that says so' }),
          isDrafted: z.boolean(),
        }),
      )
      .readonly()
      .meta({ description: 'Earlier clauses that the text says are carried out again' }),
    leftOpen: z
      .array(
        z.object({
          kind: z.enum(['clause', 'document', 'requirement']),
          id: z.string(),
          place: textSchema.optional(),
          text: textSchema.optional(),
          how: z.enum(['ends', 'replaces', 'continues', 'prolongs']),
          by: z.string().meta({ description: 'The clause that had changed it' }),
          from: z.string().meta({ description: 'The first day on which that clause holds no longer' }),
          requirements: z.array(z.string()).readonly(),
          restoring: z
            .string()
            .optional()
            .meta({ description: 'What a clause says, in JSON, that puts it into force again' }),
        }),
      )
      .readonly()
      .meta({ description: 'What a repealed document had changed, and which comes back only where somebody says so' }),
    prolongedTo: z.string().optional().meta({ description: 'The last day to which a notice prolongs the document' }),
    planTo: z.string().optional().meta({
      description: 'The last day that the document itself plans for, where it is prolonged and has a plan',
    }),
    endsOn: z
      .string()
      .optional()
      .meta({ description: 'The first day on which the new text ends the document as a whole' }),
    lastDay: z.string().optional().meta({ description: 'The last day of the new document, where it says so itself' }),
    statedFrom: z.string().optional().meta({
      description: 'The first day that the new text gives itself, where it is not the one that was given',
    }),
    starts: z
      .array(
        z.object({
          written: z.string().meta({ description: 'As the text writes it' }),
          day: z.string().optional().meta({ description: 'Left out where the text gives a month or year alone' }),
          text: z.string(),
          isDrafted: z.boolean().meta({ description: 'Whether the draft has it; else a person decides' }),
        }),
      )
      .readonly()
      .meta({ description: 'Sentences of the new text with another first day' }),
    requirements: z
      .array(
        z.object({
          ...resting,
          title: textSchema,
          ways: z
            .array(z.enum(['requirement', 'exception', 'note', 'parameter', 'due']))
            .readonly()
            .meta({ description: '`due`: a changed clause stands in the sentence that gives it a last day' }),
          isPartlyEnded: z
            .literal(true)
            .optional()
            .meta({ description: 'A part of its ground stays: what is not met is for a person to judge' }),
        }),
      )
      .readonly(),
    parameters: z.array(z.object({ ...resting, label: textSchema })).readonly(),
    texts: z
      .array(z.object({ ...resting, kind: z.enum(['exception', 'note', 'horizon']), text: textSchema }))
      .readonly(),
    cases: z
      .array(z.object({ id: z.string(), file: z.string(), requirements: z.array(z.string()).readonly() }))
      .readonly(),
    open: z
      .array(z.object({ id: z.string(), label: textSchema, requirements: z.array(z.string()).readonly() }))
      .readonly()
      .meta({ description: 'Parameters without a value, which numbers in the new words of clauses may answer' }),
    draft: z.record(z.string(), z.string()).meta({
      description: 'Files with which a draft of the pack would hold the new document; `compare` shows their effect',
    }),
  })
  .meta({ id: 'Dossier' })
