import { addressOf } from '../cells/address.ts'
import { makeSheet } from '../cells/make-sheet.ts'
import { withStruck, type WrittenCell } from '../cells/written-cell.ts'
import { OfficeError } from '../office-error.ts'
import type { Sheet, Workbook, WorkbookNotice } from '../workbook.ts'
import { hasPageWords, hasWords } from '../xlsx/beside-cells.ts'
import { cellStyles, type CellStyles } from '../xlsx/cell-styles.ts'
import { scanSheet, withoutEmptyRows, type SheetScan } from '../xlsx/scan-sheet.ts'
import { sheetParts, type SheetPart } from '../xlsx/sheet-parts.ts'
import { withChineseFormats } from '../xlsx/with-chinese-formats.ts'
import { noticeOf } from './notices.ts'
import type { Reading } from './reading.ts'
import { sheetsOfParts, type LibrarySheet } from './sheetjs.ts'

const STYLES = /^xl\/styles\.xml$/i

/** A sheet that has cells, scanned but not read. */
interface ScannedSheet extends Pick<Sheet, 'name' | 'hidden'> {
  /** From 0, in the order of the file. */
  readonly number: number
  readonly path: string
  /** Without the empty rows at its end. */
  readonly part: Uint8Array
  readonly scan: SheetScan
  /** What stands on the sheet beside its cells. */
  readonly notices: readonly WorkbookNotice[]
}

/** The sheets of an .xlsx or .xlsm file, from its parts. */
export async function readXlsx(
  given: ReadonlyMap<string, Uint8Array>,
  reading: Reading,
): Promise<Pick<Workbook, 'sheets' | 'notices'>> {
  const written = sheetParts(given)
  if (!written) throw OfficeError.of('broken', { file: reading.file })
  const names = reading.sheetNames(written.map(({ name }) => name))
  const listed = written.map((sheet, i) => ({ ...sheet, name: names[i]! }))
  const [, styles] = [...given].find(([name]) => STYLES.test(name)) ?? []
  const known = styles && cellStyles(styles)
  const scanned = listed.flatMap((sheet, number) => scannedSheet(sheet, number, known))
  const sum = (of: (scan: SheetScan) => number) => scanned.reduce((total, { scan }) => total + of(scan), 0)
  const [cells, arrayFormulas] = [sum((scan) => scan.cells), sum((scan) => scan.arrayFormulas)]
  reading.check('cells', cells)
  reading.check('arrayFormulas', arrayFormulas)

  const sheets: Sheet[] = listed.map(({ name, hidden }) => ({
    name,
    hidden,
    rows: [],
    hiddenColumns: [],
    merges: [],
    centred: [],
  }))
  const drawings = new Set(listed.flatMap(({ drawing }) => drawing?.path ?? []))
  const shared = [...given].filter(([name]) => !drawings.has(name) && !scanned.some(({ path }) => path === name))
  const parts = new Map([
    ...shared.map(([name, part]) => [name, STYLES.test(name) ? withChineseFormats(part) : part] as const),
    ...scanned.map(({ path, part }) => [path, part] as const),
  ])
  const sharedBytes = shared.reduce((total, [, part]) => total + part.length, 0)
  for (const pass of passesOver(scanned, sharedBytes)) {
    const numbers = pass.map(({ number }) => number)
    const read = await reading.library(sheetsOfParts(parts, numbers))
    for (const [i, sheet] of read.entries()) {
      const { number, name, hidden, scan } = pass[i]!
      sheets[number] = makeSheet({ ...withScan(sheet, scan), name, hidden }, reading.counter)
    }
    await reading.pace.rest({ done: numbers.at(-1)! + 1, total: listed.length })
  }
  return { sheets, notices: scanned.flatMap(({ notices }) => notices) }
}

function scannedSheet(
  { name, hidden, cells, drawing }: SheetPart,
  number: number,
  styles: CellStyles | undefined,
): ScannedSheet[] {
  if (!cells) return []
  const scan = scanSheet(cells.part, styles)
  const afterCells = cells.part.subarray(scan.emptyRows.end)
  const notices = [
    ...(drawing && hasWords(drawing.part) ? [noticeOf('text-box-ignored', name)] : []),
    ...(hasPageWords(afterCells) ? [noticeOf('page-header-ignored', name)] : []),
  ]
  return [{ name, hidden, number, path: cells.path, part: withoutEmptyRows(cells.part, scan), scan, notices }]
}

/**
 * The sheets that are read at a time. Each pass reads the strings and formats of the workbook again, so that it takes as many
 * sheets as make up for that: all passes together take twice as long as one at most.
 */
function passesOver(sheets: readonly ScannedSheet[], sharedBytes: number): ScannedSheet[][] {
  const passes: ScannedSheet[][] = []
  let size = Infinity
  for (const sheet of sheets) {
    if (size >= sharedBytes) {
      passes.push([])
      size = 0
    }
    passes.at(-1)!.push(sheet)
    size += sheet.part.length
  }
  return passes
}

function withScan(
  { cells, merges }: LibrarySheet,
  { hiddenRows, hiddenColumns, notCalculated, centred, struck }: SheetScan,
): Omit<Parameters<typeof makeSheet>[0], 'name' | 'hidden'> {
  return {
    cells: withStruck(withNotCalculated(cells, notCalculated), struck),
    merges,
    centred,
    isHiddenRow: (row) => hiddenRows.has(row),
    isHiddenColumn: (column) => hiddenColumns.some(({ from, to }) => column >= from && column <= to),
  }
}

/** The library passes over a formula without a result, or gives it an empty text. */
function withNotCalculated(cells: readonly WrittenCell[], added: readonly WrittenCell[]): readonly WrittenCell[] {
  if (added.length === 0) return cells
  const places = new Map(added.map((cell) => [addressOf(cell), cell]))
  const others = cells.map((cell) => {
    const found = places.get(addressOf(cell))
    return found && places.delete(addressOf(cell)) ? { ...cell, ...found } : cell
  })
  return [...others, ...places.values()]
}
