import type { ImportFile } from '@tiaoli/engine/plan'
import type { Sheet } from '../../workbook.ts'
import { says } from '../../values/text-form.ts'
import { inBrackets } from '../../values/words.ts'

/** Its name, or brackets in its first row, may say that a sheet is not to be read: 作废. */
export function isRead(sheet: Sheet, { skip }: ImportFile): boolean {
  const title = sheet.rows[0]?.cells.filter(({ kind, mergedInto }) => kind === 'text' && mergedInto === undefined) ?? []
  const said = title.length === 1 ? inBrackets(title[0]!.text) : []
  return !sheet.hidden && sheet.rows.length > 0 && !says(skip?.sheets ?? [], [sheet.name, ...said])
}
