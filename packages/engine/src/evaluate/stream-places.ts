import { InputError, type InputProblem } from '../errors/input-error.ts'
import type { Text } from '../text/text.ts'
import { recordPointer, type LedgerRecord } from '../plan/ledger-record.ts'

/** Where a streamed record belongs: in the list of a record around the stream, and at which place. */
interface StreamPlace {
  parent: LedgerRecord
  position: number
}

/** Gives out the places of streamed records. One that cannot be read takes a place too: its list holds it all the same. */
export class StreamPlaces {
  readonly #byPointer: ReadonlyMap<string, LedgerRecord>
  readonly #only: LedgerRecord | undefined
  /** How many places each parent has given out. */
  readonly #taken = new Map<LedgerRecord, number>()

  constructor(records: readonly LedgerRecord[]) {
    this.#byPointer = new Map(records.map((record) => [recordPointer(record), record]))
    this.#only = records.length === 1 ? records[0] : undefined
  }

  /** The next place below the parent that a record names; throws if that names none, or one of several is meant. */
  next(within: string | undefined): StreamPlace {
    if (within === undefined && this.#byPointer.size > 1)
      throw refusal('parent-not-given', severalParents([...this.#byPointer.keys()]))
    const parent = this.#parentAt(within)
    if (!parent) throw refusal('unknown-parent', UNKNOWN_PARENT)
    return this.#take(parent)
  }

  /** Leaves out the place of a record that cannot be read, if it is known to which parent it belongs. */
  pass(within: string | undefined): void {
    const parent = this.#parentAt(within)
    if (parent) this.#take(parent)
  }

  /** The parent that a record names, or the only one there is. */
  #parentAt(within: string | undefined): LedgerRecord | undefined {
    return within === undefined ? this.#only : this.#byPointer.get(within)
  }

  #take(parent: LedgerRecord): StreamPlace {
    const position = this.#taken.get(parent) ?? 0
    this.#taken.set(parent, position + 1)
    return { parent, position }
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
function severalParents(pointers: readonly string[]): Text {
  const { length } = pointers
  return {
    zh: `所附台账中有 ${length} 条上级记录，未说明这条记录属于哪一条。请以 within 指明，如“${pointers[0]}”。`,
    en: `The context has ${length} records that could be the parent of this one. Point at it with within, such as "${pointers[0]}".`,
  }
}
