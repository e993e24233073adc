import type { ImportNoteCode } from './import-result.ts'

/** Of what is as it should be there is nothing to correct. */
const TO_KNOW: ReadonlySet<ImportNoteCode> = new Set([
  'external-links-ignored',
  'macros-ignored',
  'no-ledger',
  'page-header-ignored',
  'record-made',
  'row-earlier',
  'row-not-counted',
  'row-not-read',
  'row-skipped',
  'same-for-several',
  'sheet-earlier',
  'sheet-empty',
  'sheet-hidden',
  'sheet-skipped',
])

/** Whether a note asks for something to be corrected, or is there to be known. */
export function severityOf(code: ImportNoteCode): 'warning' | 'info' {
  return TO_KNOW.has(code) ? 'info' : 'warning'
}
