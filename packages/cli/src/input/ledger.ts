import { EvaluationError, InputError, type InputProblem } from '@tiaoli/engine'
import type { Context } from '../context.ts'
import { EXIT } from '../exit.ts'
import { Refusal } from '../refusal.ts'
import { placeOf } from './json-place.ts'
import { readJson, type JsonText } from './read-json.ts'

/** Beyond this the place of a pointer is not looked up: it would take longer than reading the ledger. */
const PLACES_LIMIT = 5_000_000

/** A ledger that does not fit the pack: each place and what to do, and nothing of what stands there. */
class LedgerFaults extends Refusal {
  override readonly name = 'LedgerFaults'
  override readonly exit = EXIT.input
  readonly #ledger: JsonText
  readonly #problems: readonly InputProblem[]

  constructor(ledger: JsonText, problems: readonly InputProblem[]) {
    super('invalid-ledger')
    this.#ledger = ledger
    this.#problems = problems
  }

  lines({ language, texts, err }: Context): string[] {
    return this.#located().map(({ pointer, line, column, code, message, suggestion }) => {
      const position = line === undefined ? '' : `:${line}:${column}`
      const hint = suggestion === undefined ? '' : ` ${texts.didYouMean(suggestion)}`
      return `${err.paint('bold', `${this.#ledger.name}${position}`)} ${err.paint('red', code)} ${pointer} ${message[language]}${hint}`
    })
  }

  json() {
    return { code: 'invalid-ledger', ledger: this.#ledger.name, problems: this.#located() }
  }

  #located() {
    const { text } = this.#ledger
    return this.#problems.map((problem) => ({
      ...problem,
      ...(text.length > PLACES_LIMIT ? {} : placeOf(text, problem.pointer)),
    }))
  }
}

/** Options that do not fit the pack. */
class OptionFaults extends Refusal {
  override readonly name = 'OptionFaults'
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

class CannotAnswer extends Refusal {
  override readonly name = 'CannotAnswer'
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

/** A ledger as it was read; `answer` runs what may refuse it, and says where in the file. */
export class LedgerFile {
  readonly json: JsonText

  constructor(json: JsonText) {
    this.json = json
  }

  static async read(context: Context, path: string): Promise<LedgerFile> {
    return new LedgerFile(await readJson(context, path))
  }

  answer<T>(evaluate: (ledger: unknown) => T): T {
    try {
      return evaluate(this.json.value)
    } catch (error) {
      throw asRefusal(error, this.json)
    }
  }
}

/** What the engine refuses, as people are told; any other error as it is. */
export function asRefusal(error: unknown, ledger?: JsonText): unknown {
  if (error instanceof EvaluationError) return new CannotAnswer(error)
  if (!(error instanceof InputError)) return error
  if (error.of === 'options') return new OptionFaults(error.problems)
  return new LedgerFaults(ledger ?? { name: '{}', text: '{}', value: {} }, error.problems)
}
