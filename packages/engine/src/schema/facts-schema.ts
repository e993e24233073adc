import { z } from 'zod'
import type { Text } from '../text/text.ts'
import {
  factNameSchema,
  schemaReference,
  slugSchema,
  templateSchema,
  textSchema,
  unitSchema,
  wordSchema,
  type Unit,
} from './common-schema.ts'
import { objectByKey } from './choice.ts'
import { conditionSchema } from './condition-schema.ts'
import { FORMULAS, operandSchema, type Formula } from './formula-schema.ts'

/**
 * How the ledger is built. The root scope has no `in`. A list scope is an array under its parent;
 * with `key` it is an object keyed by period year (`years: { "2019": {…} }`).
 * `none` says what `null` means for a keyed scope: there are certainly no records.
 * `named` says that records may give a `name`, which reports show: organizations, never persons.
 * `event` says that a record documents something that happened, such as a report: no supposition of `whatIf` touches it.
 */
export const scopeSchema = z.strictObject({
  label: textSchema,
  in: wordSchema.optional(),
  list: wordSchema.optional(),
  around: z
    .strictObject({ scope: wordSchema, list: wordSchema })
    .optional()
    .meta({ description: 'The root of a used pack' }),
  key: wordSchema.optional(),
  none: textSchema.optional(),
  event: z.boolean().optional(),
  named: z.boolean().optional(),
})
export type ScopeEntry = z.infer<typeof scopeSchema>

const given = {
  label: textSchema,
  unit: unitSchema.optional(),
  none: textSchema.optional(),
  description: textSchema.optional(),
}
/**
 * Whose it is to change a fact: the duty bearer’s, a superior’s, or nobody’s because it describes the situation.
 * `whatIf` supposes only what is the bearer’s.
 */
const changeable = { changeable: z.enum(['no', 'superior', 'bearer']).optional() }
const bounds = {
  min: operandSchema.optional(),
  max: operandSchema.optional(),
  equals: operandSchema.optional(),
}

/**
 * A fact that the ledger gives. `none` is what `null` means there; without it `null` is refused.
 * `min`, `max` and `equals` are both a check and knowledge; they read given facts of the same record. Left out,
 * `changeable` is `no` for `id` and `text`, `bearer` for the others; attestations and references are never supposed.
 * `names` says that people know the record by this id, where it has no id of its own.
 * `of` is the scope of which an id names a record; `null` says that it names nothing of the ledger.
 * A date may lie in the future if `future` says so; `planned` says that it may be written down before it comes, but counts
 * only then. Any other records what has happened.
 * `intoNextYear` is for what is done for a year and may be done in the next: `true` then leaves both years possible.
 * `absent` is for the day of what is written down only once it has happened: left out, it has not.
 */
export const givenFactSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('boolean'), ...given, ...changeable }),
  z.strictObject({ type: z.literal('integer'), ...given, ...changeable, ...bounds }),
  z.strictObject({ type: z.literal('money'), ...given, ...changeable, ...bounds }),
  z.strictObject({ type: z.literal('rate'), ...given, ...changeable }),
  z.strictObject({
    type: z.literal('date'),
    ...given,
    ...changeable,
    future: z.boolean().optional(),
    planned: z.boolean().optional(),
    intoNextYear: z.boolean().optional(),
    absent: z.literal('none').optional(),
  }),
  z.strictObject({
    type: z.literal('enum'),
    ...given,
    ...changeable,
    values: z.record(z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]*$/), textSchema),
  }),
  z.strictObject({
    type: z.literal('id'),
    ...given,
    ...changeable,
    names: z.boolean().optional(),
    of: wordSchema.nullable().optional(),
  }),
  z.strictObject({ type: z.literal('text'), ...given, ...changeable }),
  z.strictObject({ type: z.literal('reference'), to: wordSchema, ...given }),
  z.strictObject({ type: z.literal('attestation'), ...given }),
  z.strictObject({ type: z.literal('group'), ...given }),
])
export type GivenFact = z.infer<typeof givenFactSchema>

/** A fact computed from others: a label and one formula. */
export const derivedFactSchema: z.ZodType<DerivedFact> = objectByKey(
  FORMULAS.map((form) => ({
    ...form,
    shape: {
      label: textSchema,
      unit: unitSchema.optional(),
      description: textSchema.optional(),
      ...form.shape,
    },
  })),
)
export type DerivedFact = Formula & {
  label: Text
  unit?: Unit | undefined
  description?: Text | undefined
}

/** What must be consistent. A failed check makes just the facts it names unknown, with reason `conflict`. */
export const checkSchema = z.union([
  z.strictObject({
    id: slugSchema,
    scope: wordSchema,
    text: templateSchema,
    holds: conditionSchema,
    taints: z.array(factNameSchema).min(1),
  }),
  z.strictObject({
    id: slugSchema,
    scope: wordSchema,
    text: templateSchema,
    unique: factNameSchema,
    taints: z.array(factNameSchema).min(1),
  }),
])
export type CheckEntry = z.infer<typeof checkSchema>

export const factsFileSchema = z
  .strictObject({
    ...schemaReference,
    roles: z.record(slugSchema, textSchema).optional(),
    scopes: z.record(wordSchema, scopeSchema).optional(),
    given: z.record(factNameSchema, givenFactSchema).optional(),
    derived: z.record(factNameSchema, derivedFactSchema).optional(),
    checks: z.array(checkSchema).optional(),
  })
  .meta({ title: 'facts.json', description: 'Scopes, the fact catalogue and consistency checks' })
