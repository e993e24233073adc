import type { Context } from './context.ts'
import { CliError } from './cli-error.ts'
import { EXIT, type ExitCode } from './exit-code.ts'
import type { Texts } from './texts/texts.ts'

type Sentences = Texts['failures']
export type FailureCode = keyof Sentences

/** An error that the user can correct: one sentence says what is wrong and what to do. */
export class Failure<C extends FailureCode = FailureCode> extends CliError {
  override readonly name = 'Failure'
  readonly code: C
  readonly args: Parameters<Sentences[C]>
  override readonly exit: ExitCode

  constructor(code: C, args: Parameters<Sentences[C]>, exit: ExitCode = EXIT.input) {
    super(code)
    this.code = code
    this.args = args
    this.exit = exit
  }

  lines({ texts }: Context): string[] {
    const sentence = texts.failures[this.code] as (...args: readonly unknown[]) => string
    return [sentence(...this.args)]
  }

  json(context: Context) {
    return { code: this.code, message: this.lines(context)[0] }
  }
}
