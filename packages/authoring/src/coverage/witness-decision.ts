import {
  Traversal,
  type LeafNode,
  type PlannedException,
  type PlannedParameter,
  type Truth,
  type Visitor,
} from '@tiaoli/engine/plan'
import { contextFor, decide, exceptionIn, type Answer, type Judge, type Task } from '@tiaoli/engine/runtime'

/** What was met on the way to a finding. */
export interface Witness {
  leaf(leaf: LeafNode, truth: Truth): void
  parameter(parameter: PlannedParameter, day: number): void
  /** The exception that gave the status. */
  exception(exception: PlannedException): void
  note(id: string, shown: boolean): void
}

/**
 * Decides, and reports to a witness all that was asked: not what was skipped because something before it had decided,
 * and not what a requirement that is not in force would show.
 */
export function witnessDecision(task: Task, witness: Witness): void {
  const { requirement, record, base } = task
  const context = contextFor(requirement, record, base)
  const traversal = new Traversal(task, visitorOf(witness))
  const answers: Answer[] = []
  const judge: Judge = ({ condition }) => traversal.condition(condition, record, context)
  const set = decide(requirement, record, context, judge, answers)
  if (set === 0) return
  const exception = answers.every(({ truth }) => truth !== undefined) ? exceptionIn(answers) : undefined
  if (exception) witness.exception(exception)
  const shown = [requirement.due, exception?.on, ...requirement.figures.map(({ expression }) => expression)]
  for (const expression of shown) if (expression) traversal.expression(expression, record, context)
  for (const { entry, when } of requirement.notes)
    witness.note(entry.id, traversal.condition(when, record, context) === true)
}

/** Opens all that is asked, known or not. */
function visitorOf(witness: Witness): Visitor<void> {
  const nothing = () => {}
  return {
    opens: 'all',
    known: nothing,
    given: nothing,
    unreached: nothing,
    formula: nothing,
    parameter: (parameter, { at }) => {
      if (typeof at === 'number') witness.parameter(parameter, at)
    },
    leaf: (leaf, truth) => witness.leaf(leaf, truth),
  }
}
