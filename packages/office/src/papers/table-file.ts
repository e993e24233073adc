import type { TableSheet } from '../write/table-sheet.ts'
import { writeWorkbook } from '../write/workbook.ts'
import type { Paper } from './paper.ts'
import { WORKBOOK } from './workbook-paper.ts'

export type { TableSheet } from '../write/table-sheet.ts'

/** Tables as a workbook, of which nobody needs to know from what they were computed. */
export function tableFile(name: string, sheets: readonly TableSheet[]): Paper {
  return { name: `${name}.xlsx`, type: WORKBOOK, bytes: writeWorkbook(sheets) }
}
