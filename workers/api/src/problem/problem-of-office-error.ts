import type { OfficeError } from '@tiaoli/office'
import { ProblemError } from './problem-error.ts'

/** The problem for a workbook that is refused, with its file, sheet and cell. */
export function problemOfOfficeError(error: OfficeError, pointer: string): ProblemError {
  const { code, file, sheet, cell, text } = error
  const place = { file, ...(sheet !== undefined && { sheet }), ...(cell !== undefined && { cell }) }
  const kind = code === 'too-large' ? 'workbook-too-large' : 'unreadable-workbook'
  return new ProblemError(kind, [{ pointer, ...place, code, detail: text }], {}, { cause: error })
}
