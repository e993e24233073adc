import { NOTICE_CODES, SEVERITIES, STATUSES, UNKNOWN_REASONS } from '@tiaoli/engine/names'
import { evidenceSchema, PART_NAMES } from '@tiaoli/engine/plan'
import { z } from 'zod'
import { editionSchema } from './edition-schema.ts'
import { inOneLanguage } from './in-one-language.ts'
import { forceSchema, languageSchema, shownSchema, textSchema, unitSchema } from './text-schema.ts'

// The engine's Report in JSON. The route does not compile if the two differ.

export const statusSchema = z.enum(STATUSES).meta({ id: 'Status' })
const outcomeSchema = z.enum(STATUSES).exclude(['unknown'])
export const unknownReasonSchema = z.enum(UNKNOWN_REASONS)
const partSchema = z.enum(PART_NAMES)
const oneOrMoreSchema = z.union([shownSchema, z.array(shownSchema)])

const recordSchema = z.object({
  scope: z.string(),
  id: z.string().meta({ description: 'Id of the record, or its pointer if it has no id' }),
  name: z.string().optional().meta({ description: 'Name of the organization, if the ledger gives it' }),
  pointer: z.string().meta({ description: 'RFC 6901 pointer into the ledger' }),
})

export const subjectSchema = recordSchema.extend({
  knownAs: z
    .array(z.string())
    .optional()
    .meta({ description: 'Where it has neither id nor name: ids that it is known by, such as its person’s' }),
  within: z
    .array(recordSchema)
    .optional()
    .meta({ description: 'Where it has neither id nor name: the records that it is in, from the top' }),
})

export const verdictSchema = z
  .object({
    requirement: z.string(),
    pack: z.string(),
    subject: subjectSchema,
    period: z.int().optional(),
    status: statusSchema,
  })
  .meta({ id: 'Verdict' })

const citedDocumentSchema = z
  .object({ id: z.string(), title: textSchema, number: z.string().optional() })
  .meta({ id: 'CitedDocument' })

const numberGivenSchema = z
  .object({
    parameter: z.string(),
    text: textSchema.meta({ description: 'The value in a sentence: since when, and what it was before' }),
  })
  .meta({ id: 'NumberGiven', description: 'A parameter whose value a place gives' })

export const citationSchema = z
  .object({
    kind: z.enum(['clause', 'instrument']),
    pack: z.string().optional(),
    id: z.string().meta({ description: 'The clause as the pack cites it, or the instrument' }),
    document: citedDocumentSchema.optional().meta({ description: 'The document that a clause is of' }),
    title: textSchema.optional(),
    article: textSchema.optional(),
    place: textSchema
      .optional()
      .meta({ description: 'Where a clause is in its document, as one cites it: 三、（五）' }),
    amends: z
      .object({ id: z.string(), document: citedDocumentSchema, place: textSchema.optional() })
      .optional()
      .meta({ description: 'The clause whose words these are, as the cited one has amended it' }),
    quote: textSchema.optional().meta({ description: '`zh` is verbatim' }),
    sentence: textSchema
      .optional()
      .meta({ description: 'The whole sentence of the document that a clause belongs to' }),
    evidence: z.enum(evidenceSchema.options).optional(),
    evidenceLabel: textSchema
      .optional()
      .meta({ description: 'The grade of evidence in words: 待核 for to-be-verified' }),
    ended: z
      .array(
        z.object({
          how: z.enum(['ends', 'replaces', 'continues']),
          on: z.string().meta({ description: 'The first day on which it no longer holds' }),
          by: z.object({ id: z.string(), document: citedDocumentSchema, place: textSchema.optional() }),
        }),
      )
      .optional()
      .meta({ description: 'By which clauses a clause has ended' }),
    gives: z
      .array(numberGivenSchema)
      .optional()
      .meta({ description: 'Which numbers of a finding this gives, where its requirement cites another document' }),
    givesNoMore: z
      .array(numberGivenSchema)
      .optional()
      .meta({ description: 'Which numbers of a finding this gave before something else did' }),
  })
  .meta({ id: 'Citation' })

const reasonSchema = z
  .object({
    part: partSchema,
    exception: z.string().optional(),
    fact: z.string(),
    operator: z.string(),
    actual: shownSchema.optional(),
    expected: oneOrMoreSchema.optional(),
    expectedFact: z.string().optional(),
    parameter: z.string().optional(),
    holds: z.boolean(),
    text: textSchema,
    records: z.array(z.string()).optional(),
  })
  .meta({ id: 'Reason' })

const missingSchema = z
  .object({
    reason: unknownReasonSchema,
    fact: z.string(),
    label: textSchema,
    pointer: z.string().optional(),
    text: textSchema.optional(),
  })
  .meta({ id: 'Missing' })

const parameterUseSchema = z.object({
  parameter: z.string(),
  label: textSchema,
  value: shownSchema,
  text: textSchema.meta({ description: 'The value in words, with its unit' }),
  source: z.enum(['pack', 'profile', 'request']),
  assumed: z.boolean(),
  citations: z.array(citationSchema),
})

const figureSchema = z.object({
  name: z.string(),
  label: textSchema,
  unit: unitSchema.optional(),
  value: shownSchema.optional(),
  text: textSchema.meta({ description: 'The value in words, with its unit' }),
})

const whatIfSchema = z
  .object({
    changes: z.array(
      z.object({
        pointer: z.string(),
        fact: z.string(),
        from: shownSchema.optional(),
        to: shownSchema,
        text: textSchema,
      }),
    ),
    leadsTo: outcomeSchema,
    text: textSchema.meta({ description: 'The whole supposition in a sentence' }),
    exception: z.string().optional(),
  })
  .meta({ id: 'WhatIf' })

interface TraceNode {
  kind: 'all' | 'any' | 'not' | 'leaf'
  holds: boolean | null
}

const traceNodeSchema: z.ZodType<TraceNode> = z
  .looseObject({ kind: z.enum(['all', 'any', 'not', 'leaf']), holds: z.boolean().nullable() })
  .meta({
    id: 'TraceNode',
    description:
      'A leaf has fact, operator, operatorText, actual, expected, expectedFact or parameter, and text; other nodes have children',
  })

const traceSchema = z.object({ part: partSchema, exception: z.string().optional(), node: traceNodeSchema })
const bodySchema = z.object({ id: z.string(), label: textSchema })

export const findingSchema = verdictSchema
  .extend({
    title: textSchema,
    statusText: textSchema.meta({
      description:
        'The status in words, which depend on the force; “to be checked” where what is not met rests on a later day or on nothing that anybody has seen',
    }),
    possible: z
      .array(outcomeSchema)
      .meta({ description: 'The outcomes that filling in the blanks can reach; a superset unless `exact` is true' }),
    exact: z
      .literal(true)
      .optional()
      .meta({ description: '`possible` lists exactly the outcomes that can be reached' }),
    unknownReasons: z.array(unknownReasonSchema).optional(),
    severity: z.enum(SEVERITIES).optional(),
    force: forceSchema,
    dutyBearer: bodySchema,
    supervisor: bodySchema.optional(),
    citations: z.array(citationSchema),
    due: z.string().optional(),
    daysLate: z.int().optional(),
    exception: z.object({ id: z.string(), text: textSchema, citations: z.array(citationSchema) }).optional(),
    reasons: z.array(reasonSchema),
    missing: z.array(missingSchema),
    parameters: z.array(parameterUseSchema),
    figures: z.array(figureSchema),
    notes: z.array(z.object({ id: z.string(), text: textSchema, citations: z.array(citationSchema) })),
    laterRules: z
      .array(z.object({ text: textSchema, citations: z.array(citationSchema) }))
      .optional()
      .meta({ description: 'What later law says on the same matter' }),
    problem: textSchema
      .optional()
      .meta({ description: 'What is wrong, as a notice says it; only where the status is not_met' }),
    restsOnLaterDay: z.string().optional().meta({
      description:
        'The day of the ledger, where it is after asOf and what is not met rests on how things stood then: check that before anybody is told of it',
    }),
    remedy: textSchema.optional(),
    whatIf: z.array(whatIfSchema),
    notInForce: z.literal(true).optional(),
    trace: z.array(traceSchema).optional(),
  })
  .meta({ id: 'Finding' })

const receiptSchema = z
  .object({
    pack: z.string(),
    version: z.string().meta({ description: 'The version that pack.json declares' }),
    packSha256: z.string(),
    inputSha256: z.string().optional(),
    engine: z.string(),
    bundleSha256: z.string().optional().meta({
      description: 'SHA-256 of the bundle of the service, where it knows it: who builds its sources finds the same',
    }),
    profile: z.string().optional(),
    parameters: z.record(z.string(), shownSchema).optional(),
    asOf: z.string(),
  })
  .meta({ id: 'Receipt', description: 'What you need to compute the same report again' })

export const noticeSchema = z.object({ code: z.enum(NOTICE_CODES), text: textSchema })

/** What does not agree in a ledger. */
export const conflictSchema = z.object({
  check: z.string(),
  subject: subjectSchema,
  facts: z.array(z.string()),
  text: textSchema,
})

export const reportSchema = z
  .object({
    receipt: receiptSchema,
    notices: z.array(noticeSchema).meta({ description: 'What a reader has to know before the findings' }),
    findings: z.array(z.union([findingSchema, verdictSchema])),
    conflicts: z.array(conflictSchema),
    summary: z.record(statusSchema, z.int()).meta({ description: 'Number of findings by status' }),
  })
  .meta({ id: 'Report' })

const signatureSchema = z.string().optional().meta({
  description:
    'Where the service has a key: a compact JWS of the receipt, the edition and the release, by a key of `GET /v1/keys`. `tiaoli verify` checks it without the service',
})

export const evaluatedSchema = reportSchema
  .extend({ edition: editionSchema, signature: signatureSchema })
  .meta({ id: 'Evaluated' })

const { receipt, notices, findings, conflicts, summary } = reportSchema.shape

/** The report if the request chose one language. */
export const evaluatedInLanguageSchema = z
  .object({
    language: languageSchema,
    edition: editionSchema,
    receipt,
    notices: inOneLanguage(notices),
    findings: inOneLanguage(findings),
    conflicts: inOneLanguage(conflicts),
    summary,
    signature: signatureSchema,
  })
  .meta({ id: 'EvaluatedInLanguage' })
