import type { ImportColumn, ImportCondition } from '@tiaoli/engine/plan'

/** What a column may ask of others. The first of them that a table has is asked. */
export function conditionsOf({ when = [] }: Pick<ImportColumn, 'when'>): readonly ImportCondition[] {
  return [when].flat()
}
