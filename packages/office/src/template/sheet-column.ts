import type { Language } from '@tiaoli/engine/names'
import type { ChoiceLists } from '../write/choice-lists.ts'
import type { Column } from '../write/table-sheet.ts'
import type { CellForm } from './cell-values.ts'
import { hintOf } from './how-to-write.ts'
import type { TemplateColumn } from './template-columns.ts'

/** A column as it stands in the sheet: how wide, what may be chosen in it, and its hint. */
export function sheetColumn(column: TemplateColumn, choices: ChoiceLists, language: Language): Column {
  const { key, heading } = column
  const form = formOf(column)
  const list = form ? [...form.words.keys()] : []
  const hint = hintOf(column, language)
  return {
    key,
    heading,
    width: Math.max(12, Math.min(24, heading.length + 4)),
    hidden: column.kind === 'place',
    keepsText: column.kind !== 'year' && !isNumber(form),
    ...(list.length > 0 ? { choices: choices.rangeOf(list) } : {}),
    ...(hint === undefined ? {} : { hint }),
  }
}

function formOf(column: TemplateColumn): CellForm | undefined {
  return 'form' in column ? column.form : undefined
}

function isNumber(form: CellForm | undefined): boolean {
  return typeof form?.free === 'object' && (form.free.fact.type === 'integer' || form.free.fact.type === 'money')
}
