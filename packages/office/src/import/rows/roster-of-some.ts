import type { ImportTable } from '@tiaoli/engine/plan'
import type { FilePlace } from '../../office-error.ts'
import type { SheetReading } from '../table/sheet-reading.ts'
import { speaksOf } from '../table/words-of-ends.ts'

type Only = NonNullable<NonNullable<ImportTable['persons']>['only']>

/** What a roster still counts of which a title, or the name of its sheet, says that it lists some persons alone; with its place. */
export function rosterOfSome({ file, sheet, found }: SheetReading): (Only & { readonly place: FilePlace }) | undefined {
  const only = found.table.persons?.only
  if (!only) return undefined
  const place = { file, sheet: sheet.name }
  const above = sheet.rows.filter(({ number }) => number < found.head.firstRow).flatMap(({ cells }) => cells)
  const cell = above.find(({ text }) => speaksOf(only.titled, text))
  if (cell) return { ...only, place: { ...place, cell: cell.place.address } }
  return speaksOf(only.titled, sheet.name) ? { ...only, place } : undefined
}
