import type { ImportCondition } from '@tiaoli/engine/plan'
import type { TableRow } from '../table/read-rows.ts'
import type { SheetReading } from '../table/sheet-reading.ts'
import { tidyName } from '../names/tidy-name.ts'
import { formKey, TextForm } from '../../values/text-form.ts'
import { keyOf } from '../../values/words.ts'

/** The name of the record of the row, in the form of a text. */
const NAME = '{}'
/** What stands for the name in a text and in the forms that it is compared with: no text has it. */
const NAMED = '\u{E000}'

/** The forms of a list, without the name of the record of the row and with it. */
interface ConditionForms {
  readonly plain: readonly TextForm[]
  readonly ofName: readonly TextForm[]
}

/** By the list as a mapping has it: its forms are made once, and not for each row. */
const FORMS = new WeakMap<readonly string[], ConditionForms>()

function formsOf(list: readonly string[]): ConditionForms {
  const known = FORMS.get(list)
  if (known) return known
  const forms = {
    plain: list.filter((form) => !form.includes(NAME)).map((form) => new TextForm(form)),
    ofName: list.filter((form) => form.includes(NAME)).map((form) => new TextForm(form.replaceAll(NAME, NAMED))),
  }
  FORMS.set(list, forms)
  return forms
}

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
  const named = name === undefined || name === '' ? undefined : withNamed(text, name, reading)
  const says = (forms: readonly string[]) => {
    const { plain, ofName } = formsOf(forms)
    const isOfName = named?.includes(NAMED) === true && ofName.some((form) => form.match(named) !== undefined)
    return isOfName || plain.some((form) => form.match(text) !== undefined)
  }
  // Of the words for yes one stands for the others, as do those for no.
  const isAlike = (forms: readonly string[]) =>
    [yes, no].some((words) => words.has(key) && forms.some((form) => words.has(keyOf(form))))
  if (says(is)) return true
  if (not && says(not)) return false
  if (isAlike(is)) return true
  return isAlike(not ?? []) || none.has(key) || no.has(key) ? false : undefined
}

/** A text in which a sign stands for the name of the record of the row, or for a short form of it: 甲一所党支部. */
function withNamed(text: string, name: string, { draft, found }: SheetReading): string {
  const key = formKey(text)
  if (key.includes(formKey(name))) return key.replaceAll(formKey(name), NAMED)
  const scope = draft.plan.scopes.get(found.table.row ?? '')
  const short = scope && draft.names.shortIn(text, name, scope)
  return short === undefined ? key : key.replaceAll(formKey(short), NAMED)
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
