import type { Status } from '@tiaoli/engine'
import type { Output, Style } from '../terminal/output.ts'

const MARKS: Record<Status, [mark: string, style: Style]> = {
  met: ['✓', 'green'],
  met_late: ['✓', 'yellow'],
  not_met: ['✗', 'red'],
  pending: ['…', 'cyan'],
  exempted: ['–', 'green'],
  review: ['!', 'yellow'],
  not_applicable: ['·', 'dim'],
  calculated: ['=', 'dim'],
  unknown: ['?', 'yellow'],
}

/** A coloured sign for a status. */
export function statusMark(out: Output, status: Status): string {
  const [mark, style] = MARKS[status]
  return out.paint(style, mark)
}
