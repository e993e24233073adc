import { makeSheet } from '../cells/make-sheet.ts'
import type { WrittenCell } from '../cells/written-cell.ts'
import { decodeTable } from '../csv/decode-table.ts'
import { parseTable } from '../csv/parse-table.ts'
import { OfficeError } from '../office-error.ts'
import type { Sheet } from '../workbook.ts'
import type { Reading } from './reading.ts'

/** Control characters other than those that move to another place: no text has them, and other files do. */
const CONTROL_CHARACTERS = /[^\P{Cc}\t\n\v\f\r]/u

/** Spreadsheets write the number 2018.10 so, whatever was shown: it may be a text or a number. */
const LOST_ZERO = /^\d{4}\.1$/

/** The one sheet of a table as text: it has the name of the file, and every cell is the text that was typed. */
export async function readTable(bytes: Uint8Array, reading: Reading): Promise<Sheet[]> {
  const place = { file: reading.file }
  const text = decodeTable(bytes)
  if (text === undefined) throw OfficeError.of('unknown-encoding', place)
  if (CONTROL_CHARACTERS.test(text)) throw OfficeError.of('not-a-workbook', place)
  const name = reading.file.replace(/\.[^.]+$/, '') || reading.file
  const { rows, openQuote } = await parseTable(text, reading.limits.rows + 1)
  if (openQuote !== undefined) throw OfficeError.of('open-quote', { ...place, sheet: name, cell: `A${openQuote}` })
  // Before anything is made of each: a text of five bytes for a cell is a cell of some hundred.
  reading.check(
    'cells',
    rows.reduce((sum, fields) => sum + fields.filter((field) => field !== '').length, 0),
  )
  const cells = rows.flatMap((fields, r) =>
    fields.flatMap((field, c): WrittenCell[] =>
      field === '' ? [] : [{ row: r + 1, column: c + 1, content: contentOf(field), text: field }],
    ),
  )
  const sheet = {
    name,
    hidden: false,
    cells,
    merges: [],
    centred: [],
    isHiddenRow: () => false,
    isHiddenColumn: () => false,
  }
  const read = makeSheet(sheet, reading.counter)
  await reading.pace.rest({ done: 1, total: 1 })
  return [read]
}

function contentOf(field: string): WrittenCell['content'] {
  return LOST_ZERO.test(field) ? { kind: 'number', value: Number(field) } : { kind: 'text', value: field }
}
