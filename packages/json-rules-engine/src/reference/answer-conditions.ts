import { EvaluationError } from '@tiaoli/engine'
import { contextFor, type Evaluation, type Task } from '@tiaoli/engine/runtime'
import { ConditionTruths } from './condition-truths.ts'
import { ConditionBatch, type Answered } from './condition-batch.ts'

/** Enough conditions for one run of an `Engine` to be worth its making. */
const BATCH_SIZE = 64

/**
 * As many comparisons are asked for as so many times the decisions that may be made: json-rules-engine takes its time for
 * each of them.
 */
export const LEAVES_OF_DECISION = 6

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
  let mayAsk = evaluation.settings.maxDecisions * LEAVES_OF_DECISION
  for (const task of evaluation.tasks()) {
    const before = batch.leafCount
    ask(task, batch, answers)
    mayAsk -= batch.leafCount - before
    if (mayAsk < 0) throw new EvaluationError('too-many-decisions')
    if (batch.size < BATCH_SIZE) continue
    yield batch.run()
    batch = new ConditionBatch()
  }
  yield batch.run()
}

function ask({ requirement, record, base }: Task, batch: ConditionBatch, answers: ConditionTruths): void {
  const context = contextFor(requirement, record, base)
  for (const { condition } of requirement.steps) {
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
