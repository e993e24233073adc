import type { ReadColumn } from '../table/list-columns.ts'
import type { SheetReading } from '../table/sheet-reading.ts'
import { namedUnit, oneUnit } from '../../values/named-unit.ts'
import { inBrackets } from '../../values/words.ts'

/** A unit, and whether the sheet says so and not the mapping alone. */
export interface ColumnUnit {
  readonly unit: string | undefined
  readonly isWritten: boolean
}

/** The unit that its headings name, the nearest first, or else the form, or else the mapping. */
export function unitOf({ at, mapped }: ReadColumn, { draft, head, unitInNotes }: SheetReading): ColumnUnit {
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
  const ofForm = head.hasOtherUnit ? null : oneUnit([head.unit, unitInNotes], units)
  // Where a unit is named that is not known, no other is taken for it.
  const written = named === undefined ? ofForm : named
  return { unit: written === undefined ? mapped.unit : (written ?? undefined), isWritten: written !== undefined }
}
