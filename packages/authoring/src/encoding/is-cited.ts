import type { PlannedClause } from '@tiaoli/engine/plan'

/** Whether a requirement of the pack, or of one that it uses, rests on a clause. */
export function isCited(
  encoding: ReadonlyMap<string, { readonly citers: readonly unknown[] }>,
  { reference }: PlannedClause,
): boolean {
  return (encoding.get(reference)?.citers ?? []).length > 0
}
