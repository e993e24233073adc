import type { Plan } from '../plan/plan.ts'
import type { RecordStreamOptions } from '../schema/stream-options.ts'
import type { EachEnd, EachOptions, EachResult } from './policy.ts'
import { RecordStream } from './record-stream.ts'

/** Evaluates records one at a time, as they are asked for. Options that do not fit are refused before the first. */
export function* evaluateEach(
  plan: Plan,
  records: Iterable<unknown>,
  options: EachOptions,
): Generator<EachResult, EachEnd> {
  const { within, ...rest } = options ?? {}
  const parentOf = typeof within === 'function' ? within : undefined
  const stream = new RecordStream({ plan }, parentOf ? rest : (options as RecordStreamOptions))
  let position = 0
  for (const record of records) yield stream.answer({ record, within: parentOf?.(record, position++) })
  return stream.end()
}
