import { z } from 'zod'
import { forceSchema, textSchema, unitSchema } from './text.ts'

export const packSummarySchema = z
  .object({
    id: z.string(),
    version: z.string(),
    sha256: z.string().meta({ description: 'SHA-256 of the canonical JSON of the pack and the packs it uses' }),
    title: textSchema,
    issuer: textSchema.optional(),
    documentNumber: z.string().optional(),
    issuedOn: z.string().optional(),
    uses: z.array(z.string()),
  })
  .meta({ id: 'PackSummary' })

export const packSchema = packSummarySchema
  .extend({
    defaultProfile: z.string().optional(),
    profiles: z.array(z.object({ id: z.string(), label: textSchema, description: textSchema.optional() })),
    parameters: z.array(
      z.object({
        id: z.string(),
        pack: z.string(),
        label: textSchema,
        type: z.string(),
        unit: unitSchema.optional(),
        question: textSchema.optional().meta({ description: 'What the text leaves open' }),
        values: z.array(
          z.object({
            value: z.union([z.string(), z.number(), z.boolean()]),
            from: z.string().optional(),
            to: z.string().optional(),
          }),
        ),
      }),
    ),
    requirements: z.array(
      z.object({
        id: z.string(),
        pack: z.string(),
        title: textSchema,
        subject: z.string(),
        force: forceSchema,
        dutyBearer: z.string(),
        clauses: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: 'Pack' })
