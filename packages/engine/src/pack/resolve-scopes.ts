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
    const { entry, spot } = item
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
