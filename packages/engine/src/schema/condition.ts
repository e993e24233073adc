import { z } from 'zod'

/** A literal in a condition. Dates are ISO strings; money is in integer fen; rates are written "1%". */
export const literalSchema = z.union([z.string(), z.number(), z.boolean(), z.null()])

const leafSchema = z.strictObject({
  fact: z.string().min(1),
  operator: z.string().min(1),
  value: z.union([literalSchema, z.array(literalSchema).min(1), z.strictObject({ fact: z.string().min(1) })]),
})

const namedSchema = z.strictObject({ condition: z.string().min(1) })

export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | z.infer<typeof namedSchema>
  | z.infer<typeof leafSchema>

/**
 * A json-rules-engine condition: `all`, `any`, `not`, a named condition, or a leaf.
 * `path` and `params` are not part of packs: a fact's dotted name says where it stands.
 */
export const conditionSchema: z.ZodType<Condition> = z
  .lazy(() =>
    z.union([
      leafSchema,
      namedSchema,
      z.strictObject({ all: z.array(conditionSchema).min(1) }),
      z.strictObject({ any: z.array(conditionSchema).min(1) }),
      z.strictObject({ not: conditionSchema }),
    ]),
  )
  .meta({ id: 'Condition', description: 'A json-rules-engine condition' })
