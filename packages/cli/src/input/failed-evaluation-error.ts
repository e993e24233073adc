import type { EvaluationError } from '@tiaoli/engine'
import { CliError } from '../cli-error.ts'
import type { Context } from '../context.ts'
import { EXIT } from '../exit-code.ts'

/** The engine could not evaluate the ledger, for example because a number overflowed. */
export class FailedEvaluationError extends CliError {
  override readonly name = 'FailedEvaluationError'
  override readonly exit = EXIT.input
  readonly #error: EvaluationError

  constructor(error: EvaluationError) {
    super(error.code)
    this.#error = error
  }

  lines({ language }: Context): string[] {
    return [this.#error.text[language]]
  }

  json() {
    return { code: this.#error.code, message: this.#error.text }
  }
}
