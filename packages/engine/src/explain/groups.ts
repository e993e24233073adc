import type { Given } from '../plan/fact.ts'
import type { Layout } from '../plan/scope.ts'

const known = new WeakMap<Given, readonly (readonly Given[])[]>()

/** The facts of each group around a fact that may be none as a whole, the outermost group first. */
export function groupsAround(fact: Given): readonly (readonly Given[])[] {
  let groups = known.get(fact)
  if (!groups) known.set(fact, (groups = [...groupsOnTheWay(fact)]))
  return groups
}

function* groupsOnTheWay({ scope, path }: Given): Generator<readonly Given[]> {
  let { layout } = scope
  for (const property of path) {
    const entry = layout.get(property)
    if (entry?.kind !== 'group') return
    if (entry.none) yield factsIn(entry.layout)
    layout = entry.layout
  }
}

function factsIn(layout: Layout): Given[] {
  return [...layout.values()].flatMap((entry) =>
    entry.kind === 'fact' ? [entry.fact] : entry.kind === 'group' ? factsIn(entry.layout) : [],
  )
}
