import { EvaluationError, InputError, type InputProblem } from '@tiaoli/engine'
import { pathOf, TextPlaces } from '@tiaoli/engine/plan'
import { FailedEvaluationError } from './failed-evaluation-error.ts'
import { InvalidInputError } from './invalid-input-error.ts'
import { InvalidOptionsError } from './invalid-options-error.ts'

/** In longer texts pointers are not resolved to lines: the tree of positions would take too much memory. */
const PLACES_LIMIT = 5_000_000

interface NamedText {
  name: string
  text: string
}

const EMPTY_LEDGER: NamedText = { name: '{}', text: '{}' }

/**
 * An error of the engine as the command line prints it, with the place in the ledger or among the options; any other
 * error unchanged.
 */
export function cliErrorOf(error: unknown, ledger: NamedText = EMPTY_LEDGER, options: object = {}): unknown {
  if (error instanceof EvaluationError) return new FailedEvaluationError(error)
  if (!(error instanceof InputError)) return error
  return error.of === 'options'
    ? new InvalidOptionsError(error.problems, options)
    : new InvalidInputError(ledger.name, placedIn(ledger.text, error.problems))
}

function placedIn(text: string, problems: readonly InputProblem[]): readonly InputProblem[] {
  if (text.length > PLACES_LIMIT) return problems
  const places = new TextPlaces(text)
  return problems.map((problem) => ({ ...problem, ...places.at(pathOf(problem.pointer), true) }))
}
