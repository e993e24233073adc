import { groupedBy, type ImportTable } from '@tiaoli/engine/plan'

interface Dated {
  readonly found: { readonly table: ImportTable }
}

/** Sheets in their order, but for those of one form: of these the newest comes first, and those without a day last. */
export function newestFirst<Sheet extends Dated>(
  sheets: readonly Sheet[],
  dayOf: (sheet: Sheet) => string | undefined,
): Sheet[] {
  const byTable = groupedBy(sheets, ({ found }) => found.table)
  for (const same of byTable.values()) same.sort((a, b) => (dayOf(b) ?? '').localeCompare(dayOf(a) ?? ''))
  return sheets.map(({ found }) => byTable.get(found.table)!.shift()!)
}
