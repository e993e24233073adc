import type { InputProblem } from '@tiaoli/engine'
import { CliError } from '../cli-error.ts'
import type { Context } from '../context.ts'
import { EXIT } from '../exit-code.ts'

/** A file that cannot be used: where, and what to do. Quotes nothing of the file. */
export class InvalidInputError extends CliError {
  override readonly name = 'InvalidInputError'
  override readonly exit = EXIT.input
  readonly #kind: 'ledger' | 'file'
  readonly #file: string
  readonly #problems: readonly InputProblem[]

  constructor(kind: 'ledger' | 'file', file: string, problems: readonly InputProblem[]) {
    super(`invalid-${kind}`)
    this.#kind = kind
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
    return { code: `invalid-${this.#kind}`, [this.#kind]: this.#file, problems: this.#problems }
  }
}
