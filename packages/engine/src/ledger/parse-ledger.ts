import { InputError } from '../errors/input-error.ts'
import { readJson } from '../json/read-json.ts'

/** The JSON of a ledger. Throws `InputError` with the line and column of every problem. */
export function parseLedger(text: string | Uint8Array): unknown {
  if (typeof text !== 'string' && !((text as unknown) instanceof Uint8Array)) throw new InputError('ledger', [NO_TEXT])
  const { value, problems } = readJson(text)
  if (problems.length > 0) throw new InputError('ledger', problems)
  return value
}

const NO_TEXT = {
  code: 'not-text-or-bytes',
  pointer: '',
  message: {
    zh: '此处应为 JSON 文本或其 UTF-8 字节（Uint8Array）。已经解析的台账请直接评价。',
    en: 'Give JSON text, or its bytes in UTF-8 (Uint8Array). A ledger that is parsed already can be evaluated directly.',
  },
} as const
