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

  evaluate<T>(evaluate: (ledger: unknown) => T): T {
    try {
      return evaluate(this.json.value)
    } catch (error) {
      throw cliErrorOf(error, this.json)
    }
  }
}
