import type { Cell } from '../workbook.ts'
import { readDate, type DateOrder } from './read-date.ts'

const IN_BRACKETS = /^\s*[（(【[]([^（）()【】[\]]*)[)）】\]]\s*$/

/** The date that a cell has and nothing else, in brackets or without. */
export function dateAlone(cell: Pick<Cell, 'kind' | 'text' | 'value'>, order?: DateOrder): string | undefined {
  const inner = IN_BRACKETS.exec(cell.text)?.[1]
  return readDate(inner === undefined ? cell : { ...cell, text: inner }, order)?.value
}
