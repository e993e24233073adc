import type { ImportColumn, ImportCondition } from '@tiaoli/engine/plan'
import { conditionsOf } from './conditions.ts'
import { calledColumns } from './called-columns.ts'
import type { SheetColumn } from './sheet-column.ts'

/** A heading, and those that mean the same to a table. */
export function namesLike(name: string, columns: readonly ImportColumn[]): string[] {
  return [name, ...(sameNames(columns).get(name) ?? [])]
}

const SAME_NAMES = new WeakMap<readonly ImportColumn[], ReadonlyMap<string, readonly string[]>>()

/** Every heading of a table with those beside which it stands, found once for a table. */
function sameNames(columns: readonly ImportColumn[]): ReadonlyMap<string, readonly string[]> {
  const known = SAME_NAMES.get(columns)
  if (known) return known
  const names = new Map<string, string[]>()
  for (const { headings } of columns)
    for (const name of new Set(headings)) {
      const own = names.get(name) ?? []
      own.push(...headings)
      names.set(name, own)
    }
  SAME_NAMES.set(columns, names)
  return names
}

/**
 * Tells what columns of a table ask of others: of several conditions, the first whose column is under these headings. One
 * that is empty in every row is as if it were not there, unless another says how the same column is read.
 */
export function conditionsIn(
  { columns }: { readonly columns: readonly SheetColumn[] },
  wanted: readonly ImportColumn[],
): (mapped: ImportColumn) => ImportCondition | undefined {
  const known = new Map<string, 'filled' | 'empty' | 'absent'>()
  const stateOf = (name: string) => {
    const called = namesLike(name, wanted).flatMap((one) => [...calledColumns(columns).named(one)])
    return called.length === 0 ? 'absent' : called.every(({ isEmpty }) => isEmpty) ? 'empty' : 'filled'
  }
  const is = (state: 'filled' | 'absent', { column }: ImportCondition) => {
    const found = known.get(column) ?? stateOf(column)
    known.set(column, found)
    return found === state
  }
  const isAnyFilled = ({ headings }: ImportColumn) =>
    wanted.some((one) => one.headings[0] === headings[0] && deciding(one).some((condition) => is('filled', condition)))
  return (mapped) => {
    const conditions = conditionsOf(mapped)
    const first = conditions.find((condition) => !is('absent', condition))
    if (!first || is('filled', first) || isAnyFilled(mapped)) return first
    return conditions.find((condition) => is('filled', condition)) ?? first
  }
}

/** The last of several conditions is asked where no other can be. */
function deciding(mapped: ImportColumn): readonly ImportCondition[] {
  const conditions = conditionsOf(mapped)
  return conditions.length > 1 ? conditions.slice(0, -1) : conditions
}
