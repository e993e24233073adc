import { z } from 'zod'
import { schemaReference, textSchema } from './common-schema.ts'

/** A change of a pack that no case can notice, with the reason why it changes nothing. */
export const equivalentMutantSchema = z.strictObject({
  mutant: z.string().min(1).max(400).meta({ description: 'Such as one-shoulder/requires#operator:notEqual' }),
  reason: textSchema,
})
export type EquivalentMutant = z.infer<typeof equivalentMutantSchema>

export const mutantsFileSchema = z
  .strictObject({ ...schemaReference, equivalent: z.array(equivalentMutantSchema) })
  .meta({ title: 'mutants.json', description: 'Changes that change no outcome, with reasons' })
