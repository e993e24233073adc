import type { InputProblem } from '@tiaoli/engine'
import { CliError } from '../cli-error.ts'
import type { Context } from '../context.ts'
import { EXIT } from '../exit-code.ts'

/** Options that do not fit the pack, by flag. */
export class InvalidOptionsError extends CliError {
  override readonly name = 'InvalidOptionsError'
  override readonly exit = EXIT.usage
  readonly #problems: readonly InputProblem[]

  constructor(problems: readonly InputProblem[]) {
    super('invalid-option')
    this.#problems = problems
  }

  lines({ language, texts }: Context): string[] {
    return this.#problems.map(({ pointer, message, suggestion }) => {
      const hint = suggestion === undefined ? '' : ` ${texts.didYouMean(suggestion)}`
      return texts.option(flagOf(pointer), `${message[language]}${hint}`)
    })
  }

  json() {
    return {
      code: 'invalid-option',
      problems: this.#problems.map(({ pointer, ...problem }) => ({ flag: flagOf(pointer), ...problem })),
    }
  }
}

const FLAGS: Record<string, string> = {
  asOf: '--as-of',
  parameters: '--set',
  statuses: '--status',
}

function flagOf(pointer: string): string {
  const [, name = '', detail = ''] = pointer.split('/')
  return name === 'parameters' ? `--set ${detail}` : (FLAGS[name] ?? `--${name}`)
}
