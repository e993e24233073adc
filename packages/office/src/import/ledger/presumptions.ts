import { ledgerPart } from '@tiaoli/engine/plan'
import type { FilePlace } from '../../office-error.ts'
import type { DraftLedger } from './draft-ledger.ts'
import type { DraftRecord } from '../record/draft-record.ts'
import type { FormHead } from './form-head.ts'

interface Presumed {
  readonly record: DraftRecord
  readonly fact: string
  readonly value: unknown
  readonly head: FormHead
  /** The cell that names the record. */
  readonly place: FilePlace
}

/** What being in a table says of records. It is so only where no cell of any table says or leaves open otherwise. */
export class Presumptions {
  readonly #presumed: Presumed[] = []
  /** The first cell that leaves a fact of a record open. */
  readonly #open = new Map<DraftRecord, Map<string, FilePlace>>()

  presume(presumed: Presumed): void {
    this.#presumed.push(presumed)
  }

  leaveOpen(record: DraftRecord, fact: string, place: FilePlace): void {
    const open = this.#open.get(record) ?? new Map<string, FilePlace>()
    this.#open.set(record, open)
    if (!open.has(fact)) open.set(fact, place)
  }

  /** Sets what is presumed of records, after all tables are read. */
  settle(draft: DraftLedger): void {
    for (const { record, fact, value, head, place } of this.#presumed) {
      const part = ledgerPart(draft.plan.scopes, fact)!
      if (part.kind !== 'records' && record.has(part.path)) continue
      const other = this.#opened(draft, record, fact)
      if (other) draft.note('left-open', place, { other, text: ELSEWHERE })
      else draft.set(record, fact, value, undefined, head, place)
    }
  }

  /** The cell that leaves it open: of the record, or of one that has the same name. */
  #opened({ names }: DraftLedger, record: DraftRecord, fact: string): FilePlace | undefined {
    const namesakes = record.name === undefined ? [] : names.find(record.scope, record.name)
    const places = [record, ...namesakes].flatMap((one) => this.#open.get(one)?.get(fact) ?? [])
    return places[0]
  }
}

const ELSEWHERE = {
  zh: '另一处的文字使某项情况不能按在册推定，留空待核。请人工核实两处。',
  en: 'Words elsewhere leave open what being listed here would say. It is left blank: somebody has to find out about both.',
}
