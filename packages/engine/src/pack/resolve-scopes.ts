import type { ScopeEntry } from '../schema/facts-schema.ts'
import { NO_PROPERTIES } from '../plan/record-layout.ts'
import type { Scope } from '../plan/scope.ts'
import type { Resolver, Spot } from './resolver.ts'
import { closestName } from '../errors/closest-name.ts'

/** Builds the tree of scopes from the declarations of all packs; undefined where there is no single root. */
export function resolveScopes(
  resolver: Resolver,
  entries: readonly { name: string; entry: ScopeEntry; spot: Spot }[],
  whole: Spot,
): Scope | undefined {
  const declared = new Map(
    entries.filter(({ name, spot }) => resolver.define('scope', name, spot)).map((item) => [item.name, item]),
  )
  const nested = nestings(resolver, [...declared.values()])
  const failed = new Set<string>()
  const build = (name: string, path: readonly string[]): Scope | undefined => {
    const scope = failed.has(name) ? undefined : buildOnce(name, path)
    if (!scope) failed.add(name)
    return scope
  }
  const buildOnce = (name: string, path: readonly string[]): Scope | undefined => {
    const known = resolver.scopes.get(name)
    const item = declared.get(name)
    if (known || !item) return known
    const { spot } = item
    const entry = { ...item.entry, ...nested.get(name) }
    if (path.includes(name)) {
      resolver.report('reference-cycle', spot, [[...path, name]])
      return undefined
    }
    const parent = entry.in === undefined ? undefined : build(entry.in, [...path, name])
    if (entry.in !== undefined && !parent) {
      if (!declared.has(entry.in))
        resolver.report('unknown-scope', spot.at('in'), [entry.in], closestName(entry.in, declared.keys()))
      return undefined
    }
    if (parent && entry.list === undefined) {
      resolver.report('scope-tree', spot, [`“${name}”须写明 list`, `"${name}" needs a list`])
      return undefined
    }
    const taken = parent?.layout.get(entry.list!)
    if (taken?.kind === 'list') {
      resolver.report('duplicate-id', spot.at('list'), [entry.list!, `${parent!.name} (${taken.scope.name})`])
      return undefined
    }
    const scope: Scope = {
      name,
      label: entry.label,
      parent,
      list: entry.list ?? '',
      keyed: entry.key !== undefined,
      key: entry.key,
      keyFact: undefined,
      none: entry.none,
      isEvent: entry.event === true,
      childIndex: parent?.children.length ?? 0,
      children: [],
      given: [],
      slots: 0,
      blank: [],
      id: undefined,
      naming: [],
      references: [],
      referredBy: [],
      layout: new Map(),
      recordLayout: NO_PROPERTIES,
    }
    if (entry.named) scope.layout.set('name', { kind: 'name' })
    if (!parent) scope.layout.set('on', { kind: 'ledgerDay' })
    parent?.children.push(scope)
    parent?.layout.set(scope.list, { kind: 'list', scope })
    parent?.layout.set('complete', { kind: 'completeness' })
    resolver.scopes.set(name, scope)
    return scope
  }
  for (const name of declared.keys()) build(name, [])
  const roots = [...resolver.scopes.values()].filter((scope) => !scope.parent)
  if (roots.length === 1) return roots[0]
  resolver.report('scope-tree', whole, [
    `应有且只有一个最上级范围，现有 ${roots.length} 个`,
    `there must be exactly one root, and there are ${roots.length}`,
  ])
  return undefined
}

interface Declared {
  name: string
  entry: ScopeEntry
  spot: Spot
}

/** Where the root of a used pack is, by its name: below the scope that is declared to be around it. */
function nestings(resolver: Resolver, declared: readonly Declared[]): Map<string, { in: string; list: string }> {
  const nested = new Map<string, { in: string; list: string }>()
  for (const { name, entry, spot } of declared) {
    if (!entry.around) continue
    const { scope, list } = entry.around
    const at = spot.at('around', 'scope')
    const inner = declared.find((other) => other.name === scope)
    if (!inner)
      resolver.report(
        'unknown-scope',
        at,
        [scope],
        closestName(
          scope,
          declared.map((other) => other.name),
        ),
      )
    else if (inner.entry.in !== undefined || nested.has(scope))
      resolver.report('scope-tree', at, [
        `“${scope}”已在另一范围之内，只能包住最上级范围`,
        `"${scope}" is in another scope already; only a root can be nested`,
      ])
    else nested.set(scope, { in: name, list })
  }
  return nested
}
