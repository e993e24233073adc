import { makeSheet } from '../cells/make-sheet.ts'
import { scanContent } from '../ods/scan-content.ts'
import { OfficeError } from '../office-error.ts'
import type { Sheet } from '../workbook.ts'
import type { Reading } from './reading.ts'
import { sheetsOfParts } from './sheetjs.ts'

/** The sheets of an .ods file, from its parts. */
export async function readOds(parts: ReadonlyMap<string, Uint8Array>, reading: Reading): Promise<Sheet[]> {
  const content = parts.get('content.xml')
  if (!content) throw OfficeError.of('broken', { file: reading.file })
  const scan = scanContent(content)
  reading.check('cells', scan.cells)
  reading.check('arrayFormulas', scan.arrayFormulas)
  reading.check('sheets', scan.sheets.length)
  const read = await reading.library(sheetsOfParts(parts))
  if (read.length === 0 || read.length !== scan.sheets.length) throw OfficeError.of('broken', { file: reading.file })
  const names = reading.sheetNames(read.map(({ name }) => name))
  const sheets: Sheet[] = []
  for (const [i, { cells, merges }] of read.entries()) {
    const { hidden = false, hiddenRows } = scan.sheets[i] ?? {}
    const isHiddenRow = (row: number) => hiddenRows?.has(row) ?? false
    sheets.push(
      makeSheet(
        { name: names[i]!, hidden, cells, merges, centred: [], isHiddenRow, isHiddenColumn: () => false },
        reading.counter,
      ),
    )
    await reading.pace.rest({ done: i + 1, total: read.length })
  }
  return sheets
}
