import type { ImportColumn, ImportCondition } from '@tiaoli/engine/plan'
import { conditionsOf } from './conditions.ts'
import { isCalled, type SheetColumn } from './sheet-column.ts'

/** A heading, and those that mean the same to a table. */
export function namesLike(name: string, columns: readonly ImportColumn[]): string[] {
  return [name, ...columns.flatMap(({ headings }) => (headings.includes(name) ? headings : []))]
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
    const names = namesLike(name, wanted)
    const called = columns.filter((column) => names.some((one) => isCalled(column, one)))
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
