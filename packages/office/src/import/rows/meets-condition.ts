import type { ImportCondition } from '@tiaoli/engine/plan'
import type { TableRow } from '../table/read-rows.ts'
import type { SheetReading } from '../table/sheet-reading.ts'
import { tidyName } from '../names/tidy-name.ts'
import { TextForm } from '../../values/text-form.ts'
import { keyOf } from '../../values/words.ts'

/** The name of the record of the row, in the form of a text. */
const NAME = '{}'

/** Whether a row says what a condition asks for; undefined where that is not understood, or not said though it has words. */
export function meetsCondition(
  { column, is, not }: ImportCondition,
  row: TableRow,
  reading: SheetReading,
): boolean | undefined {
  const asked = reading.columnCalled(column)
  if (!asked) return undefined
  const cell = row.cells.get(asked.at.column)
  if (reading.cells.isBlank(cell) || !cell) return not ? undefined : false
  if (cell.kind === 'error') return undefined
  const { none, no, yes } = reading.draft.words
  const key = keyOf(cell.text)
  const name = nameIn(row, reading)
  const text = reading.draft.names.meanings.withoutPerson(cell.text) ?? cell.text
  const says = (forms: readonly string[]) =>
    forms.some((form) => {
      const whole = name === undefined ? form : form.replaceAll(NAME, name)
      return !whole.includes(NAME) && new TextForm(whole).match(text) !== undefined
    })
  // Of the words for yes one stands for the others, as do those for no.
  const isAlike = (forms: readonly string[]) =>
    [yes, no].some((words) => words.has(key) && forms.some((form) => words.has(keyOf(form))))
  if (says(is)) return true
  if (says(not ?? [])) return false
  if (isAlike(is)) return true
  return isAlike(not ?? []) || none.has(key) || no.has(key) ? false : undefined
}

/** The name of the record of a row, as it is shown. */
export function nameIn(
  row: Pick<TableRow, 'cells'>,
  { columns, found, draft }: Pick<SheetReading, 'columns' | 'found' | 'draft'>,
): string | undefined {
  const { row: scope } = found.table
  // The rows of a roster are of the records that it counts.
  const naming = columns.find(
    ({ mapped }) => mapped.record !== undefined && (scope === undefined || mapped.record === scope),
  )
  const cell = naming && row.cells.get(naming.at.column)
  return cell?.kind === 'text' ? tidyName(draft.names.meanings.notesOf(cell.text).name) : undefined
}
