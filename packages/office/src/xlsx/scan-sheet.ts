import { addressOf, cellPosition, type Position } from '../cells/address.ts'
import { CENTRED_ROWS } from '../cells/centred-ranges.ts'
import type { WrittenCell } from '../cells/written-cell.ts'
import { attributeOf, forEachTag, textBetween } from '../xml/for-each-tag.ts'
import { isStruck, NO_STYLES, type CellStyles } from './cell-styles.ts'

/** What is to be known of the cells of a sheet before they are read, and what the library does not tell. */
export interface SheetScan {
  /** Cells that hold something. */
  readonly cells: number
  readonly arrayFormulas: number
  /** Cells in the first rows, empty or not, that centre a text over those after them. */
  readonly centred: readonly Position[]
  /** The addresses of cells that hold something and are struck through. */
  readonly struck: ReadonlySet<string>
  /** From 1, as the others. */
  readonly hiddenRows: ReadonlySet<number>
  readonly hiddenColumns: readonly ColumnRange[]
  /** Formulas without a result, as programs write them that do not calculate. */
  readonly notCalculated: readonly WrittenCell[]
  /** The bytes after the last row that holds something, up to the end of all rows: often a million rows with a format. */
  readonly emptyRows: { readonly start: number; readonly end: number }
}

export interface ColumnRange {
  readonly from: number
  readonly to: number
}

const TAGS = ['c', 'f', 'v', 'strike', 'row', 'col', 'sheetData'] as const
const LESS = 0x3c

/** The same sheet without the empty rows at its end. */
export function withoutEmptyRows(part: Uint8Array, { emptyRows }: SheetScan): Uint8Array {
  const { start, end } = emptyRows
  const cut = new Uint8Array(part.length - (end - start))
  cut.set(part.subarray(0, start))
  cut.set(part.subarray(end), start)
  return cut
}

/** Goes through the XML of a sheet once. Cells that have nothing but a format are not counted. */
export function scanSheet(part: Uint8Array, styles: CellStyles = NO_STYLES): SheetScan {
  const hiddenRows = new Set<number>()
  const hiddenColumns: ColumnRange[] = []
  const notCalculated: WrittenCell[] = []
  const centred: Position[] = []
  const struck = new Set<string>()
  let [cells, cellsBefore, arrayFormulas, row, column, lastRowEnd] = [0, 0, 0, 0, 0, 0]
  let emptyRows = { start: 0, end: 0 }
  let [hasFormula, hasResult, formula, formulaStart] = [false, false, '', 0]
  forEachTag(part, TAGS, (tag) => {
    if (tag.isClosing) {
      if (tag.name === 'sheetData') emptyRows = { start: lastRowEnd, end: tag.start }
      if (tag.name === 'row' && cells > cellsBefore) lastRowEnd = tag.end
      if (tag.name === 'f') formula = textBetween(part, formulaStart, tag.start)
      if (tag.name === 'c' && hasFormula && !hasResult)
        notCalculated.push({
          row,
          column,
          content: { kind: 'error', value: 'not-calculated' },
          text: '',
          ...(formula === '' ? {} : { formula }),
        })
      return
    }
    switch (tag.name) {
      case 'c': {
        const address = attributeOf(part, tag, 'r')
        const position = address === undefined ? undefined : cellPosition(address)
        column = position?.column ?? column + 1
        ;[hasFormula, hasResult, formula] = [false, false, '']
        if (!tag.isSelfClosing) cells += 1
        if (styles.struck.size > 0 && !tag.isSelfClosing && styles.struck.has(attributeOf(part, tag, 's') ?? '0'))
          struck.add(addressOf({ row, column }))
        if (styles.centred.size > 0 && row <= CENTRED_ROWS && styles.centred.has(attributeOf(part, tag, 's') ?? '0'))
          centred.push({ row, column })
        break
      }
      case 'f':
        ;[hasFormula, formulaStart] = [true, tag.end]
        if (attributeOf(part, tag, 't') === 'array') arrayFormulas += 1
        break
      case 'strike':
        if (isStruck(part, tag)) struck.add(addressOf({ row, column }))
        break
      case 'v':
        hasResult ||= !tag.isSelfClosing && part[tag.end] !== LESS
        break
      case 'row':
        row = Number(attributeOf(part, tag, 'r') ?? row + 1)
        column = 0
        cellsBefore = cells
        if (isTrue(attributeOf(part, tag, 'hidden'))) hiddenRows.add(row)
        break
      case 'sheetData':
        lastRowEnd = tag.end
        break
      case 'col':
        if (isTrue(attributeOf(part, tag, 'hidden')))
          hiddenColumns.push({
            from: Number(attributeOf(part, tag, 'min')),
            to: Number(attributeOf(part, tag, 'max')),
          })
        break
    }
  })
  return { cells, arrayFormulas, centred, struck, hiddenRows, hiddenColumns, notCalculated, emptyRows }
}

function isTrue(text: string | undefined): boolean {
  return text === '1' || text === 'true'
}
