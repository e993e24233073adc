import type { Text } from '@tiaoli/engine'
import type { CellValue, Column, TableSheet } from '../write/table-sheet.ts'
import { HEADINGS } from './headings.ts'
import { deadlineRemark, headLines } from './paper-lines.ts'
import type { PaperSource } from './paper.ts'

/** What a column is called, how wide it is, and what else it is. */
export type NumberedColumn = readonly [heading: Text, width: number, more?: Partial<Column>]

const NONE: Text = { zh: '没有此类事项。', en: 'Nothing of this kind.' }

/** A table of a paper: its rows numbered, below what a reader has to know first, above what it was made from. */
export function numberedSheet(
  source: PaperSource,
  title: Text,
  columns: readonly NumberedColumn[],
  rows: readonly (readonly CellValue[])[],
): TableSheet {
  const { language } = source
  return {
    name: title[language],
    title: title[language],
    lines: headLines(source),
    columns: [
      { heading: HEADINGS.number[language], width: 5, centered: true },
      ...columns.map(([heading, width, more]) => ({ heading: heading[language], width, ...more })),
    ],
    rows: rows.map((row, i) => [i + 1, ...row]),
    foot: [...(rows.length === 0 ? [NONE[language]] : []), ...deadlineRemark(rows, language)],
    canFilter: true,
  }
}
