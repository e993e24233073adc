import type { ImportFile } from '@tiaoli/engine/plan'
import type { Sheet } from '../../workbook.ts'
import { TextForm } from '../../values/text-form.ts'

export function isRead(sheet: Sheet, { skip }: ImportFile): boolean {
  return (
    !sheet.hidden &&
    sheet.rows.length > 0 &&
    !(skip?.sheets ?? []).some((name) => new TextForm(name).match(sheet.name) !== undefined)
  )
}
