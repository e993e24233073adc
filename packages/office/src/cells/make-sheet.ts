import type { OfficeLimits } from '../limits.ts'
import { OfficeError } from '../office-error.ts'
import type { Cell, Sheet } from '../workbook.ts'
import { addressOf, type Position } from './address.ts'
import { centredRanges } from './centred-ranges.ts'
import { rangeText, sizeOf, withinUsed, type MergedRange } from './merged-range.ts'
import type { WrittenCell } from './written-cell.ts'

/** A sheet as it is written, whatever the format of its file. */
export interface WrittenSheet {
  readonly name: string
  readonly hidden: boolean
  /** In any order. */
  readonly cells: readonly WrittenCell[]
  readonly merges: readonly MergedRange[]
  /** Cells that are aligned so that a text before them is centred over them too. */
  readonly centred: readonly Position[]
  readonly isHiddenRow: (row: number) => boolean
  readonly isHiddenColumn: (column: number) => boolean
}

/** Counts the cells of a workbook, and refuses what is beyond the limits. */
export class CellCounter {
  private readonly limits: OfficeLimits
  private readonly file: string
  private cells = 0

  constructor(limits: OfficeLimits, file: string) {
    this.limits = limits
    this.file = file
  }

  add(cells: number, sheet?: string): void {
    this.cells += cells
    if (this.cells > this.limits.cells) this.refuse('cells', sheet)
  }

  checkLast({ row, column }: Position, sheet: string): void {
    if (row > this.limits.rows) this.refuse('rows', sheet)
    if (column > this.limits.columns) this.refuse('columns', sheet)
  }

  private refuse(limit: keyof OfficeLimits, sheet: string | undefined): never {
    throw OfficeError.tooLarge(limit, this.limits, { file: this.file, ...(sheet === undefined ? {} : { sheet }) })
  }
}

/** The rows of a sheet, with the value of every merged range in each of its cells. */
export function makeSheet(written: WrittenSheet, counter: CellCounter): Sheet {
  const { name, hidden } = written
  const last = lastOf(written.cells)
  counter.checkLast(last, name)
  counter.add(written.cells.length, name)
  const rows = new Map<number, Map<number, Cell>>()
  const put = (cell: Cell, row: number) => {
    const cells = rows.get(row) ?? new Map<number, Cell>()
    rows.set(row, cells.set(cell.column, cell))
  }
  for (const { row, column, content, ...rest } of written.cells)
    put({ place: { sheet: name, address: addressOf({ row, column }) }, column, ...content, ...rest }, row)

  const merges: string[] = []
  for (const range of written.merges) {
    const first = rows.get(range.from.row)?.get(range.from.column)
    if (!first || first.kind === 'empty') continue
    const shown = withinUsed(range, last)
    counter.add(sizeOf(shown) - 1, name)
    merges.push(rangeText(range))
    for (const [position, cell] of filled(shown, first)) put(cell, position.row)
  }
  const hiddenColumns = Array.from({ length: last.column }, (_, i) => i + 1).filter(written.isHiddenColumn)
  return {
    name,
    hidden,
    rows: [...rows]
      .sort(([one], [other]) => one - other)
      .map(([number, cells]) => ({
        number,
        hidden: written.isHiddenRow(number),
        cells: [...cells.values()].sort((one, other) => one.column - other.column),
      })),
    hiddenColumns,
    merges,
    centred: centredRanges(written.centred, filledIn(written), written.merges).map(rangeText),
  }
}

function filledIn({ cells }: WrittenSheet): readonly Position[] {
  return cells.filter(({ content }) => content.kind !== 'empty')
}

function lastOf(cells: readonly Position[]): Position {
  let [row, column] = [0, 0]
  for (const cell of cells) {
    row = Math.max(row, cell.row)
    column = Math.max(column, cell.column)
  }
  return { row, column }
}

/** The other cells of a range, each with the value of the first. */
function* filled({ from, to }: MergedRange, first: Cell): Generator<readonly [Position, Cell]> {
  const { note: _note, formula: _formula, place, ...value } = first
  for (let row = from.row; row <= to.row; row++)
    for (let column = from.column; column <= to.column; column++) {
      if (row === from.row && column === from.column) continue
      const address = addressOf({ row, column })
      const cell = { ...value, place: { sheet: place.sheet, address }, column, mergedInto: place.address }
      yield [{ row, column }, cell]
    }
}
