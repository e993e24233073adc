import type { MissingPart } from './missing-parts.ts'
import type { TemplateColumn } from './template-columns.ts'

/** The columns that are asked for, those of missing facts in the order in which they decide. */
export function askedColumns(
  columns: readonly TemplateColumn[],
  facts: readonly string[] | undefined,
  part: MissingPart | undefined,
): TemplateColumn[] {
  const identifying = columns.filter(isIdentifying)
  const others = columns.filter((column) => !isIdentifying(column) && (facts?.includes(column.key) ?? true))
  if (!part) return [...identifying, ...others]
  const ranked = others.map((column) => ({ column, rank: rankIn(part, column) }))
  const asked = ranked.filter(({ rank }) => part.isWhole || rank !== Infinity)
  // The sort is stable: a group stays before the facts in it, and what is not asked for in the order of the catalogue.
  return [
    ...identifying,
    ...asked.sort((a, b) => (a.rank === b.rank ? 0 : a.rank - b.rank)).map(({ column }) => column),
  ]
}

/** Where among the missing facts a column comes; a group, before the first of its facts. */
function rankIn({ keys }: MissingPart, { key }: TemplateColumn): number {
  const rank = keys.findIndex((asked) => asked === key || asked.startsWith(`${key}.`))
  return rank < 0 ? Infinity : rank
}

/** What says which record a row is about. */
export function isIdentifying(column: TemplateColumn): boolean {
  if (column.kind !== 'value') return column.kind !== 'list' && column.kind !== 'none'
  return column.fact !== undefined ? column.fact === column.fact.scope.id : column.key === ':name'
}
