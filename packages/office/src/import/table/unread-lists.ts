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
  for (const { text, place } of titlesOf(file, sheet, firstRow, mapping)) {
    const why = whyUnreadUnder(text, mapping)
    if (why) return { why, place }
  }
  return undefined
}

/** Why what a title is over is not read, if it says so. */
export function whyUnreadUnder(title: string, { lists }: Pick<ImportFile, 'lists'>): Text | undefined {
  return lists?.unread?.find(({ titled, not = [] }) => says(titled, [title]) && !says(not, [title]))?.why
}
