import type { OfficeLimits } from '@tiaoli/office'
import { MEBI } from '@tiaoli/engine/plan'

/** Parts of a form, files and fields. */
export const MAX_FORM_PARTS = 100

/** The workbooks of one request. */
export const MAX_WORKBOOKS = 20

/**
 * What is read of one workbook; `cells` are those of all workbooks of a request. An isolate has 128 MB. With a pack
 * compiled, what is within these limits is imported with a heap of 64 MB in every format: workbooks that unpack to 7 to 9 MB
 * still are, and of 10 MB are not even with 96 MB. Long texts take more than many cells.
 */
export const WORKBOOK_LIMITS: OfficeLimits = {
  bytes: 4 * MEBI,
  parts: 2_000,
  unpackedBytes: 6 * MEBI,
  sheets: 100,
  rows: 50_000,
  columns: 500,
  cells: 50_000,
  arrayFormulas: 200,
}

/** Letters of the template of a notice in base64: 2 MB. */
export const MAX_TEMPLATE_LETTERS = 2_800_000

/** Cells of a template, filled or not: a ledger of a thousand firms has 160,000, for which 32 MB are needed. */
export const MAX_TEMPLATE_CELLS = 150_000
