import Table from 'cli-table3'
import type { Output } from './output.ts'

const GAP = '  '
const PLAIN = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: GAP,
}

export interface TableOptions {
  head?: readonly string[]
  /** Columns of numbers, aligned to the right. */
  numbers?: readonly number[]
  indent?: number
}

/** Aligned columns without lines between them, as wide as they need to be. */
export function table(
  out: Output,
  rows: readonly (readonly (string | number)[])[],
  { head, numbers = [], indent = 0 }: TableOptions = {},
): string {
  const width = Math.max(head?.length ?? 0, ...rows.map(({ length }) => length))
  const drawn = new Table({
    chars: PLAIN,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
    colAligns: Array.from({ length: width }, (_, i) => (numbers.includes(i) ? 'right' : 'left')),
  })
  if (head) drawn.push(head.map((cell) => out.paint('bold', cell)))
  drawn.push(...rows.map((row) => row.map(String)))
  const margin = ' '.repeat(indent)
  return drawn
    .toString()
    .split('\n')
    .map((line) => `${margin}${line}`.trimEnd())
    .join('\n')
}
