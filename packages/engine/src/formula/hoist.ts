import { NOT_COMPUTED } from '../plan/evaluation-context.ts'
import type { Run } from '../plan/expression.ts'
import { everythingIn, type Node } from '../plan/walk.ts'
import type { Truth } from '../values/truth.ts'
import type { Value } from '../values/value.ts'

/** Whether a node asks nothing of the record nor of its due date: only other dates, parameters and the period. */
export function isSameForAll(node: Node): boolean {
  for (const part of everythingIn([node])) {
    if (part.kind === 'aggregate' || (part.kind === 'context' && part.name === 'due')) return false
    if (part.kind === 'fact' && (part.fact.kind === 'given' || part.route.steps.some(({ kind }) => kind !== 'up')))
      return false
  }
  return true
}

/** The node, answered once in a context and from then on remembered at a place in `EvaluationContext.hoisted`. */
export function hoisted<N extends { run: Run<T> }, T extends Value | Truth>(node: N, place: number): N {
  const { run } = node
  return {
    ...node,
    run: (record, context) => {
      const known = context.hoisted[place]
      return known === NOT_COMPUTED ? (context.hoisted[place] = run(record, context)) : (known as T)
    },
  }
}
