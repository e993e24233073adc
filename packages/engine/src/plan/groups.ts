import type { Given } from './fact.ts'
import type { Layout } from './scope.ts'

/** The facts of each group around a fact that may be null as a whole, the outermost group first. */
export function groupsAround(fact: Given): readonly (readonly Given[])[] {
  return [...groupsOnTheWay(fact)]
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
