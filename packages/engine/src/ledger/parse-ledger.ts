import { InputError } from '../errors/input-error.ts'
import { readJson } from '../json/read-json.ts'

/** The JSON of a ledger. Throws `InputError` with the line and column of every problem. */
export function parseLedger(text: string | Uint8Array): unknown {
  const { value, problems } = readJson(text)
  if (problems.length > 0) throw new InputError('ledger', problems)
  return value
}
