import { ledgerPart } from '@tiaoli/engine/plan'
import type { FilePlace } from '../../office-error.ts'
import type { DraftLedger } from '../ledger/draft-ledger.ts'
import type { DraftRecord } from '../record/draft-record.ts'
import type { SheetReading } from '../table/sheet-reading.ts'

interface InOffice {
  readonly record: DraftRecord
  readonly from: string
  readonly place: FilePlace
}

/**
 * Those of a list who are taken to be in office, because nothing says that they have left. Of two in rows of their own who
 * began on different days, the second may have come after the first, of whom it is then left open.
 */
export class OneAfterAnother {
  readonly #draft: DraftLedger
  readonly #begins: ReadonlyMap<string, string>
  readonly #inOffice = new Map<DraftRecord, InOffice[]>()
  /** Those of whom it is told that they may have been followed. */
  readonly #followed = new Set<DraftRecord>()

  constructor({ draft, found }: SheetReading) {
    this.#draft = draft
    const periods = (found.table.columns ?? []).filter(({ until, fact }) => until !== undefined && fact !== undefined)
    this.#begins = new Map(periods.map(({ until, fact }) => [until!, fact!]))
  }

  /** Somebody whose period is taken not to have ended. */
  add(record: DraftRecord, end: string, place: FilePlace): void {
    const [from, to] = [this.#begins.get(end), end].map((name) => ledgerPart(this.#draft.plan.scopes, name ?? ''))
    const day = from?.kind === 'fact' ? record.valueOf(from.path) : undefined
    if (!record.parent || to?.kind !== 'fact' || typeof day !== 'string') return
    const all = [...(this.#inOffice.get(record.parent) ?? []), { record, from: day, place }]
    this.#inOffice.set(record.parent, all)
    const latest = all.reduce((one, other) => (one.from < other.from ? other : one))
    for (const one of all) {
      if (this.#followed.has(one.record) || latest.from <= one.from || latest.from.startsWith(one.from)) continue
      this.#followed.add(one.record)
      one.record.contest(to.path, latest.place)
      this.#draft.note('left-open', one.place, { other: latest.place, text: MAY_BE_REPLACED })
    }
  }
}

const MAY_BE_REPLACED = {
  zh: '同一单位另一行所写的人起始日期更晚，可能是前后任，此人是否仍在任留空待核。已离任的，请写明截止日期；两人都在任的，请写“至今”。',
  en: 'Somebody in another row of the same organization began later and may have come after this person, so whether this one is still in office is left open. Write the day on which it ended, or “to date” where both are in office.',
}
