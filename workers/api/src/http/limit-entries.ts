import { pointerOf } from '@tiaoli/engine'
import { ProblemError } from '../problem/problem-error.ts'

/** Parts of a body that the engine reads, in its own bounds. */
const FREE: ReadonlySet<string> = new Set(['ledger', 'context'])
/** Names and items in all the rest; every one that does not fit would be a fault of its own. */
const MOST = 10_000

/** Throws a problem for a body that holds, beside its ledger, more than any request needs. */
export function refuseCrowd(body: unknown): void {
  const entries = entriesOf(body)
  let left = MOST - entries.length
  if (left < 0) throw crowded('')
  for (const [name, value] of entries) {
    if (!FREE.has(name)) left = remaining(value, left)
    if (left < 0) throw crowded(pointerOf([name]))
  }
}

function remaining(value: unknown, left: number): number {
  const entries = entriesOf(value)
  let rest = left - entries.length
  for (const [, item] of entries) {
    if (rest < 0) break
    rest = remaining(item, rest)
  }
  return rest
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : []
}

function crowded(pointer: string): ProblemError {
  return new ProblemError('invalid-request', [
    {
      pointer,
      code: 'too-many',
      detail: {
        zh: `台账之外的名称和列表项合计不得超过 ${MOST} 个。请删减。`,
        en: `There may be at most ${MOST} names and list items beside the ledger. Send fewer.`,
      },
    },
  ])
}
