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
  const open: string[] = []
  /** Derived facts of each scope so far: their slots follow those of the given ones. */
  const counts = new Map<Scope, number>()

  const resolve = (item: DerivedItem): Fact | undefined => {
    const { name, entry, pack, spot } = item
    const cycle = open.indexOf(name)
    if (cycle >= 0) {
      resolver.report('reference-cycle', spot, [[...open.slice(cycle), name]])
      return undefined
    }
    const scope = resolver.scope(name.split('.')[0]!, spot)
    if (!scope) return undefined
    open.push(name)
    // A fact may depend on the period; whoever names it must then stand in one.
    const formula = resolveFormula(resolver, entry, { scope, period: true, due: false }, spot)
    open.pop()
    if (!formula) return undefined
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
      formula,
      varies: needs.period || needs.law,
      usesPeriod: needs.period,
    }
    return fact
  }

  resolver.factNames = () => [...given.keys(), ...declared.keys()]
  resolver.factNamed = (name) => {
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
