import { z } from 'zod'
import { objectByKey } from './choice.ts'

/** A literal in a condition. Dates are ISO strings; money is an integer in its smallest unit; rates are written "1%". */
export const literalSchema = z.union([z.string(), z.number(), z.boolean(), z.null()])

const leaf = {
  fact: z.string().min(1),
  operator: z.string().min(1),
  value: z.union([literalSchema, z.array(literalSchema).min(1), z.strictObject({ fact: z.string().min(1) })]),
}

type Literal = z.infer<typeof literalSchema>

export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { condition: string }
  | { fact: string; operator: string; value: Literal | Literal[] | { fact: string } }

/**
 * A json-rules-engine condition: `all`, `any`, `not`, a named condition, or a leaf.
 * `path` and `params` are not part of packs: a fact's dotted name says where it is.
 */
export const conditionSchema: z.ZodType<Condition> = z
  .lazy(() =>
    objectByKey<Condition>([
      { key: 'all', shape: { all: z.array(conditionSchema).min(1) } },
      { key: 'any', shape: { any: z.array(conditionSchema).min(1) } },
      { key: 'not', shape: { not: conditionSchema } },
      { key: 'condition', shape: { condition: z.string().min(1) } },
      { key: 'fact', shape: leaf },
    ]),
  )
  .meta({ id: 'Condition', description: 'A json-rules-engine condition' })
