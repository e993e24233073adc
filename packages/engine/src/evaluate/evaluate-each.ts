import { InputError } from '../errors/input-error.ts'
import type { RecordStreamOptions } from '../schema/stream-options.ts'
import type { Evaluable, EachEnd, EachOptions, EachResult } from './policy.ts'
import { RecordStream } from './record-stream.ts'

/** Evaluates records one at a time, as they are asked for. Options that do not fit are refused at once. */
export function evaluateEach(
  evaluable: Evaluable,
  records: Iterable<unknown>,
  options: EachOptions,
): Generator<EachResult, EachEnd> {
  const { within, ...rest } = options ?? {}
  const parentOf = typeof within === 'function' ? within : undefined
  const stream = new RecordStream(evaluable, parentOf ? rest : (options as RecordStreamOptions))
  refuseUnlessRecords(records)
  return answers(stream, records, parentOf)
}

function* answers(
  stream: RecordStream,
  records: Iterable<unknown>,
  parentOf: Extract<EachOptions['within'], (...args: never[]) => unknown> | undefined,
): Generator<EachResult, EachEnd> {
  let position = 0
  for (const record of records) yield stream.answer({ record, within: parentOf?.(record, position++) })
  return stream.end()
}

/** A text can be walked through as well, letter by letter. */
function refuseUnlessRecords(records: unknown): void {
  const isList = typeof records === 'object' && records !== null && Symbol.iterator in records
  if (!isList) throw new InputError('ledger', [NO_RECORDS])
}

const NO_RECORDS = {
  code: 'not-iterable',
  pointer: '',
  message: {
    zh: '此处应为已解析记录的列表，或其他可同步遍历的对象。',
    en: 'Give the parsed records as a list or another synchronous iterable.',
  },
} as const
