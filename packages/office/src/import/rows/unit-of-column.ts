import { isOfAmounts } from '../ledger/form-head.ts'
import type { ReadColumn } from '../table/list-columns.ts'
import type { SheetReading } from '../table/sheet-reading.ts'
import { keyOf } from '../../values/words.ts'

/** The unit that its headings name, or else the form, or else the mapping. */
export function unitOf({ at, mapped }: ReadColumn, { draft, head }: SheetReading): string | undefined {
  const { units } = draft.words
  const inBrackets = at.headings
    .flatMap((heading) => /[（(](?:[^（）()]*[:：])?\s*([^（）():：]+)[）)]/.exec(heading)?.[1] ?? [])
    .reverse()
  const named = inBrackets.find((unit) => Object.hasOwn(units, unit))
  if (named !== undefined) return named
  // Where a unit is named that is not known, no other is taken for it.
  if (head.hasOtherUnit || inBrackets.some((words) => isOfAmounts(words, units))) return undefined
  return head.unit ?? mapped.unit
}

/** How much the unit of a column is of an amount that names none itself. */
export function timesOf(column: ReadColumn, text: string, reading: SheetReading): number | undefined {
  return /\d$/.test(keyOf(text)) ? reading.draft.words.units[unitOf(column, reading) ?? ''] : undefined
}
