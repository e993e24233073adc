import type { Given } from './fact.ts'
import type { Text } from '../text/text.ts'
import type { Layout, LayoutEntry, Scope } from './scope.ts'

/** What a dotted name means in a ledger: a given fact, a group of facts, an attestation, or the records of a scope. */
export type LedgerPart =
  | { readonly kind: 'fact'; readonly scope: Scope; readonly path: readonly string[]; readonly fact: Given }
  | {
      readonly kind: 'group'
      readonly scope: Scope
      readonly path: readonly string[]
      readonly nullable: boolean
      readonly label: Text | undefined
    }
  | {
      readonly kind: 'attestation'
      readonly scope: Scope
      readonly path: readonly string[]
      readonly value: Given
      readonly on: Given
      readonly by: Given
    }
  | { readonly kind: 'records'; readonly scope: Scope }

export function ledgerPart(scopes: ReadonlyMap<string, Scope>, name: string): LedgerPart | undefined {
  const [first, ...path] = name.split('.')
  const scope = scopes.get(first!)
  if (!scope) return undefined
  if (path.length === 0) return { kind: 'records', scope }
  let layout: Layout = scope.layout
  for (const [i, property] of path.entries()) {
    const entry = layout.get(property)
    const isLast = i === path.length - 1
    if (isLast && entry?.kind === 'fact') return { kind: 'fact', scope, path, fact: entry.fact }
    if (entry?.kind !== 'group') break
    if (isLast) return groupAt(scope, path, entry)
    ;({ layout } = entry)
  }
  const { keyFact } = scope
  return keyFact?.name === name ? { kind: 'fact', scope, path, fact: keyFact } : undefined
}

type Group = Extract<LayoutEntry, { kind: 'group' }>

function groupAt(scope: Scope, path: readonly string[], { layout, none, label }: Group): LedgerPart {
  const factOf = (property: string) => {
    const entry = layout.get(property)
    return entry?.kind === 'fact' ? entry.fact : undefined
  }
  const [value, on, by] = [factOf('value'), factOf('attestedOn'), factOf('attestedBy')]
  return value && on && by
    ? { kind: 'attestation', scope, path, value, on, by }
    : { kind: 'group', scope, path, nullable: none !== undefined, label }
}
