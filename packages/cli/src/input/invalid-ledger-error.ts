import type { InputProblem } from '@tiaoli/engine'
import { CliError } from '../cli-error.ts'
import type { Context } from '../context.ts'
import { EXIT } from '../exit-code.ts'
import { placeOf } from './json-place.ts'
import type { JsonText } from './read-json.ts'

/** In longer texts pointers are not resolved to lines: that would take longer than reading the ledger. */
const PLACES_LIMIT = 5_000_000

/** A ledger that does not fit the pack: where, and what to do. Quotes nothing of the ledger. */
export class InvalidLedgerError extends CliError {
  override readonly name = 'InvalidLedgerError'
  override readonly exit = EXIT.input
  readonly #ledger: JsonText
  readonly #problems: readonly InputProblem[]

  constructor(ledger: JsonText, problems: readonly InputProblem[]) {
    super('invalid-ledger')
    this.#ledger = ledger
    this.#problems = problems
  }

  lines({ language, texts, err }: Context): string[] {
    return this.#placedProblems().map(({ pointer, line, column, code, message, suggestion }) => {
      const position = line === undefined ? '' : `:${line}:${column}`
      const hint = suggestion === undefined ? '' : ` ${texts.didYouMean(suggestion)}`
      return `${err.paint('bold', `${this.#ledger.name}${position}`)} ${err.paint('red', code)} ${pointer} ${message[language]}${hint}`
    })
  }

  json() {
    return { code: 'invalid-ledger', ledger: this.#ledger.name, problems: this.#placedProblems() }
  }

  #placedProblems() {
    const { text } = this.#ledger
    return this.#problems.map((problem) => ({
      ...problem,
      ...(text.length > PLACES_LIMIT ? {} : placeOf(text, problem.pointer)),
    }))
  }
}
