import { addTo, type ImportTable } from '@tiaoli/engine/plan'
import { conditionsOf } from '../columns/conditions.ts'
import { isYearColumn, yearOfHeadings } from '../columns/heading-year.ts'
import { keysCalled, keysOf, type SheetColumn } from '../columns/sheet-column.ts'
import { withoutYear } from '../columns/without-year.ts'
import type { TableHead } from './table-head.ts'

/** Tables by all headings of which they speak. */
export class TablesByHeading {
  readonly all: readonly ImportTable[]
  readonly #byKey = new Map<string, ImportTable[]>()

  constructor(tables: readonly ImportTable[]) {
    this.all = tables
    for (const table of tables)
      for (const key of new Set(namesIn(table).flatMap(keysCalled))) addTo(this.#byKey, key, table)
  }

  /**
   * The tables that speak of columns of a head, each with these columns and those of years: `matchColumns` finds in them
   * what it finds in the whole head.
   */
  under(head: TableHead): [ImportTable, TableHead][] {
    const spoken = new Map<ImportTable, SheetColumn[]>()
    const years: SheetColumn[] = []
    for (const column of head.columns) {
      const forms = yearOfHeadings(column.headings) === undefined ? [column] : [column, withoutYear(column)]
      const tables = new Set(forms.flatMap((form) => keysOf(form).flatMap((key) => this.#byKey.get(key) ?? [])))
      for (const table of tables) addTo(spoken, table, column)
      if (isYearColumn(column.headings)) years.push(column)
    }
    return this.all.flatMap((table): [ImportTable, TableHead][] => {
      const own = spoken.get(table)
      if (!own) return []
      const columns = years.length === 0 ? own : [...new Set([...own, ...years])].sort((a, b) => a.column - b.column)
      return [[table, { ...head, columns }]]
    })
  }
}

function namesIn({ columns = [] }: ImportTable): string[] {
  return columns.flatMap((column) => [
    ...column.headings,
    ...[column.under ?? []].flat(),
    ...conditionsOf(column).map((condition) => condition.column),
  ])
}
