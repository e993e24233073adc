import { EvaluationError, InputError } from '@tiaoli/engine'
import { FailedEvaluationError } from './failed-evaluation-error.ts'
import { InvalidLedgerError } from './invalid-ledger-error.ts'
import { InvalidOptionsError } from './invalid-options-error.ts'
import type { JsonText } from './read-json.ts'

const EMPTY_LEDGER: JsonText = { name: '{}', text: '{}', value: {} }

/**
 * An error of the engine as the command line prints it, with the place in the ledger or among the options; any other
 * error unchanged.
 */
export function cliErrorOf(error: unknown, ledger: JsonText = EMPTY_LEDGER, options: object = {}): unknown {
  if (error instanceof EvaluationError) return new FailedEvaluationError(error)
  if (!(error instanceof InputError)) return error
  return error.of === 'options'
    ? new InvalidOptionsError(error.problems, options)
    : new InvalidLedgerError(ledger, error.problems)
}
