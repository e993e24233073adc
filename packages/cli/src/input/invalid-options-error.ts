import type { InputProblem } from '@tiaoli/engine'
import { pathOf } from '@tiaoli/engine/plan'
import { CliError } from '../cli-error.ts'
import type { Context } from '../context.ts'
import { EXIT } from '../exit-code.ts'
import { kebab } from '../kebab.ts'
import { OPTION_FLAGS } from '../option-flags.ts'

/** Options that do not fit the pack, by flag. */
export class InvalidOptionsError extends CliError {
  override readonly name = 'InvalidOptionsError'
  override readonly exit = EXIT.usage
  readonly #problems: readonly InputProblem[]
  readonly #options: object

  /** `options` are those that were given, so that of a repeated flag the one in question is named. */
  constructor(problems: readonly InputProblem[], options: object) {
    super('invalid-option')
    this.#problems = problems
    this.#options = options
  }

  lines({ language, texts }: Context): string[] {
    return this.#problems.map(({ pointer, message, suggestion }) =>
      texts.option(this.#flagOf(pointer), texts.withHint(message[language], suggestion)),
    )
  }

  json() {
    return {
      code: 'invalid-option',
      problems: this.#problems.map(({ pointer, ...problem }) => ({ flag: this.#flagOf(pointer), ...problem })),
    }
  }

  #flagOf(pointer: string): string {
    const [name = '', detail] = pathOf(pointer).map(String)
    const flag = `--${kebab(FLAGS.get(name) ?? name)}`
    if (detail === undefined) return flag
    const given: unknown = Reflect.get(this.#options, name)
    return `${flag} ${Array.isArray(given) ? String(given[Number(detail)]) : detail}`
  }
}

/** Flags by option; those not listed are called like their options. */
const FLAGS: ReadonlyMap<string, string> = new Map([
  ...Object.entries(OPTION_FLAGS).flatMap(([option, row]) => (row ? [[option, row.flag] as const] : [])),
  ['scope', 'records'],
])
