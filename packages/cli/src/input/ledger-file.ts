import type { Context } from '../context.ts'
import { cliErrorOf } from './cli-error-of.ts'
import { readJson, type JsonText } from './read-json.ts'

/** A ledger with its text, so that errors can name the line. */
export class LedgerFile {
  readonly json: JsonText

  constructor(json: JsonText) {
    this.json = json
  }

  static async read(context: Context, path: string): Promise<LedgerFile> {
    return new LedgerFile(await readJson(context, path))
  }

  /** Evaluates the ledger; `options` are those that an error about them names. */
  evaluate<T>(options: object, evaluate: (ledger: unknown) => T): T {
    try {
      return evaluate(this.json.value)
    } catch (error) {
      throw cliErrorOf(error, this.json, options)
    }
  }
}
