import { countSchema, evaluateOptionsSchema, type OptionsOf } from './evaluate-options.ts'

/** The options of `nextQuestions`, which looks only at what is unknown. */
export const questionOptionsSchema = evaluateOptionsSchema
  .omit({ detail: true, exact: true, statuses: true, language: true })
  .extend({
    limit: countSchema('How many questions to give, the most deciding first; by default 20'),
    maxFindings: countSchema(
      'Throw EvaluationError with code too-many-findings rather than weigh more unknown findings than this',
    ),
  })

export type QuestionOptions = OptionsOf<typeof questionOptionsSchema>
