import { OFFICE_LIMITS, OfficeError, readWorkbook, type Workbook } from '@tiaoli/office'
import { basename } from 'node:path'
import { readBytes } from './read-file.ts'
import { UnreadableWorkbookError } from './unreadable-workbook-error.ts'

/** The cells of a workbook; what cannot be read is told as the library tells it. */
export async function readWorkbookFile(path: string): Promise<Workbook> {
  const bytes = readBytes(path, OFFICE_LIMITS.bytes)
  try {
    return await readWorkbook(bytes, { name: basename(path) })
  } catch (error) {
    throw error instanceof OfficeError ? new UnreadableWorkbookError(error) : error
  }
}
