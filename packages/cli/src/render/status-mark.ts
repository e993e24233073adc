import type { Finding, Status } from '@tiaoli/engine'
import { isBroken, isToBeChecked } from '@tiaoli/engine/plan'
import type { Output, Style } from '../terminal/output.ts'

const MARKS: Record<Status, [mark: string, style: Style]> = {
  met: ['✓', 'green'],
  met_late: ['△', 'yellow'],
  not_met: ['✗', 'red'],
  pending: ['…', 'cyan'],
  exempted: ['–', 'green'],
  review: ['!', 'yellow'],
  not_applicable: ['·', 'dim'],
  calculated: ['=', 'dim'],
  unknown: ['?', 'yellow'],
}

const NOT_DONE: [mark: string, style: Style] = ['○', 'yellow']

/** A coloured sign for a finding: what is not done is a breach only where it is a duty, and what is to be checked is a question. */
export function findingMark(
  out: Output,
  finding: Pick<Finding, 'status' | 'force' | 'citations' | 'restsOnLaterDay'>,
): string {
  if (isToBeChecked(finding)) return statusMark(out, 'unknown')
  if (finding.status !== 'not_met' || isBroken(finding)) return statusMark(out, finding.status)
  const [mark, style] = NOT_DONE
  return out.paint(style, mark)
}

/** A coloured sign for a status. */
export function statusMark(out: Output, status: Status): string {
  const [mark, style] = MARKS[status]
  return out.paint(style, mark)
}
