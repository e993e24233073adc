import {
  conditionsOf,
  EvaluationError,
  contextFor,
  type Evaluation,
  type EvaluationContext,
  type Task,
  type Value,
} from '@tiaoli/engine'
import { ConditionTruths } from './condition-truths.ts'
import { ConditionBatch, type Answered } from './condition-batch.ts'

/** Enough conditions for one run of an `Engine` to be worth its making. */
const BATCH_SIZE = 64

/** Has stock json-rules-engine answer every condition that the report of an evaluation may ask for. */
export async function answerConditions(evaluation: Evaluation): Promise<ConditionTruths> {
  const answers = new ConditionTruths()
  for await (const found of inBatches(evaluation, answers))
    for (const { question, truth } of found) answers.set(question, truth)
  return answers
}

/** One batch after another, so that only one is held in memory. */
async function* inBatches(evaluation: Evaluation, answers: ConditionTruths): AsyncGenerator<Answered[]> {
  let batch = new ConditionBatch()
  for (const task of evaluation.tasks()) {
    ask(task, batch, answers)
    if (batch.size < BATCH_SIZE) continue
    yield batch.run()
    batch = new ConditionBatch()
  }
  yield batch.run()
}

function ask({ requirement, record, base }: Task, batch: ConditionBatch, answers: ConditionTruths): void {
  const context = contextFor(requirement, record, base)
  context.due = dueOf({ requirement, record, base }, context)
  for (const condition of conditionsOf(requirement)) {
    const question = { condition, record, year: context.year }
    try {
      batch.ask(question, context)
    } catch (error) {
      // Only the report knows whether it comes to this condition at all, so the error waits until it does.
      if (!(error instanceof EvaluationError)) throw error
      answers.set(question, error)
    }
  }
}

/** Conditions read the due date from the frame, where `decide` puts it before it asks them. */
function dueOf({ requirement, record }: Task, context: EvaluationContext): Value {
  try {
    return requirement.due?.run(record, context) ?? null
  } catch (error) {
    if (error instanceof EvaluationError) return null // `decide` meets the same error, if it comes to the due date
    throw error
  }
}
