import type { Plan } from '@tiaoli/engine/plan'

export type Scope = Plan['root']

/** The scope of which most is asked is the rows; the one around it, their groups. */
export function scopesShown(plan: Plan): { rows: Scope; groups: Scope } {
  const asked = new Map<Scope, number>()
  for (const { subject } of plan.requirements) asked.set(subject, (asked.get(subject) ?? 0) + 1)
  const [most] = [...asked].sort(([, a], [, b]) => b - a)
  const rows = most?.[0] ?? plan.root
  return { rows, groups: rows.parent ?? rows }
}
