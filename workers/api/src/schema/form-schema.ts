import { ENDINGS_IN_WORDS } from '@tiaoli/office/endings'
import { z } from 'zod'
import { MAX_WORKBOOKS } from '../limits/workbook-limits.ts'

/** A part of a form that is a file. */
export const filePart = z
  .custom<File>((part) => part instanceof File)
  .meta({ type: 'string', format: 'binary', description: 'A file' })

/** Workbooks of a form: one part or several of the same name. */
export const workbookParts = z
  .union([filePart, z.array(filePart).max(MAX_WORKBOOKS)])
  .transform((parts) => [parts].flat())
  .meta({
    type: 'array',
    items: { type: 'string', format: 'binary' },
    maxItems: MAX_WORKBOOKS,
    description: `Workbooks or tables in text: ${ENDINGS_IN_WORDS.en}`,
  })
