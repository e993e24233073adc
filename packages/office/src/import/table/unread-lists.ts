import type { Text } from '@tiaoli/engine'
import type { ImportFile } from '@tiaoli/engine/plan'
import type { FilePlace } from '../../office-error.ts'
import type { Sheet } from '../../workbook.ts'
import { says } from '../../values/text-form.ts'
import { titlesOf } from './titles-of-table.ts'

/** Why a list is not read of which a title says that it is not how things are: 拟成立党支部情况表. */
export function whyUnread(
  file: string,
  sheet: Sheet,
  firstRow: number,
  mapping: Pick<ImportFile, 'head' | 'lists'>,
): { readonly why: Text; readonly place: FilePlace } | undefined {
  const titles = titlesOf(file, sheet, firstRow, mapping)
  for (const { titled, not = [], why } of mapping.lists?.unread ?? []) {
    const title = titles.find(({ text }) => says(titled, [text]) && !says(not, [text]))
    if (title) return { why, place: title.place }
  }
  return undefined
}
