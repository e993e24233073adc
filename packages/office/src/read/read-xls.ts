import { makeSheet } from '../cells/make-sheet.ts'
import { withStruck } from '../cells/written-cell.ts'
import { OfficeError } from '../office-error.ts'
import type { Sheet } from '../workbook.ts'
import { scanStream } from '../xls/scan-stream.ts'
import type { Reading } from './reading.ts'
import { sheetsOfStream } from './sheetjs.ts'

/** The sheets of an .xls file, or of an .et file that is one, from its stream `Workbook`. */
export async function readXls(stream: Uint8Array, reading: Reading): Promise<Sheet[]> {
  const scan = scanStream(stream)
  if (scan.isEncrypted) throw OfficeError.of('encrypted', { file: reading.file })
  if (!scan.isWhole) throw OfficeError.of('broken', { file: reading.file })
  reading.check('cells', scan.cells)
  reading.check('arrayFormulas', scan.arrayFormulas)
  const read = await reading.library(sheetsOfStream(stream))
  const names = reading.sheetNames(read.map(({ name }) => name))
  const sheets: Sheet[] = []
  for (const [i, { hidden, cells: written, merges, hiddenRows, hiddenColumns }] of read.entries()) {
    const isHiddenRow = (row: number) => hiddenRows.has(row)
    const isHiddenColumn = (column: number) => hiddenColumns.has(column)
    const cells = withStruck(written, scan.struck.get(i) ?? new Set())
    sheets.push(
      makeSheet(
        { name: names[i]!, hidden, cells, merges, centred: scan.centred.get(i) ?? [], isHiddenRow, isHiddenColumn },
        reading.counter,
      ),
    )
    await reading.pace.rest({ done: i + 1, total: read.length })
  }
  return sheets
}
