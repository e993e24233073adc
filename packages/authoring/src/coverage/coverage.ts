import { EvaluationError, InputError, type PackSource } from '@tiaoli/engine'
import {
  addTo,
  answering,
  questionsOf,
  recordReference,
  type Expectation,
  type Plan,
  type CaseQuestion,
} from '@tiaoli/engine/plan'
import { Evaluation, readOptions, runCompiled, type Task } from '@tiaoli/engine/runtime'
import { loadOrThrow } from '../load-or-throw.ts'
import type { OnProgress } from '../on-progress.ts'
import { Epochs } from './epochs.ts'
import { coverageReport, type Coverage } from './coverage-report.ts'
import { Tally } from './tally.ts'
import { witnessDecision } from './witness-decision.ts'

/** Runs the cases of a pack and reports what they show of it. Throws `PackError` where the pack has faults. */
export function coverageOf(source: PackSource, progress?: OnProgress): Coverage {
  const pack = loadOrThrow(source)
  const { plan } = pack
  const tally = new Tally()
  for (const [i, item] of plan.cases.entries()) {
    try {
      for (const question of questionsOf(item.case)) count(plan, item, question, tally)
    } catch (error) {
      // A ledger that is refused shows nothing; running the cases says why.
      if (!(error instanceof InputError) && !(error instanceof EvaluationError)) throw error
    }
    progress?.(i + 1, plan.cases.length)
  }
  return coverageReport(pack, tally)
}

function count(plan: Plan, item: Plan['cases'][number], { options, expected }: CaseQuestion, tally: Tally): void {
  const settings = readOptions(plan, { ...options, detail: 'verdicts', exact: false, notInForce: false })
  const evaluation = new Evaluation({ plan }, item.ledger, settings)
  const epochs = new Epochs(settings)
  for (const { task, expectations } of expectedTasks(evaluation, expected)) {
    const witness = tally.witness(`${item.file} ${item.case.id}`, task.requirement, epochs)
    witnessDecision(task, witness)
    const status = evaluation.answer(task.requirement, task.record, task.base, runCompiled)?.status
    if (expectations.some((expectation) => expectation.status === status)) witness.status(status)
  }
}

/** What a case asks that it expects something of, once each. */
function expectedTasks(
  evaluation: Evaluation,
  expected: readonly Expectation[],
): { task: Task; expectations: readonly Expectation[] }[] {
  const answers = evaluation.tasks().map((task) => ({
    task,
    requirement: task.requirement.id,
    subject: recordReference(task.record),
    ...(task.requirement.firstPeriod ? { period: task.base.year } : {}),
  }))
  const about = new Map<Task, Expectation[]>()
  for (const expectation of expected)
    for (const { task } of answering(expectation, answers)) addTo(about, task, expectation)
  return [...about].map(([task, expectations]) => ({ task, expectations }))
}
