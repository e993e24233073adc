import type { Derived, Fact, Given } from '../model/fact.ts'
import type { Scope } from '../model/scope.ts'
import { needsOf } from '../model/needs.ts'
import { UNKNOWN, UNKNOWN_BUT_CERTAIN, type Value } from '../values/value.ts'
import type { DerivedFact } from '../schema/facts.ts'
import { resolveFormula } from './resolve-formula.ts'
import type { Resolver, Spot } from './resolver.ts'

export interface DerivedItem {
  name: string
  entry: DerivedFact
  pack: string
  spot: Spot
}

/** How many derived facts may stand on each other's shoulders, so that no stack overflows. */
const HEIGHT = 200

/**
 * Resolves the derived facts, each when it is first named, so that the order in the files does not matter.
 * Puts all facts into the resolver; a fact that cannot be resolved is left out, with diagnostics.
 */
export function resolveDerived(
  resolver: Resolver,
  items: readonly DerivedItem[],
  given: ReadonlyMap<string, Given>,
): Map<string, Fact> {
  const declared = new Map(
    items.filter(({ name, spot }) => resolver.define('fact', name, spot)).map((item) => [item.name, item]),
  )
  const facts = new Map<string, Fact>(given)
  const failed = new Set<string>()
  /** What is being resolved, each with the height of what it names so far. */
  const open = new Map<string, number>()
  const heights = new Map<string, number>()
  /** Derived facts of each scope so far: their slots follow those of the given ones. */
  const counts = new Map<Scope, number>()

  const resolve = (item: DerivedItem): Fact | undefined => {
    const { name, entry, pack, spot } = item
    if (open.has(name)) {
      const names = [...open.keys()]
      resolver.report('reference-cycle', spot, [[...names.slice(names.indexOf(name)), name]])
      return undefined
    }
    if (open.size >= HEIGHT) {
      resolver.report('derivation-too-long', spot, [name, HEIGHT])
      return undefined
    }
    const scope = resolver.scope(name.split('.')[0]!, spot)
    if (!scope) return undefined
    open.set(name, 0)
    // A fact may depend on the period; whoever names it must then stand in one.
    const formula = resolveFormula(resolver, entry, { scope, period: true, due: false }, spot)
    const height = open.get(name)! + 1
    open.delete(name)
    if (!formula) return undefined
    if (height > HEIGHT) {
      resolver.report('derivation-too-long', spot, [name, HEIGHT])
      return undefined
    }
    heights.set(name, height)
    const needs = needsOf(formula)
    const fact: Derived = {
      kind: 'derived',
      name,
      label: entry.label,
      unit: entry.unit,
      none: undefined,
      values: undefined,
      type: formula.type,
      pack,
      scope,
      slot: scope.given.length + (counts.get(scope) ?? 0),
      mark: counts.get(scope) ?? 0,
      formula,
      varies: needs.period || needs.law,
      usesPeriod: needs.period,
    }
    return fact
  }

  resolver.factNames = () => [...given.keys(), ...declared.keys()]
  const named = (name: string): Fact | undefined => {
    const known = facts.get(name)
    const item = declared.get(name)
    if (known || !item) return known
    const fact = failed.has(name) ? undefined : resolve(item)
    if (fact) {
      facts.set(name, fact)
      counts.set(fact.scope, (counts.get(fact.scope) ?? 0) + 1)
    } else failed.add(name)
    return fact
  }
  resolver.factNamed = (name) => {
    const by = [...open.keys()].at(-1)
    const fact = named(name)
    if (by !== undefined) open.set(by, Math.max(open.get(by)!, heights.get(name) ?? 0))
    return fact
  }
  for (const name of declared.keys()) resolver.factNamed(name)
  for (const scope of resolver.scopes.values()) {
    scope.slots = scope.given.length + (counts.get(scope) ?? 0)
    scope.blank = new Array<Value>(scope.slots).fill(UNKNOWN)
    for (const fact of scope.given) if (!canBeNone(fact)) scope.blank[fact.slot] = UNKNOWN_BUT_CERTAIN
  }
  return facts
}

/** None is declared, for the fact or a group around it, or comes with a date that lies ahead. */
function canBeNone({ none, type, future }: Given): boolean {
  return none !== undefined || (type === 'date' && !future)
}
