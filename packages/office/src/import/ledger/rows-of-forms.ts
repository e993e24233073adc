import type { ImportTable } from '@tiaoli/engine/plan'
import type { FilePlace } from '../../office-error.ts'
import type { DraftRecord } from '../record/draft-record.ts'

interface RowOfForm {
  /** Of its form, `YYYY-MM-DD` or `YYYY-MM`. */
  readonly day: string
  readonly place: FilePlace
}

/** The rows of forms of which the day is known; of one form the newest is read first. */
export class RowsOfForms {
  readonly #rows = new Map<ImportTable, Map<DraftRecord, RowOfForm>>()

  /** The row of a record in a newer sheet of the same form, if there is one; else the row is kept as that. */
  newerThan(row: RowOfForm, record: DraftRecord, table: ImportTable): RowOfForm | undefined {
    const rows = this.#rows.get(table) ?? new Map<DraftRecord, RowOfForm>()
    this.#rows.set(table, rows)
    const known = rows.get(record)
    if (!known) rows.set(record, row)
    return known && known.day > row.day && !known.day.startsWith(row.day) ? known : undefined
  }
}
