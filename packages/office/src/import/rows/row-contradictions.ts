import type { ImportColumn } from '@tiaoli/engine/plan'
import { factsGivenBy } from '../columns/facts-given.ts'
import { meetsCondition } from './meets-condition.ts'
import type { RowCells } from './row-cells.ts'
import type { ReadColumn } from '../table/list-columns.ts'
import type { TableRow } from '../table/read-rows.ts'
import type { SheetReading } from '../table/sheet-reading.ts'
import type { SheetColumn } from '../columns/sheet-column.ts'

/** A cell that says how others of its row are read, with the facts that these then give. */
interface Reader {
  readonly at: SheetColumn
  readonly gives: ReadonlySet<string>
}

/**
 * The columns of a row that are not to be read, for two cells of it cannot both be so: what one says there is none of,
 * another says how to read (单独 and 联合, both with √), or is no name of the organization that it says there is. What
 * is read by either is not read then, and both are told.
 */
export function contradictedIn(
  row: TableRow,
  read: readonly ReadColumn[],
  reading: SheetReading,
  cells: RowCells,
): ReadonlySet<ReadColumn> {
  const contradicted = new Set<ReadColumn>()
  const readers = readersIn(row, reading)
  if (readers.length === 0) return contradicted
  for (const column of read) {
    const denied = deniedBy(column, row, cells)
    const other = readers.find(
      ({ at, gives }) =>
        at !== column.at && !isReadBy(column.mapped, at, reading) && denied.some((name) => isGiven(name, gives)),
    )
    if (!other) continue
    const both = [column.at, other.at]
    const [place, told] = both.map((at) => reading.place(row.number, at))
    if (!contradicted.has(column)) reading.draft.note('contradiction', place!, { other: told })
    for (const one of read)
      if (both.some((at) => one.at === at || isReadBy(one.mapped, at, reading))) contradicted.add(one)
  }
  for (const column of read) {
    const reader = readerOf(column.mapped, reading)
    if (!reader || organizationOf(column.mapped) === undefined || contradicted.has(column)) continue
    const cell = cells.cell(column, row)
    if (!cell || cells.matchOf(column, cell.text, row)?.meaning !== null) continue
    reading.draft.note('contradiction', reading.place(row.number, column.at), {
      other: reading.place(row.number, reader),
    })
    // What the one cell denies is not taken from a third that denies it too.
    const denied = new Set(read.filter(({ at }) => at === reader).flatMap((one) => deniedBy(one, row, cells)))
    for (const one of read) {
      const isOfBoth = one.at === column.at || one.at === reader || isReadBy(one.mapped, reader, reading)
      if (isOfBoth || deniedBy(one, row, cells).some((name) => denied.has(name))) contradicted.add(one)
    }
  }
  return contradicted
}

/** An organization of the record of a row, or one to which it refers, and the cell that says that there is one. */
interface Present {
  readonly name: string
  readonly at: SheetColumn
}

/** The organizations of which a cell says that there is one, without a name: 单独, 联合. */
export function presentIn(row: TableRow, reading: SheetReading): Present[] {
  return (reading.found.table.columns ?? []).flatMap((mapped) => {
    const name = organizationOf(mapped)
    const condition = reading.conditionOf(mapped)
    const at = condition && reading.columnCalled(condition.column)?.at
    return name !== undefined && at && meetsCondition(condition, row, reading) === true ? [{ name, at }] : []
  })
}

/** The organization that a column names: the group with its id, or the reference to it. */
export function organizationOf({ organization, record, when }: ImportColumn): string | undefined {
  return organization?.replace(/\.id$/, '') ?? (when ? record : undefined)
}

function readersIn(row: TableRow, reading: SheetReading): Reader[] {
  const readers = new Map<SheetColumn, Set<string>>()
  for (const mapped of reading.found.table.columns ?? []) {
    const condition = reading.conditionOf(mapped)
    const at = condition && reading.columnCalled(condition.column)?.at
    if (!at || meetsCondition(condition, row, reading) !== true) continue
    const gives = readers.get(at) ?? new Set()
    readers.set(at, gives)
    for (const name of factsGivenBy(withoutNone(mapped))) gives.add(name)
  }
  return [...readers].map(([at, gives]) => ({ at, gives }))
}

/** A column without what it says that there is none of. */
function withoutNone({ words = {}, sets = {}, ...column }: ImportColumn): ImportColumn {
  const given = (facts: object) => Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null))
  const meanings = Object.entries(words).map(
    ([word, meaning]) => [word, typeof meaning === 'object' && meaning !== null ? given(meaning) : meaning] as const,
  )
  return { ...column, words: Object.fromEntries(meanings), sets: given(sets) }
}

/** The column that says how another is read. */
function readerOf(mapped: ImportColumn, reading: SheetReading): SheetColumn | undefined {
  const condition = reading.conditionOf(mapped)
  return condition && reading.columnCalled(condition.column)?.at
}

/** The groups and references of which the words of a cell say that there are none. */
export function deniedBy(column: ReadColumn, row: TableRow, cells: RowCells): string[] {
  const cell = cells.cell(column, row)
  const meaning = cell && cells.match(column.mapped, cell.text)?.meaning
  if (typeof meaning !== 'object' || meaning === null) return []
  return Object.entries(meaning).flatMap(([name, value]) => (value === null ? [name] : []))
}

export function isReadBy(mapped: ImportColumn, at: SheetColumn, reading: SheetReading): boolean {
  return readerOf(mapped, reading) === at
}

function isGiven(name: string, gives: ReadonlySet<string>): boolean {
  return [...gives].some((fact) => fact === name || fact.startsWith(`${name}.`))
}
