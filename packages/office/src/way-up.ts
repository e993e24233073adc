import type { Scope } from './scope.ts'

/** A scope and those around it. */
export function wayUp(scope: Scope): Scope[] {
  const way: Scope[] = []
  for (let one: Scope | undefined = scope; one; one = one.parent) way.push(one)
  return way
}
