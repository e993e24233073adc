import type { Text } from '@tiaoli/engine'
import { NOTICE_TEXTS } from '../../read/notices.ts'
import type { ImportNoteCode } from './import-result.ts'
import { NOTES_OF_CELLS } from './notes-of-cells.ts'
import { NOTES_OF_ROWS } from './notes-of-rows.ts'
import { NOTES_OF_SHEETS } from './notes-of-sheets.ts'

/** What is said of each kind of note, and what to do. */
export const NOTE_TEXTS = {
  ...NOTICE_TEXTS,
  ...NOTES_OF_SHEETS,
  ...NOTES_OF_ROWS,
  ...NOTES_OF_CELLS,
} as const satisfies Record<ImportNoteCode, Text>
