import type { ImportColumn } from '@tiaoli/engine/plan'
import { isCalled, type SheetColumn } from './sheet-column.ts'

/** Whether a column may say when the period began of which another has the end: not that of something else. */
export function isBeganIn(at: SheetColumn, end: { readonly at: SheetColumn; readonly mapped: ImportColumn }): boolean {
  const isBeside = at.headings.length === 1 || at.headings[0] === end.at.headings[0]
  return isBeside && (end.mapped.beganIn ?? []).some((name) => isCalled(at, name))
}
