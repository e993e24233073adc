import type { Properties } from '../write/properties.ts'
import type { TableSheet } from '../write/table-sheet.ts'
import { writeWorkbook } from '../write/workbook.ts'
import type { Paper, PaperSource } from './paper.ts'

export const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** By a name that a file can have: see `fileNames`. */
export function workbookPaper(source: PaperSource, name: string, sheets: readonly TableSheet[]): Paper {
  return { name: `${name}.xlsx`, type: WORKBOOK, bytes: writeWorkbook(sheets, receiptOf(source)) }
}

/** From what a paper was computed, so that it can be computed again. It is no part of the paper that officers read. */
function receiptOf({ report }: PaperSource): Properties {
  const { parameters, ...receipt } = report.receipt
  const said = Object.entries({ ...receipt, ...(parameters && { parameters: JSON.stringify(parameters) }) })
  return Object.fromEntries(said.map(([name, text]) => [`tiaoli.${name}`, text]))
}
