import { JSON_LIMITS, readJson } from '@tiaoli/engine/plan'
import type { Context } from '../context.ts'
import { cliErrorOf } from './cli-error-of.ts'
import { InvalidInputError } from './invalid-input-error.ts'
import { readInput } from './read-input.ts'

/** A ledger with its text, so that errors can name the line. */
export class LedgerFile {
  /** The path as messages show it. */
  readonly name: string
  readonly text: string
  readonly value: unknown

  constructor(name: string, text: string, value: unknown) {
    this.name = name
    this.text = text
    this.value = value
  }

  /** Reads a file, or standard input for `-`. */
  static async read(context: Context, path: string): Promise<LedgerFile> {
    const { name, bytes } = await readInput(context, path, JSON_LIMITS.characters)
    const { text = '', value, problems } = readJson(bytes)
    if (problems.length > 0) throw new InvalidInputError(name, problems)
    return new LedgerFile(name, text, value)
  }

  /** Evaluates the ledger; `options` are those that an error about them names. */
  evaluate<T>(options: object, evaluate: (ledger: unknown) => T): T {
    try {
      return evaluate(this.value)
    } catch (error) {
      throw cliErrorOf(error, this, options)
    }
  }
}
