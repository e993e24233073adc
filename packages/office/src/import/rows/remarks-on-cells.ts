import type { Cell } from '../../workbook.ts'
import { wholeNumberIn } from '../../values/read-number.ts'
import type { ReadColumn } from '../table/list-columns.ts'
import type { TableRow } from '../table/read-rows.ts'
import type { SheetReading } from '../table/sheet-reading.ts'
import { personsIn } from './remark-on-count.ts'
import { says } from './unknown-counts.ts'

/** Leaves open what cells of a row say where a remark in it says that it is otherwise: 未建 beside 2026年9月批复成立支部. */
export function contestByRemarks(row: TableRow, columns: readonly ReadColumn[], reading: SheetReading): void {
  const asked = columns.filter(
    ({ at, mapped }) => mapped.unless && !mapped.sets && !reading.cells.isBlank(row.cells.get(at.column)),
  )
  if (asked.length === 0) return
  for (const remark of remarksIn(row, reading)) {
    const over = reading.found.head.columns.find(({ column }) => column === remark.column)?.headings ?? []
    const texts = [remark.text, [...over, remark.text].join('／')]
    const meant = asked.filter(({ mapped }) => says(mapped.unless!, texts))
    const number = personsIn(remark.text)
    const isThere = ({ at }: ReadColumn) => wholeNumberIn(row.cells.get(at.column)!.text, ['人', '名']) === number
    // A remark on the number that a cell has says nothing else.
    if (number !== undefined && meant.some(isThere)) continue
    for (const { at } of meant) {
      const place = reading.place(row.number, at)
      reading.draft.contested.add(place, { ...place, cell: remark.place.address }, remark.text)
    }
  }
}

/** The cells in words that no column reads: remarks, and what stands below headings that are not known or none. */
function remarksIn(row: TableRow, { columns, cells }: SheetReading): Cell[] {
  const read = new Set(columns.flatMap(({ at, mapped }) => (mapped.remark ? [] : [at.column])))
  return [...row.cells.values()].filter(
    (cell) => cell.kind === 'text' && !cells.isBlank(cell) && !read.has(cell.column),
  )
}
