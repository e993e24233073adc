import type { InputProblem } from '@tiaoli/engine'
import { CliError } from '../cli-error.ts'
import type { Context } from '../context.ts'
import { EXIT } from '../exit-code.ts'

/** A ledger or a mapping that cannot be used: where, and what to do. Quotes nothing of a ledger. */
export class InvalidInputError extends CliError {
  override readonly name = 'InvalidInputError'
  override readonly exit = EXIT.input
  readonly #what: 'ledger' | 'mapping'
  readonly #file: string
  readonly #problems: readonly InputProblem[]

  constructor(file: string, problems: readonly InputProblem[], what: 'ledger' | 'mapping' = 'ledger') {
    super(`invalid-${what}`)
    this.#what = what
    this.#file = file
    this.#problems = problems
  }

  lines({ language, texts, err }: Context): string[] {
    return this.#problems.map(({ pointer, line, column, code, message, suggestion }) => {
      const position = line === undefined ? '' : `:${line}:${column}`
      const place = err.paint('bold', `${this.#file}${position}`)
      const sentence = texts.withHint(message[language], suggestion)
      return [place, err.paint('red', code), pointer, sentence].filter((part) => part !== '').join(' ')
    })
  }

  json() {
    return { code: `invalid-${this.#what}`, [this.#what]: this.#file, problems: this.#problems }
  }
}
