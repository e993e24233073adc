import { pointerOf } from '@tiaoli/engine/plan'
import { MAX_ENTRIES } from '../limits/body-limits.ts'
import { ProblemError } from '../problem/problem-error.ts'

/** Parts of a body that the engine reads, with its own limits. */
const NOT_COUNTED: ReadonlySet<string> = new Set(['ledger', 'context'])

/** Refuses a body that holds more names and list items outside its ledger than any request needs. */
export function limitEntries(body: unknown): void {
  const entries = entriesOf(body)
  let left = MAX_ENTRIES - entries.length
  if (left < 0) throw tooManyEntries('')
  for (const [name, value] of entries) {
    if (!NOT_COUNTED.has(name)) left = leftAfter(value, left)
    if (left < 0) throw tooManyEntries(pointerOf([name]))
  }
}

function leftAfter(value: unknown, left: number): number {
  const entries = entriesOf(value)
  let rest = left - entries.length
  for (const [, item] of entries) {
    if (rest < 0) break
    rest = leftAfter(item, rest)
  }
  return rest
}

function entriesOf(value: unknown): [string, unknown][] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : []
}

function tooManyEntries(pointer: string): ProblemError {
  return new ProblemError('invalid-request', [
    {
      pointer,
      code: 'too-many',
      detail: {
        zh: `台账之外的属性名和列表项合计不得超过 ${MAX_ENTRIES} 个。请删减。`,
        en: `A body may hold at most ${MAX_ENTRIES} names and list items outside its ledger. Remove some.`,
      },
    },
  ])
}
