import { InputError, type InputProblem } from '../errors/input-error.ts'
import type { Text } from '../errors/text.ts'
import { recordPointer, type LedgerRecord } from '../plan/ledger-record.ts'

/** The records around a stream that streamed ones may belong to. */
export class StreamParents {
  readonly #byPointer: ReadonlyMap<string, LedgerRecord>

  constructor(records: readonly LedgerRecord[]) {
    this.#byPointer = new Map(records.map((record) => [recordPointer(record), record]))
  }

  /** The parent of a streamed record, by the pointer that it names; throws if that names none, or one of several is meant. */
  at(within: string | undefined): LedgerRecord {
    const [first] = this.#byPointer.keys()
    const { size } = this.#byPointer
    if (within === undefined && first !== undefined && size > 1)
      throw refusal('parent-not-given', severalParents(size, first))
    const parent = this.#byPointer.get(within ?? first ?? '')
    if (!parent) throw refusal('unknown-parent', UNKNOWN_PARENT)
    return parent
  }
}

function refusal(code: InputProblem['code'], message: Text): InputError {
  return new InputError('options', [{ code, pointer: '/within', message }])
}

const UNKNOWN_PARENT: Text = {
  zh: '所附台账中没有这条记录的上级。请在 context 中给出，并以 within 指明。',
  en: 'The parent of this record is not in the context. Add it there and point at it with within.',
}

/** Whichever it were taken to be, other law might apply to it, so none is assumed. */
function severalParents(parents: number, first: string): Text {
  return {
    zh: `所附台账中有 ${parents} 条上级记录，未说明这条记录属于哪一条。请以 within 指明，如“${first}”。`,
    en: `The context has ${parents} records that could be the parent of this one. Point at it with within, such as "${first}".`,
  }
}
