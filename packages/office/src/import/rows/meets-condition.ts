import type { ImportCondition } from '@tiaoli/engine/plan'
import type { Cell } from '../../workbook.ts'
import type { SheetReading } from '../table/sheet-reading.ts'
import { TextForm } from '../../values/text-form.ts'
import { keyOf } from '../../values/words.ts'

/** Whether a cell says what a condition asks for; undefined where that is not understood, or not said though it has words. */
export function meetsCondition(
  { is, not }: ImportCondition,
  cell: Cell | undefined,
  reading: SheetReading,
): boolean | undefined {
  if (reading.isBlank(cell) || !cell) return not ? undefined : false
  if (cell.kind === 'error') return undefined
  const { none, no, yes } = reading.draft.words
  const key = keyOf(cell.text)
  const says = (forms: readonly string[]) => forms.some((form) => new TextForm(form).match(cell.text))
  // Of the words for yes one stands for the others, as do those for no.
  const isAlike = (forms: readonly string[]) =>
    [yes, no].some((words) => words.has(key) && forms.some((form) => words.has(keyOf(form))))
  if (says(is)) return true
  if (says(not ?? [])) return false
  if (isAlike(is)) return true
  return isAlike(not ?? []) || none.has(key) || no.has(key) ? false : undefined
}
