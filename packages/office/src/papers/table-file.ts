import { writeWorkbook, type TableSheet } from '../write/workbook.ts'
import type { Paper } from './paper.ts'
import { WORKBOOK } from './workbook-paper.ts'

export type { TableSheet } from '../write/workbook.ts'

/** Tables as a workbook, of which nobody needs to know from what they were computed. */
export function tableFile(name: string, sheets: readonly TableSheet[]): Paper {
  return { name: `${name}.xlsx`, type: WORKBOOK, bytes: writeWorkbook(sheets) }
}
