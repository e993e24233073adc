import type { Text } from '../text/text.ts'

/** One thing that is wrong with a ledger or a request. It never repeats the value that was given. */
export interface InputProblem {
  readonly code: string
  /** RFC 6901 pointer into the ledger or the options. */
  readonly pointer: string
  /** From 1, in the text that was read; absent for a value that was not read from text. */
  readonly line?: number
  readonly column?: number
  readonly message: Text
  readonly suggestion?: string
}

function sentenceOf({ pointer, line, column, message, suggestion }: InputProblem): string {
  const place = line === undefined ? pointer : `${pointer}:${line}:${column}`
  const hint = suggestion === undefined ? '' : ` Did you mean "${suggestion}"?`
  return `${place} ${message.en}${hint}`
}

/** A ledger or a request that cannot be evaluated. `problems` lists what is wrong, each with its place. */
export class InputError extends Error {
  override readonly name = 'InputError'
  readonly code = 'invalid-input'
  /** What the pointers lead into. */
  readonly of: 'options' | 'ledger'
  readonly problems: readonly InputProblem[]

  constructor(of: 'options' | 'ledger', problems: readonly InputProblem[]) {
    super(problems.map((problem) => `${of}${sentenceOf(problem)}`).join('\n'))
    this.of = of
    this.problems = problems
  }
}

/**
 * Takes the place of a record that cannot be read, such as a line that is not JSON. The stream answers it with its
 * problems and counts it as invalid, so that no total is taken for complete.
 */
export class UnreadableRecord {
  readonly problems: readonly InputProblem[]

  constructor(problems: readonly InputProblem[]) {
    this.problems = problems
  }
}
