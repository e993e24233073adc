import { ledgerPart } from '@tiaoli/engine/plan'
import type { Cell } from '../../workbook.ts'
import { readCell } from '../../values/read-cell.ts'
import { keyOf } from '../../values/words.ts'
import type { SheetColumn } from '../columns/sheet-column.ts'
import type { ReadColumn } from '../table/list-columns.ts'
import type { TableRow } from '../table/read-rows.ts'
import type { SheetReading } from '../table/sheet-reading.ts'
import type { RowCells } from './row-cells.ts'
import { deniedBy, organizationOf } from './row-contradictions.ts'
import { whoIsNamed } from './who-is-named.ts'

/** A cell that says that there is no organization of any form, and those that say something of one. */
interface FilledThoughNone {
  readonly none: SheetColumn
  readonly filled: readonly SheetColumn[]
}

/** Where a row says that there is no organization and has the name, a day, a person or a number of one. */
export function filledThoughNone(
  row: TableRow,
  read: readonly ReadColumn[],
  reading: SheetReading,
  cells: RowCells,
): FilledThoughNone | undefined {
  const organizations = new Set((reading.found.table.columns ?? []).flatMap((one) => organizationOf(one) ?? []))
  const none = read.find((column) => {
    const denied = deniedBy(column, row, cells)
    return organizations.size > 0 && [...organizations].every((name) => denied.includes(name))
  })
  if (!none) return undefined
  const waiting = reading.columns.filter(({ at, mapped }) => mapped.when && at !== none.at)
  const isReadOf = ({ at }: ReadColumn) => read.some((one) => one.at === at && givesByItself(one))
  const filled = waiting.filter((column) => !isReadOf(column) && saysSomething(column, row, read, reading, cells))
  return filled.length > 0 ? { none: none.at, filled: [...new Set(filled.map(({ at }) => at))] } : undefined
}

function givesByItself({ mapped: { fact, person, organization, record } }: ReadColumn): boolean {
  return [fact, person, organization, record].some((name) => name !== undefined)
}

function saysSomething(
  column: ReadColumn,
  row: TableRow,
  read: readonly ReadColumn[],
  reading: SheetReading,
  cells: RowCells,
): boolean {
  const { words, plan } = reading.draft
  const { fact, person, organization } = column.mapped
  const cell = cells.cell(column, row)
  if (!cell || cell.kind === 'error') return false
  if (words.none.has(keyOf(cell.text)) || words.no.has(keyOf(cell.text))) return false
  if (read.some((one) => one.at === column.at && cells.match(one.mapped, cell.text))) return false
  if (organization !== undefined) return cells.match(column.mapped, cell.text)?.meaning !== null
  if (person !== undefined) {
    const who = whoIsNamed(column, cell.text, reading, cells)
    return typeof who === 'object' && 'name' in who
  }
  const part = fact === undefined ? undefined : ledgerPart(plan.scopes, fact)
  return part?.kind === 'fact' && isValue(part.fact, cell, words)
}

function isValue(fact: Parameters<typeof readCell>[0], cell: Cell, words: Parameters<typeof readCell>[2]): boolean {
  const read = readCell(fact, cell, words, undefined)
  return 'value' in read && read.value !== null && read.value !== 0 && read.value !== false
}
