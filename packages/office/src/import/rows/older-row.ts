import { ledgerPart, type ImportColumn } from '@tiaoli/engine/plan'
import { factsGivenBy } from '../columns/facts-given.ts'
import { isYearly } from '../columns/heading-year.ts'
import type { DraftRecord } from '../record/draft-record.ts'
import { wayDown } from '../record/way-down.ts'
import type { ReadColumn } from '../table/list-columns.ts'
import type { TableRow } from '../table/read-rows.ts'
import type { SheetReading } from '../table/sheet-reading.ts'
import type { RowYears } from './row-years.ts'

/** Tells which columns are still read in a row of which a newer sheet of the form has another: what they say of years that it says nothing of. */
export function stillReadIn(
  row: TableRow,
  own: DraftRecord,
  years: RowYears,
  { draft }: SheetReading,
): (column: ReadColumn) => boolean {
  const { scopes } = draft.plan
  const isGiven = (name: string, column: ReadColumn) => {
    const part = ledgerPart(scopes, name)
    const way = part && wayDown(own.scope, part.scope)
    let record: DraftRecord | undefined = own
    for (const scope of way ?? []) {
      const year = scope.keyed ? years.yearOf(column, row) : undefined
      record = record?.list(scope).find((one) => !scope.keyed || one.year === year)
    }
    return record !== undefined && (part?.kind === 'records' || record.has(part?.path ?? []))
  }
  const says = (mapped: ImportColumn) => isYearly(mapped, scopes)
  return (column) => says(column.mapped) && !factsGivenBy(column.mapped).some((name) => isGiven(name, column))
}
