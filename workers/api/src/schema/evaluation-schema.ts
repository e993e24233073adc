import { RUNTIMES } from '@tiaoli/engine/names'
import { evaluateOptionsSchema } from '@tiaoli/engine/plan'
import { z } from 'zod'
import { boundedOptions } from './bounded-options.ts'
import { versionNumber } from './edition-schema.ts'

export const runtimeSchema = z.enum(RUNTIMES)

/** The body of an evaluation: the options of the engine, the runtime, and the ledger. */
export const evaluationSchema = evaluateOptionsSchema
  .omit({ maxFindings: true, maxDecisions: true })
  .extend({
    ...boundedOptions,
    version: versionNumber.optional().meta({
      description: 'The version to evaluate, by default the published one',
    }),
    runtime: runtimeSchema.optional().meta({
      description:
        'By default, compiled. The reference runtime, json-rules-engine, gives the same findings more slowly',
    }),
    ledger: z.looseObject({}).meta({ description: 'The records to evaluate. A ledger is neither logged nor stored' }),
  })
  .meta({ id: 'Evaluation' })

/** A ledger, and how it is judged: the part that other requests have in common with an evaluation. */
export const judgedLedgerSchema = evaluationSchema.pick({
  asOf: true,
  profile: true,
  parameters: true,
  requirements: true,
  subjects: true,
  scopes: true,
  periods: true,
  ledger: true,
})
