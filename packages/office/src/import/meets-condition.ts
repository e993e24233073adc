import type { ImportCondition } from '@tiaoli/engine/plan'
import type { Cell } from '../workbook.ts'
import type { SheetReading } from './sheet-reading.ts'
import { TextForm } from './text-form.ts'
import { keyOf } from './words.ts'

/** Whether a cell says what a condition asks for; undefined where that is not understood, or not said though it has words. */
export function meetsCondition(
  { is, not }: ImportCondition,
  cell: Cell | undefined,
  reading: SheetReading,
): boolean | undefined {
  const says = (forms: readonly string[], text: string) => forms.some((form) => new TextForm(form).match(text))
  if (reading.isBlank(cell) || !cell) return not ? undefined : false
  if (cell.kind === 'error') return undefined
  if (says(is, cell.text)) return true
  const { none, no } = reading.draft.words
  return says(not ?? [], cell.text) || none.has(keyOf(cell.text)) || no.has(keyOf(cell.text)) ? false : undefined
}
