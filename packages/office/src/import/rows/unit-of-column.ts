import type { ReadColumn } from '../table/list-columns.ts'
import type { SheetReading } from '../table/sheet-reading.ts'
import { namedUnit, oneUnit } from '../../values/named-unit.ts'
import { inBrackets, keyOf } from '../../values/words.ts'

/** The unit that its headings name, the nearest first, or else the form, or else the mapping. */
export function unitOf({ at, mapped }: ReadColumn, { draft, head }: SheetReading): string | undefined {
  const { units } = draft.words
  const named = at.headings
    .map((heading) =>
      oneUnit(
        inBrackets(heading).map((words) => namedUnit(words, units)),
        units,
      ),
    )
    .reverse()
    .find((unit) => unit !== undefined)
  // Where a unit is named that is not known, no other is taken for it.
  if (named === null || (named === undefined && head.hasOtherUnit)) return undefined
  return named ?? head.unit ?? mapped.unit
}

/** How much the unit of a column is of an amount that names none itself. */
export function timesOf(column: ReadColumn, text: string, reading: SheetReading): number | undefined {
  return /\d$/.test(keyOf(text)) ? reading.draft.words.units[unitOf(column, reading) ?? ''] : undefined
}
