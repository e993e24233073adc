import type { Condition } from '@tiaoli/engine/plan'

/** What a condition is called in the ids of what is below it: a leaf by its fact, a group by its kind and first fact. */
export function conditionLabel(condition: Condition): string {
  if ('fact' in condition) return condition.fact
  if ('condition' in condition) return condition.condition
  if ('not' in condition) return `not:${conditionLabel(condition.not)}`
  const [kind, children] = 'all' in condition ? ['all', condition.all] : ['any', condition.any]
  return `${kind}:${children.map(conditionLabel).sort()[0]}`
}

/**
 * What each of several conditions is called so that none is called like another: by fact; where that is shared, by the
 * whole comparison; and only where even that is the same, by its place. So an id outlives a change of the order.
 */
export function distinctLabels(conditions: readonly Condition[]): string[] {
  return numberDuplicates(lengthenDuplicates(conditions.map(conditionLabel), (i) => fullLabel(conditions[i]!)))
}

function fullLabel(condition: Condition): string {
  if (!('fact' in condition)) return 'not' in condition ? `not:${fullLabel(condition.not)}` : fullGroupLabel(condition)
  const { fact, operator, value } = condition
  const right = Array.isArray(value) ? value.join('|') : typeof value === 'object' && value ? value.fact : String(value)
  return `${fact}:${operator}:${right}`
}

function fullGroupLabel(condition: Condition): string {
  if ('all' in condition) return `all:${condition.all.map(fullLabel).sort().join('+')}`
  return 'any' in condition ? `any:${condition.any.map(fullLabel).sort().join('+')}` : conditionLabel(condition)
}

function lengthenDuplicates(short: readonly string[], long: (i: number) => string): string[] {
  return short.map((label, i) => (short.indexOf(label) === short.lastIndexOf(label) ? label : long(i)))
}

function numberDuplicates(labels: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return labels.map((label) => {
    const count = (seen.get(label) ?? 0) + 1
    seen.set(label, count)
    return count === 1 ? label : `${label}~${count}`
  })
}
