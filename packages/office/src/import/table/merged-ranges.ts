import { cellPosition } from '../../cells/address.ts'
import type { Cell, Sheet } from '../../workbook.ts'
import { keyOf } from '../../values/words.ts'
import type { SheetColumn } from '../columns/sheet-column.ts'
import type { SheetCells } from './sheet-cells.ts'

/** The rows over which a cell is merged. */
interface MergedRows {
  readonly top: number
  readonly end: number
  isOfSeveral?: boolean
}

/** The merged cells of a sheet, and which of them are about several records. */
export class MergedRanges {
  readonly #sheet: Sheet
  readonly #cells: SheetCells
  /** By the address of their first cell. */
  readonly #ranges: ReadonlyMap<string, MergedRows>

  constructor(sheet: Sheet, cells: SheetCells) {
    this.#sheet = sheet
    this.#cells = cells
    this.#ranges = new Map(sheet.merges.map(mergedRows))
  }

  /** The first cell of a range merged over rows that have different names, or over several where nothing names them. */
  firstOfSeveral(cell: Cell | undefined, naming: SheetColumn | undefined): string | undefined {
    const first = cell?.mergedInto ?? cell?.place.address
    const range = first === undefined ? undefined : this.#ranges.get(first)
    if (!range || range.top === range.end) return undefined
    range.isOfSeveral ??= !naming || this.#namesIn(range, naming).size > 1
    return range.isOfSeveral ? first : undefined
  }

  #namesIn({ top, end }: MergedRows, naming: SheetColumn): Set<string> {
    const rows = this.#sheet.rows.filter(({ number }) => top <= number && number <= end)
    const names = rows.flatMap(({ cells }) =>
      cells.filter((one) => one.column === naming.column && !this.#cells.isBlank(one)),
    )
    return new Set(names.map(({ text }) => keyOf(text)))
  }
}

function mergedRows(range: string): [string, MergedRows] {
  const [first = '', last = ''] = range.split(':')
  return [first, { top: cellPosition(first)?.row ?? 0, end: cellPosition(last)?.row ?? 0 }]
}
