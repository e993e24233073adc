import type { ImportColumn, ImportCondition } from '@tiaoli/engine/plan'

/** What a column may ask of others. The first of them that a table has is asked. */
export function conditionsOf({ when = [] }: Pick<ImportColumn, 'when'>): readonly ImportCondition[] {
  return [when].flat()
}

/** Whether what keeps persons from counting is asked for a number: it is not where the number is of those very persons. */
export function isExceptFor(where: readonly ImportCondition[], except: readonly ImportCondition[]): boolean {
  return !where.some(({ column }) => except.some((one) => one.column === column))
}
