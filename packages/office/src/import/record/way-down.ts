import type { Scope } from '../../scope.ts'

/** The scopes below one on the way to another; undefined where that is not below it. */
export function wayDown(from: Scope, to: Scope): Scope[] | undefined {
  const way: Scope[] = []
  for (let scope: Scope | undefined = to; scope; scope = scope.parent) {
    if (scope === from) return way
    way.unshift(scope)
  }
  return undefined
}
