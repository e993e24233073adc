import type { Condition } from '@tiaoli/engine'

/** What a condition is called in the ids of what is below it: a leaf by its fact, a group by its kind and first fact. */
export function labelOf(condition: Condition): string {
  if ('fact' in condition) return condition.fact
  if ('condition' in condition) return condition.condition
  if ('not' in condition) return `not:${labelOf(condition.not)}`
  const [kind, children] = 'all' in condition ? ['all', condition.all] : ['any', condition.any]
  return `${kind}:${children.map(labelOf).sort()[0]}`
}

/**
 * What each of several conditions is called so that none is called like another: by fact; where that is shared, by the
 * whole comparison; and only where even that is the same, by its place. So an id outlives a change of the order.
 */
export function labelsOf(conditions: readonly Condition[]): string[] {
  return numbered(apart(conditions.map(labelOf), (i) => inFull(conditions[i]!)))
}

function inFull(condition: Condition): string {
  if (!('fact' in condition)) return 'not' in condition ? `not:${inFull(condition.not)}` : groupInFull(condition)
  const { fact, operator, value } = condition
  const right = Array.isArray(value) ? value.join('|') : typeof value === 'object' && value ? value.fact : String(value)
  return `${fact}:${operator}:${right}`
}

function groupInFull(condition: Condition): string {
  if ('all' in condition) return `all:${condition.all.map(inFull).sort().join('+')}`
  return 'any' in condition ? `any:${condition.any.map(inFull).sort().join('+')}` : labelOf(condition)
}

function apart(short: readonly string[], long: (i: number) => string): string[] {
  return short.map((label, i) => (short.indexOf(label) === short.lastIndexOf(label) ? label : long(i)))
}

function numbered(labels: readonly string[]): string[] {
  const seen = new Map<string, number>()
  return labels.map((label) => {
    const count = (seen.get(label) ?? 0) + 1
    seen.set(label, count)
    return count === 1 ? label : `${label}~${count}`
  })
}
